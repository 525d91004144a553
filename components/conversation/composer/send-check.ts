import { isSameText } from '@/lib/domain/same-text';
import type { SenderConnection } from '@/lib/domain/contact';
import { MESSAGE_MAX_LENGTH, messageLength, messageTime, type Message, type Sender } from '@/lib/domain/conversation';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { isConnected } from './sender-choice';

/** Why Send is disabled. */
export type SendBlocker =
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'key-rejected' }
  | { readonly kind: 'preparing' }
  /** A message to this contact is still queued; it can be cancelled in the thread. */
  | { readonly kind: 'queued' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'no-senders' }
  | { readonly kind: 'no-sender' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly over: number }
  | { readonly kind: 'variable'; readonly variable: string }
  | { readonly kind: 'just-changed' };

/** What the user has to confirm before sending. */
export type SendWarning =
  | { readonly kind: 'same-text'; readonly at: string | null }
  /** An unconfirmed message has the same text and may have arrived. */
  | { readonly kind: 'same-text-unconfirmed' }
  /** Invisible characters that may change how the text reads, as code points: `U+202E`. */
  | { readonly kind: 'hidden'; readonly codes: readonly string[] }
  | { readonly kind: 'not-connected' };

export type SendCheck =
  | { readonly kind: 'blocked'; readonly blocker: SendBlocker }
  | { readonly kind: 'confirm'; readonly warnings: readonly SendWarning[] }
  | { readonly kind: 'ready' };

export interface SendFacts {
  readonly session: 'asking' | 'connected' | 'disconnected' | 'rejected';
  /** Senders that can write; null until known. */
  readonly senders: readonly Sender[] | null;
  readonly sender: Sender | null;
  readonly connections: readonly SenderConnection[];
  readonly text: string;
  /** Recipient and sender have not changed for 600 ms. */
  readonly isRecipientUnchanged: boolean;
  /** Loaded messages of this contact. */
  readonly messages: readonly Message[];
  /** Sends of this contact, from the outbox and this window. */
  readonly sends: readonly TrackedSend[];
}

/** Control characters, direction overrides, zero-width spaces and lone surrogates. Joiners are allowed: Persian and emoji need them. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
const VARIABLE = /\{\{[^{}\n]{0,80}\}\}/u;

/** Whether this text can be sent now to this contact as this sender: blocked for one reason, after a confirmation, or ready. */
export function checkSend(facts: SendFacts): SendCheck {
  const blocker = findBlocker(facts);
  if (blocker !== null) return { kind: 'blocked', blocker };
  const warnings = findWarnings(facts);
  return warnings.length > 0 ? { kind: 'confirm', warnings } : { kind: 'ready' };
}

function findBlocker(facts: SendFacts): SendBlocker | null {
  const { session, senders, sender, text, isRecipientUnchanged } = facts;
  if (session === 'disconnected') return { kind: 'not-connected' };
  if (session === 'rejected') return { kind: 'key-rejected' };
  if (session === 'asking' || senders === null) return { kind: 'preparing' };
  if (senders.length === 0) return { kind: 'no-senders' };
  if (sender === null) return { kind: 'no-sender' };
  const unfinished = unfinishedSend(facts);
  if (unfinished !== null) return { kind: unfinished };
  if (text.trim() === '') return { kind: 'empty' };
  const over = messageLength(text) - MESSAGE_MAX_LENGTH;
  if (over > 0) return { kind: 'too-long', over };
  const variable = VARIABLE.exec(text)?.[0];
  if (variable !== undefined) return { kind: 'variable', variable };
  return isRecipientUnchanged ? null : { kind: 'just-changed' };
}

/** Whether a message to this contact as this sender is queued or being sent. */
function unfinishedSend({ sends, sender }: SendFacts): 'queued' | 'sending' | null {
  const names = new Set(sends.filter(({ senderId }) => senderId === sender?.id).map(({ state }) => state.name));
  if (names.has('queued')) return 'queued';
  return names.has('dispatching') ? 'sending' : null;
}

function findWarnings({ text, messages, sends, sender, connections }: SendFacts): readonly SendWarning[] {
  const warnings: SendWarning[] = [];
  const listed = messages.findLast(
    (message) => message.direction === 'out' && message.text !== null && isSameText(message.text, text),
  );
  const ours = sends.findLast((send) => isSameText(send.text, text) && ['sent', 'unknown'].includes(send.state.name));
  if (listed !== undefined) warnings.push({ kind: 'same-text', at: messageTime(listed) });
  else if (ours?.state.name === 'sent') warnings.push({ kind: 'same-text', at: ours.createdAt });
  if (ours?.state.name === 'unknown') warnings.push({ kind: 'same-text-unconfirmed' });
  const codes = hiddenCharacters(text);
  if (codes.length > 0) warnings.push({ kind: 'hidden', codes });
  if (!isConnected(connections, sender?.id)) warnings.push({ kind: 'not-connected' });
  return warnings;
}

function hiddenCharacters(text: string): readonly string[] {
  const found = new Set(text.match(HIDDEN) ?? []);
  return [...found].map((char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
