import { useEffect, useState } from 'react';
import type { PanelSession } from '@/components/screens/panel/panel-view';
import type { AppError } from '@/lib/domain/app-error';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Message, Sender } from '@/lib/domain/conversation';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { lastSendAs, type TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { usePreferredSender } from '@/lib/ui/conversation/use-sends';
import { draftKey } from '@/lib/ui/drafts/draft-store';
import { settledDrafts } from '@/lib/ui/drafts/settled-drafts';
import type { DraftShelf } from '@/lib/ui/drafts/use-drafts';
import { useArmed } from '@/lib/ui/page/use-timers';
import { checkSend, type SendCheck } from './send-check';
import { defaultSender, writingSenders } from './sender-choice';

export interface ComposerFacts {
  readonly contactId: ContactId;
  readonly connections: readonly SenderConnection[];
  readonly session: PanelSession;
  /** Null until the worker has told. */
  readonly senders: readonly Sender[] | null;
  /** Loaded messages; null until the first page has come. */
  readonly messages: readonly Message[] | null;
  readonly threadFailed: boolean;
  /** Sends of this contact. */
  readonly sends: readonly TrackedSend[];
  /** The outbox has told what it knows of this contact. */
  readonly outboxKnown: boolean;
  readonly drafts: DraftShelf;
}

export interface PanelComposer {
  /** Those that can write; null until they are known and one of them could be proposed. */
  readonly senders: readonly Sender[] | null;
  readonly sender: Sender | null;
  readonly choose: (senderId: SenderId) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly sendCheck: SendCheck;
  /** Why what was sent last is back in the composer. */
  readonly refusal: AppError | null;
  /** A text that was written as another sender while there is none as this one. */
  readonly otherDraft: { readonly sender: Sender; readonly text: string } | null;
}

/** Who writes, the draft, and whether it may leave. The default sender is chosen once and then stays. */
export function usePanelComposer(facts: ComposerFacts): PanelComposer {
  const { contactId, connections, session, messages, sends, drafts } = facts;
  const preferred = usePreferredSender();
  const [picked, setPicked] = useState<SenderId | 'undecided' | null>('undecided');
  const senders = facts.senders === null ? null : writingSenders(facts.senders);
  const heard = messages !== null || facts.threadFailed;
  const proposed =
    heard && senders !== null && drafts.all !== null && preferred.loaded
      ? defaultSender({
          contactId,
          senders,
          messages: messages ?? [],
          connections,
          defaultId: preferred.value,
          drafts: drafts.all,
        })
      : 'undecided';
  // Without the thread a proposal stays one: who has the thread decides once it is there.
  if (picked === 'undecided' && messages !== null && proposed !== 'undecided') setPicked(proposed);
  const senderId = picked === 'undecided' ? proposed : picked;
  const sender = senders?.find(({ id }) => id === senderId) ?? null;
  const key = draftKey(contactId, sender?.id ?? null);
  const text = drafts.all?.[key] ?? '';
  const armed = useArmed(`${contactId} ${sender?.id ?? ''}`);
  useSettledDrafts(facts);
  useAdoptedDraft(contactId, sender?.id ?? null, drafts);

  const last = lastSendAs(sends, contactId, sender?.id ?? null);
  const refusal = last !== null && text.startsWith(last.text) ? refusalOf(last) : null;
  return {
    senders: senderId === 'undecided' ? null : senders,
    sender,
    choose: setPicked,
    text,
    setText: (next) => {
      drafts.store.set(key, next);
    },
    sendCheck: checkSend({
      session,
      senders: senderId === 'undecided' ? null : senders,
      sender,
      connections,
      text,
      armed,
      messages: messages ?? [],
      sends,
    }),
    refusal,
    otherDraft: text === '' && sender !== null ? otherDraft(facts, senders ?? [], sender) : null,
  };
}

/** Why a message was not sent, if somebody has to be told: taking it back was the user's own doing. */
function refusalOf({ state }: TrackedSend): AppError | null {
  if (state.name === 'refused') return state.error;
  return state.name === 'cancelled' && state.why === 'expired' ? { code: 'expired' } : null;
}

/** Drafts whose sending ended while no panel was there to see it. */
function useSettledDrafts({ contactId, sends, outboxKnown, drafts }: ComposerFacts): void {
  const { store, all } = drafts;
  useEffect(() => {
    if (!outboxKnown || all === null) return;
    for (const { key, text, fate } of settledDrafts(all, contactId, sends)) store.settle(key, text, fate);
  }, [all, contactId, outboxKnown, sends, store]);
}

/** What was written before there was a sender becomes the draft of the first one. */
function useAdoptedDraft(contactId: ContactId, senderId: SenderId | null, { store, all }: DraftShelf): void {
  const from = draftKey(contactId, null);
  const waits = senderId !== null && (all?.[from] ?? '') !== '';
  useEffect(() => {
    if (waits) store.move(from, draftKey(contactId, senderId));
  }, [waits, from, contactId, senderId, store]);
}

function otherDraft(
  { contactId, drafts }: ComposerFacts,
  senders: readonly Sender[],
  sender: Sender,
): PanelComposer['otherDraft'] {
  for (const other of senders) {
    const text = drafts.all?.[draftKey(contactId, other.id)] ?? '';
    if (other.id !== sender.id && text.trim() !== '') return { sender: other, text };
  }
  return null;
}
