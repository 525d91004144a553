import type { SenderConnection } from '@/lib/domain/contact';
import { MESSAGE_MAX_LENGTH, messageLength, messageTime, type Message, type Sender } from '@/lib/domain/conversation';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';

/** Why Send is off, and what would switch it on again. */
export type SendBlock =
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'key-rejected' }
  | { readonly kind: 'preparing' }
  /** A message to them waits to leave: it is taken back at its place in the thread. */
  | { readonly kind: 'queued' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'no-senders' }
  | { readonly kind: 'no-sender' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly over: number }
  | { readonly kind: 'variable'; readonly variable: string }
  | { readonly kind: 'just-changed' };

/** What the user has to confirm before this leaves. */
export type SendWarning =
  | { readonly kind: 'same-text'; readonly at: string | null }
  /** The same text is on an unconfirmed message: it may have arrived. */
  | { readonly kind: 'same-text-unconfirmed' }
  /** Characters that nobody sees and that may change how the text reads: their code points, `U+202E`. */
  | { readonly kind: 'hidden'; readonly codes: readonly string[] }
  | { readonly kind: 'not-connected' };

export type SendCheck =
  | { readonly kind: 'off'; readonly block: SendBlock }
  | { readonly kind: 'confirm'; readonly warnings: readonly SendWarning[] }
  | { readonly kind: 'ready' };

export interface SendFacts {
  readonly session: 'asking' | 'connected' | 'disconnected' | 'rejected';
  /** Senders that can write; null until known. */
  readonly senders: readonly Sender[] | null;
  readonly sender: Sender | null;
  readonly connections: readonly SenderConnection[];
  readonly text: string;
  /** Recipient and sender have stood still for 600 ms. */
  readonly armed: boolean;
  /** Loaded messages of this contact. */
  readonly messages: readonly Message[];
  /** Sends of this contact, from the outbox and this window. */
  readonly sends: readonly TrackedSend[];
}

/** Controls, turns of direction, zero-width spaces and halves of characters. Joiners are spelling, in Persian and in emoji. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
const VARIABLE = /\{\{[^{}\n]{0,80}\}\}/u;

/** Whether this text may leave now, to this contact as this sender: off with one reason, after a confirmation, or yes. */
export function checkSend(facts: SendFacts): SendCheck {
  const block = sendBlock(facts);
  if (block !== null) return { kind: 'off', block };
  const warnings = sendWarnings(facts);
  return warnings.length > 0 ? { kind: 'confirm', warnings } : { kind: 'ready' };
}

/** The text as two texts are compared: what the eye cannot tell apart is the same (docs/reliability.md#sending-a-message, step 7). */
export function normalised(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

function sendBlock(facts: SendFacts): SendBlock | null {
  const { session, senders, sender, text, armed } = facts;
  if (session === 'disconnected') return { kind: 'not-connected' };
  if (session === 'rejected') return { kind: 'key-rejected' };
  if (session === 'asking' || senders === null) return { kind: 'preparing' };
  if (senders.length === 0) return { kind: 'no-senders' };
  if (sender === null) return { kind: 'no-sender' };
  const leaving = underWay(facts);
  if (leaving !== null) return { kind: leaving };
  if (text.trim() === '') return { kind: 'empty' };
  const over = messageLength(text) - MESSAGE_MAX_LENGTH;
  if (over > 0) return { kind: 'too-long', over };
  const variable = VARIABLE.exec(text)?.[0];
  if (variable !== undefined) return { kind: 'variable', variable };
  return armed ? null : { kind: 'just-changed' };
}

/** Whether a message to this contact as this sender waits to leave, or is on its way out. */
function underWay({ sends, sender }: SendFacts): 'queued' | 'sending' | null {
  const names = new Set(sends.filter(({ senderId }) => senderId === sender?.id).map(({ state }) => state.name));
  if (names.has('queued')) return 'queued';
  return names.has('dispatching') ? 'sending' : null;
}

function sendWarnings({ text, messages, sends, sender, connections }: SendFacts): readonly SendWarning[] {
  const warnings: SendWarning[] = [];
  const same = normalised(text);
  const listed = messages.findLast((message) => message.direction === 'out' && isSame(message.text, same));
  const ours = sends.findLast((send) => isSame(send.text, same) && ['sent', 'unknown'].includes(send.state.name));
  if (listed !== undefined) warnings.push({ kind: 'same-text', at: messageTime(listed) });
  else if (ours?.state.name === 'sent') warnings.push({ kind: 'same-text', at: ours.createdAt });
  if (ours?.state.name === 'unknown') warnings.push({ kind: 'same-text-unconfirmed' });
  const codes = hiddenIn(text);
  if (codes.length > 0) warnings.push({ kind: 'hidden', codes });
  const connected = connections.some((connection) => connection.senderId === sender?.id && connection.connected);
  if (!connected) warnings.push({ kind: 'not-connected' });
  return warnings;
}

function isSame(text: string | null, same: string): boolean {
  return text !== null && normalised(text) === same;
}

function hiddenIn(text: string): readonly string[] {
  const found = new Set(text.match(HIDDEN) ?? []);
  return [...found].map((char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
