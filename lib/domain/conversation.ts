import type { ContactId, MessageId, SenderId } from './ids';

/** GetSales' limit on a message, in Unicode code points: a message of 8,000 emoji is allowed (docs/getsales-api.md#send). */
export const MESSAGE_MAX_LENGTH = 8_000;

/** The length of a text in code points, the unit of `MESSAGE_MAX_LENGTH`. */
export function messageLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** A LinkedIn account of the workspace that messages are sent from. */
export interface Sender {
  readonly id: SenderId;
  /** `label`, or first and last name without one. */
  readonly name: string;
  /** A hint only: disabled senders are reported to send fine (docs/getsales-api.md#senders). */
  readonly enabled: boolean;
  /** False when no LinkedIn account is attached. */
  readonly canWrite: boolean;
}

/** `queued` new · `sending` in_progress · `sent` done · `failed`. Anything else is `other`, shown with GetSales' own word. */
export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'other';

export interface Message {
  readonly id: MessageId;
  readonly contactId: ContactId | null;
  readonly senderId: SenderId | null;
  readonly direction: 'in' | 'out';
  /** Plain text, never HTML. Null for reactions and stickers. */
  readonly text: string | null;
  readonly state: MessageState;
  /** GetSales' own status word. */
  readonly status: string;
  readonly failReason: string | null;
  readonly attachments: number;
  /** `auto`, `manual`, `synced`, … */
  readonly origin: string | null;
  readonly readAt: string | null;
  readonly sentAt: string | null;
  readonly createdAt: string | null;
}

/** `sent_at`, or `created_at` without it (the time of synchronisation; docs/getsales-api.md#conversation). ISO, or null. */
export function messageTime(message: Message): string | null {
  return message.sentAt ?? message.createdAt;
}

/** One page of a conversation, newest first. */
export interface ConversationPage {
  readonly messages: readonly Message[];
  /** Offset of the next older page, or null at the end. */
  readonly nextOffset: number | null;
  /** GetSales' own count; null without one. */
  readonly total: number | null;
  readonly asOf: string;
}
