import { describe, expect, test } from 'vitest';
import type { Message } from '@/lib/domain/conversation';
import { SenderId } from '@/lib/domain/ids';
import { contactA, messageIdOf, sendEntry, senderA, uuidOf } from '@/lib/outbox/testing/entries';
import { matchSent } from './match-sent';

const entry = sendEntry(1);
const DISPATCHED = Date.parse(entry.createdAt);

function message(n: number, change: Partial<Message> = {}): Message {
  return {
    id: messageIdOf(n),
    contactId: contactA,
    senderId: senderA,
    direction: 'out',
    text: entry.text,
    state: 'queued',
    status: 'new',
    failReason: null,
    attachments: 0,
    origin: 'manual',
    readAt: null,
    sentAt: null,
    createdAt: new Date(DISPATCHED + 1_000).toISOString(),
    ...change,
  };
}

const at = (ms: number) => ({ createdAt: new Date(DISPATCHED + ms).toISOString() });

describe('the matching message', () => {
  test('is the new one with our text', () => {
    expect(matchSent(entry, [message(2), message(3, { text: 'Other words' })], [entry])?.id).toBe(messageIdOf(2));
  });

  test.each<[string, Parameters<typeof matchSent>]>([
    ['was there before the dispatch', [{ ...entry, baseline: [messageIdOf(2)] }, [message(2)], []]],
    ['has another text', [entry, [message(2, { text: 'Shall we talk on Friday?' })], []]],
    ['has no text', [entry, [message(2, { text: null })], []]],
    ['is incoming', [entry, [message(2, { direction: 'in' })], []]],
    ['is from another sender', [entry, [message(2, { senderId: SenderId.parse(uuidOf(999)) })], []]],
    ['is older than the dispatch', [entry, [message(2, at(-10_001))], []]],
    ['is older by the server’s clock', [{ ...entry, skewMs: 60_000 }, [message(2, at(49_999))], []]],
    [
      'is claimed by another entry',
      [entry, [message(2)], [sendEntry(9, { state: { name: 'sent', messageId: messageIdOf(2) } })]],
    ],
    ['has a twin', [entry, [message(2), message(3)], []]],
  ])('is not one that %s', (_name, [wanted, sentMessages, siblings]) => {
    expect(matchSent(wanted, sentMessages, siblings)).toBeNull();
  });

  test.each<[string, Parameters<typeof matchSent>]>([
    ['a little older than the dispatch, within clock tolerance', [entry, [message(2, at(-10_000))], []]],
    ['old by a server clock that is behind', [{ ...entry, skewMs: -3_600_000 }, [message(2, at(-3_600_000))], []]],
    ['without a date', [entry, [message(2, { createdAt: null })], []]],
    ['of any age when GetSales sent no date', [{ ...entry, skewMs: null }, [message(2, at(-86_400_000))], []]],
    [
      'claimed by this entry',
      [entry, [message(2)], [{ ...entry, state: { name: 'sent', messageId: messageIdOf(2) } }]],
    ],
  ])('may be one that is %s', (_name, [wanted, sentMessages, siblings]) => {
    expect(matchSent(wanted, sentMessages, siblings)?.id).toBe(messageIdOf(2));
  });
});
