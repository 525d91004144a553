import type { Message } from '@/lib/domain/conversation';
import { contactA, messageIdOf, sendEntry, senderA } from '@/lib/outbox/testing/entries';

/** The nth message at GetSales, with the text of `sendEntry`, dated a second after its dispatch. */
export function messageOf(n: number, change: Partial<Message> = {}): Message {
  const { text, createdAt } = sendEntry(1);
  return {
    id: messageIdOf(n),
    contactId: contactA,
    senderId: senderA,
    direction: 'out',
    text,
    state: 'queued',
    status: 'new',
    failReason: null,
    attachments: 0,
    origin: 'manual',
    readAt: null,
    sentAt: null,
    createdAt: new Date(Date.parse(createdAt) + 1_000).toISOString(),
    ...change,
  };
}
