import { describe, expect, test } from 'vitest';
import type { Message } from '@/lib/domain/conversation';
import { SenderId } from '@/lib/domain/ids';
import { contactA, messageIdOf, sendEntry, senderA, uuidOf } from '@/lib/outbox/testing/entries';
import { matchSent, sameText } from './match-sent';

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

describe('the one message that can only be ours', () => {
  test('is the new one with our words', () => {
    expect(matchSent(entry, [message(2), message(3, { text: 'Other words' })], [entry])?.id).toBe(messageIdOf(2));
  });

  test.each<[string, Parameters<typeof matchSent>]>([
    ['was there before', [{ ...entry, baseline: [messageIdOf(2)] }, [message(2)], []]],
    ['has other words', [entry, [message(2, { text: 'Shall we talk on Friday?' })], []]],
    ['has no words', [entry, [message(2, { text: null })], []]],
    ['came in', [entry, [message(2, { direction: 'in' })], []]],
    ['is another sender’s', [entry, [message(2, { senderId: SenderId.parse(uuidOf(999)) })], []]],
    ['is older than the dispatch', [entry, [message(2, at(-10_001))], []]],
    ['is older at the server’s clock', [{ ...entry, skewMs: 60_000 }, [message(2, at(49_999))], []]],
    [
      'belongs to another intent',
      [entry, [message(2)], [sendEntry(9, { state: { name: 'sent', messageId: messageIdOf(2) } })]],
    ],
    ['has a twin', [entry, [message(2), message(3)], []]],
  ])('is not one that %s', (_name, [wanted, sentMessages, siblings]) => {
    expect(matchSent(wanted, sentMessages, siblings)).toBeNull();
  });

  test.each<[string, Parameters<typeof matchSent>]>([
    ['a little older than the dispatch, as clocks are', [entry, [message(2, at(-10_000))], []]],
    ['old by a clock that is behind', [{ ...entry, skewMs: -3_600_000 }, [message(2, at(-3_600_000))], []]],
    ['without a date', [entry, [message(2, { createdAt: null })], []]],
    ['of any age when GetSales did not tell the time', [{ ...entry, skewMs: null }, [message(2, at(-86_400_000))], []]],
    [
      'claimed by this very intent',
      [entry, [message(2)], [{ ...entry, state: { name: 'sent', messageId: messageIdOf(2) } }]],
    ],
  ])('may be one that is %s', (_name, [wanted, sentMessages, siblings]) => {
    expect(matchSent(wanted, sentMessages, siblings)?.id).toBe(messageIdOf(2));
  });
});

test.each([
  ['composed and decomposed letters', 'caf\u00e9', 'cafe\u0301', true],
  ['line ends', 'one\r\ntwo\rthree', 'one\ntwo\nthree', true],
  ['space around', '  hello\n', 'hello', true],
  ['space within', 'hello  there', 'hello there', false],
  ['case', 'Hello', 'hello', false],
  ['an invisible character', 'hello', 'hel\u200blo', false],
])('%s: the same message or not', (_name, a, b, same) => {
  expect(sameText(a, b)).toBe(same);
});
