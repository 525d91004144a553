import { useCallback, useRef, useState } from 'react';
import type { Message } from '@/lib/domain/conversation';
import { type ContactId, EntryId, type SenderId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import { defaultSenderId } from '@/lib/settings/items';
import { draftKey, type DraftStore } from '@/lib/ui/drafts/draft-store';
import { type Setting, useSetting } from '@/lib/ui/worker/use-setting';
import { useCall } from '@/lib/ui/worker/worker-query';
import type { Accepted } from './follow-schedule';
import { type Settlement, settlementOf, settleSend } from './send-settlement';
import type { TrackedSend } from './tracked-sends';

export interface SendRequest {
  /** Minted when the composer opened; sending it a second time is refused here and by the worker. */
  readonly entryId: EntryId;
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly personName: string;
  readonly text: string;
  /** The unconfirmed entry in whose place the user deliberately sends this; null for a message of its own. */
  readonly overrides: EntryId | null;
}

export interface Sends {
  /** What this window has sent since it opened, to anybody. */
  readonly local: readonly TrackedSend[];
  /** Sends once. Resolves when the outcome is known or known to be unknown. */
  readonly send: (request: SendRequest) => Promise<Settlement['state'] | null>;
  /** Takes a message back that has not left, its text into the composer; an error when it has. */
  readonly takeBack: (send: TrackedSend) => Promise<Result<null>>;
  /** What GetSales was asked to deliver again since this window opened. */
  readonly retried: readonly Accepted[];
  /** Has GetSales try again what it could not deliver: the same message. */
  readonly retry: (message: Message) => Promise<Result<Message>>;
  /** Looks whether an unconfirmed message arrived after all. Never sends. */
  readonly reconcile: (send: TrackedSend) => Promise<Settlement['state']>;
}

export function mintEntry(): EntryId {
  return EntryId.parse(crypto.randomUUID());
}

/**
 * Sends of this window. They live above the screens of single persons: a send goes on, and settles its draft, when the
 * panel has long followed the tab to somebody else.
 *
 * @param onMessage GetSales has this message now
 */
export function useSends(drafts: DraftStore, onMessage: (message: Message) => void): Sends {
  const [local, setLocal] = useState<readonly TrackedSend[]>([]);
  const [retried, setRetried] = useState<readonly Accepted[]>([]);
  const call = useCall();
  const used = useRef(new Set<EntryId>());

  const settle = useCallback(
    (send: TrackedSend, { state, message }: Settlement): Settlement['state'] => {
      if (message !== null) onMessage(message);
      const settledAt = new Date().toISOString();
      setLocal((before) => [...before.filter(({ id }) => id !== send.id), { ...send, state, settledAt }]);
      return state;
    },
    [onMessage],
  );

  const send = useCallback(
    async (request: SendRequest): Promise<Settlement['state'] | null> => {
      const { entryId, personName, ...what } = request;
      if (used.current.has(entryId)) return null;
      used.current.add(entryId);
      const { contactId, senderId, text, overrides } = what;
      const tracked: TrackedSend = {
        ...what,
        id: entryId,
        createdAt: new Date().toISOString(),
        settledAt: null,
        state: { name: 'dispatching' },
      };
      setLocal((before) => [...before, tracked]);
      const key = draftKey(contactId, senderId);
      if (overrides === null) drafts.leave(key, text, entryId);
      const answer = await call('message.send', { entryId, contactId, senderId, personName, text, overrides });
      const settlement = await settleSend(entryId, answer, (id) => call('message.reconcile', { entryId: id }));
      const fate = draftFate(settlement.state);
      if (overrides === null && fate !== 'open') drafts.settle(key, text, fate);
      return settle(tracked, settlement);
    },
    [call, drafts, settle],
  );

  const takeBack = useCallback(
    async (send: TrackedSend): Promise<Result<null>> => {
      const taken = await call('message.cancel', { entryId: send.id });
      if (!taken.ok) return taken;
      if (send.overrides === null) drafts.settle(draftKey(send.contactId, send.senderId), send.text, 'back');
      settle(send, { state: { name: 'cancelled', why: 'by-user' }, message: null });
      return taken;
    },
    [call, drafts, settle],
  );

  const reconcile = useCallback(
    async (send: TrackedSend): Promise<Settlement['state']> => {
      const seen = await call('message.reconcile', { entryId: send.id });
      return seen.ok ? settle(send, settlementOf(seen.value)) : { name: 'unknown', error: seen.error };
    },
    [call, settle],
  );

  const retry = useCallback(
    async ({ id }: Message): Promise<Result<Message>> => {
      const tried = await call('message.retry', { messageId: id });
      if (!tried.ok) return tried;
      onMessage(tried.value);
      setRetried((before) => [...before, { messageId: id, acceptedAtMs: Date.now() }]);
      return tried;
    },
    [call, onMessage],
  );

  return { local, retried, send, takeBack, retry, reconcile };
}

/** What becomes of the draft: it goes once GetSales or the outbox holds the text. `open`: the outbox will tell later. */
function draftFate(state: Settlement['state']): 'left' | 'back' | 'open' {
  switch (state.name) {
    case 'sent':
      return 'left';
    case 'refused':
    case 'cancelled':
      return 'back';
    case 'queued':
      return 'open';
    case 'unknown':
      return state.error.code === 'unconfirmed' ? 'left' : 'open';
  }
}

/** The sender that the user named as default in the options; null when none. */
export function usePreferredSender(): Setting<string | null> {
  return useSetting(defaultSenderId);
}
