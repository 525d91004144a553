import type { ConversationPage, Message } from '@/lib/domain/conversation';
import { ContactId, EntryId, MessageId, SenderId } from '@/lib/domain/ids';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';

/** Example ids, messages and sends for unit tests. */
const uuid = (group: string, n: number): string => `${group}-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const messageId = (n: number): MessageId => MessageId.parse(uuid('aaaaaaaa', n));
export const entryId = (n: number): EntryId => EntryId.parse(uuid('bbbbbbbb', n));
export const contactA = ContactId.parse(uuid('cccccccc', 1));
export const contactB = ContactId.parse(uuid('cccccccc', 2));
export const mara = SenderId.parse(uuid('dddddddd', 1));
export const tom = SenderId.parse(uuid('dddddddd', 2));

/** Minute `n` of an example day. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 10, 17, 9, n)).toISOString();

export function aMessage(n: number, over: Partial<Message> = {}): Message {
  return {
    id: messageId(n),
    contactId: contactA,
    senderId: mara,
    direction: 'out',
    text: `Message ${String(n)}`,
    state: 'sent',
    status: 'done',
    failReason: null,
    attachments: 0,
    origin: 'manual',
    readAt: null,
    sentAt: minute(n),
    createdAt: minute(n),
    ...over,
  };
}

export function aPage(messages: readonly Message[], nextOffset: number | null = null): ConversationPage {
  return { messages, nextOffset, total: null, asOf: minute(59) };
}

export function aSend(n: number, state: TrackedSend['state'], over: Partial<TrackedSend> = {}): TrackedSend {
  return {
    id: entryId(n),
    contactId: contactA,
    senderId: mara,
    text: 'Hello',
    overrides: null,
    createdAt: minute(n),
    settledAt: null,
    state,
    ...over,
  };
}
