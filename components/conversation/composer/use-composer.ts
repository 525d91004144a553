import { useEffect, useState } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Message, Sender } from '@/lib/domain/conversation';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { lastSendAs, type TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { useDefaultSenderSetting } from '@/lib/ui/conversation/use-sends';
import { draftKey } from '@/lib/ui/drafts/draft-keys';
import { settledDrafts } from '@/lib/ui/drafts/settled-drafts';
import type { UnsentDrafts } from '@/lib/ui/drafts/use-drafts';
import { useIsUnchanged } from '@/lib/ui/page/use-timers';
import { checkSend, type SendCheck, type SendFacts } from './send-check';
import { defaultSender, writingSenders } from './sender-choice';

interface ComposerFacts {
  readonly contactId: ContactId;
  readonly connections: readonly SenderConnection[];
  readonly session: SendFacts['session'];
  /** Null until the worker has answered. */
  readonly senders: readonly Sender[] | null;
  /** Loaded messages; null until the first page has arrived. */
  readonly messages: readonly Message[] | null;
  readonly threadFailed: boolean;
  /** Sends of this contact. */
  readonly sends: readonly TrackedSend[];
  /** The sends of the outbox for this contact are loaded. */
  readonly outboxKnown: boolean;
  readonly drafts: UnsentDrafts;
}

interface ComposerState {
  /** Senders that can write; null until they are known and one could be preselected. */
  readonly senders: readonly Sender[] | null;
  readonly sender: Sender | null;
  readonly choose: (senderId: SenderId) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly sendCheck: SendCheck;
  /** Why the last message was not sent and is back in the composer. */
  readonly refusal: AppError | null;
  /** A draft as another sender, while there is none as this one. */
  readonly otherDraft: { readonly sender: Sender; readonly text: string } | null;
}

/** The sender, the draft, and whether it can be sent. The sender is preselected once and then kept. */
export function useComposer(facts: ComposerFacts): ComposerState {
  const { contactId, connections, session, messages, sends, drafts } = facts;
  const preferred = useDefaultSenderSetting();
  const [picked, setPicked] = useState<SenderId | 'undecided' | null>('undecided');
  const senders = facts.senders === null ? null : writingSenders(facts.senders);
  const isThreadKnown = messages !== null || facts.threadFailed;
  const suggested =
    isThreadKnown && senders !== null && drafts.all !== null && preferred.loaded
      ? defaultSender({
          contactId,
          senders,
          messages: messages ?? [],
          connections,
          defaultId: preferred.value,
          drafts: drafts.all,
        })
      : 'undecided';
  // Not fixed until the thread is loaded: its messages may suggest another sender.
  if (picked === 'undecided' && messages !== null && suggested !== 'undecided') setPicked(suggested);
  const senderId = picked === 'undecided' ? suggested : picked;
  const sender = senders?.find(({ id }) => id === senderId) ?? null;
  const key = draftKey(contactId, sender?.id ?? null);
  const text = drafts.all?.[key] ?? '';
  const isRecipientUnchanged = useIsUnchanged(`${contactId} ${sender?.id ?? ''}`);
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
      isRecipientUnchanged,
      messages: messages ?? [],
      sends,
    }),
    refusal,
    otherDraft: text === '' && sender !== null ? otherDraft(facts, senders ?? [], sender) : null,
  };
}

/** Why a message was not sent; null when the user cancelled it. */
function refusalOf({ state }: TrackedSend): AppError | null {
  if (state.name === 'refused') return state.error;
  return state.name === 'cancelled' && state.why === 'expired' ? { code: 'expired' } : null;
}

/** Settles drafts whose sends finished while no panel was open. */
function useSettledDrafts({ contactId, sends, outboxKnown, drafts }: ComposerFacts): void {
  const { store, all } = drafts;
  useEffect(() => {
    if (!outboxKnown || all === null) return;
    for (const { key, text, outcome } of settledDrafts(all, contactId, sends)) store.settle(key, text, outcome);
  }, [all, contactId, outboxKnown, sends, store]);
}

/** Text written before a sender was chosen becomes the draft of the first sender. */
function useAdoptedDraft(contactId: ContactId, senderId: SenderId | null, { store, all }: UnsentDrafts): void {
  const from = draftKey(contactId, null);
  const hasTextWithoutSender = senderId !== null && (all?.[from] ?? '') !== '';
  useEffect(() => {
    if (hasTextWithoutSender) store.move(from, draftKey(contactId, senderId));
  }, [hasTextWithoutSender, from, contactId, senderId, store]);
}

function otherDraft(
  { contactId, drafts }: ComposerFacts,
  senders: readonly Sender[],
  sender: Sender,
): ComposerState['otherDraft'] {
  for (const other of senders) {
    const text = drafts.all?.[draftKey(contactId, other.id)] ?? '';
    if (other.id !== sender.id && text.trim() !== '') return { sender: other, text };
  }
  return null;
}
