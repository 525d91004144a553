import { useCallback, useRef, useState } from 'react';
import type { Message } from '@/lib/domain/conversation';
import { type ContactId, EntryId, type SenderId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import { defaultSenderId } from '@/lib/settings/items';
import { draftKey } from '@/lib/ui/drafts/draft-keys';
import type { DraftStore } from '@/lib/ui/drafts/draft-store';
import { type Setting, useSetting } from '@/lib/ui/worker/use-setting';
import { useWorkerCall } from '@/lib/ui/worker/worker-query';
import type { AcceptedMessage } from './follow-sends';
import { type Settlement, settlementOf, settleSend } from './send-settlement';
import type { TrackedSend } from './tracked-sends';

export interface SendRequest {
  /** Created when the composer opened; sending it twice is refused here and by the worker. */
  readonly entryId: EntryId;
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly personName: string;
  readonly text: string;
  /** The unconfirmed entry that the user replaces by this one; null for a new message. */
  readonly overrides: EntryId | null;
}

export interface Sends {
  /** Sends of this window since it opened, to all contacts. */
  readonly local: readonly TrackedSend[];
  /** Sends once. Resolves with the outcome, which may be `unknown`. */
  readonly send: (request: SendRequest) => Promise<Settlement['state'] | null>;
  /** Cancels a message before it is sent and returns its text to the composer; an error once it is being sent. */
  readonly cancel: (send: TrackedSend) => Promise<Result<null>>;
  /** Messages that GetSales was asked to deliver again since this window opened. */
  readonly retried: readonly AcceptedMessage[];
  /** Asks GetSales to deliver a failed message again: the same message. */
  readonly retry: (message: Message) => Promise<Result<Message>>;
  /** Checks whether an unconfirmed message arrived after all. Never sends. */
  readonly reconcile: (send: TrackedSend) => Promise<Settlement['state']>;
}

export function newEntryId(): EntryId {
  return EntryId.parse(crypto.randomUUID());
}

/**
 * The sends of this window. Kept above the screens of single persons, so that a send finishes and settles its draft even
 * after the panel has switched to another person.
 *
 * @param onMessage called with each message that GetSales has now
 */
export function useSends(drafts: DraftStore, onMessage: (message: Message) => void): Sends {
  const [local, setLocal] = useState<readonly TrackedSend[]>([]);
  const [retried, setRetried] = useState<readonly AcceptedMessage[]>([]);
  const call = useWorkerCall();
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
      if (overrides === null) drafts.setAside(key, text, entryId);
      const answer = await call('message.send', { entryId, contactId, senderId, personName, text, overrides });
      const settlement = await settleSend(entryId, answer, (id) => call('message.reconcile', { entryId: id }));
      const outcome = draftOutcome(settlement.state);
      if (overrides === null && outcome !== 'open') drafts.settle(key, text, outcome);
      return settle(tracked, settlement);
    },
    [call, drafts, settle],
  );

  const cancel = useCallback(
    async (send: TrackedSend): Promise<Result<null>> => {
      const cancelled = await call('message.cancel', { entryId: send.id });
      if (!cancelled.ok) return cancelled;
      if (send.overrides === null) drafts.settle(draftKey(send.contactId, send.senderId), send.text, 'restore');
      settle(send, { state: { name: 'cancelled', why: 'by-user' }, message: null });
      return cancelled;
    },
    [call, drafts, settle],
  );

  const reconcile = useCallback(
    async (send: TrackedSend): Promise<Settlement['state']> => {
      const reconciled = await call('message.reconcile', { entryId: send.id });
      return reconciled.ok
        ? settle(send, settlementOf(reconciled.value))
        : { name: 'unknown', error: reconciled.error, checks: 0 };
    },
    [call, settle],
  );

  const retry = useCallback(
    async ({ id }: Message): Promise<Result<Message>> => {
      const retriedMessage = await call('message.retry', { messageId: id });
      if (!retriedMessage.ok) return retriedMessage;
      onMessage(retriedMessage.value);
      setRetried((before) => [...before, { messageId: id, acceptedAtMs: Date.now() }]);
      return retriedMessage;
    },
    [call, onMessage],
  );

  return { local, retried, send, cancel, retry, reconcile };
}

/** What to do with the draft: discard it once GetSales or the outbox has the text. `open`: not known yet. */
function draftOutcome(state: Settlement['state']): 'discard' | 'restore' | 'open' {
  switch (state.name) {
    case 'sent':
      return 'discard';
    case 'refused':
    case 'cancelled':
      return 'restore';
    case 'queued':
      return 'open';
    case 'unknown':
      return state.error.code === 'unconfirmed' ? 'discard' : 'open';
  }
}

/** The default sender from the options page; null when none is set. */
export function useDefaultSenderSetting(): Setting<string | null> {
  return useSetting(defaultSenderId);
}
