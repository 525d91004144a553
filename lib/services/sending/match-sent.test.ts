import { describe, expect, test } from 'vitest';
import { SenderId } from '@/lib/domain/ids';
import { messageIdOf, sendEntry, uuidOf } from '@/lib/outbox/testing/entries';
import { messageOf } from '../testing/message';
import { matchSent } from './match-sent';

const entry = sendEntry(1);
const DISPATCHED = Date.parse(entry.createdAt);

const at = (ms: number) => ({ createdAt: new Date(DISPATCHED + ms).toISOString() });

describe('the matching message', () => {
  test('is the new one with our text', () => {
    expect(matchSent(entry, [messageOf(2), messageOf(3, { text: 'Other words' })], [entry])?.id).toBe(messageIdOf(2));
  });

  test.each<[string, Parameters<typeof matchSent>]>([
    ['was there before the dispatch', [{ ...entry, baseline: [messageIdOf(2)] }, [messageOf(2)], []]],
    ['has another text', [entry, [messageOf(2, { text: 'Shall we talk on Friday?' })], []]],
    ['has no text', [entry, [messageOf(2, { text: null })], []]],
    ['is incoming', [entry, [messageOf(2, { direction: 'in' })], []]],
    ['is from another sender', [entry, [messageOf(2, { senderId: SenderId.parse(uuidOf(999)) })], []]],
    ['is older than the dispatch', [entry, [messageOf(2, at(-10_001))], []]],
    ['is older by the server’s clock', [{ ...entry, skewMs: 60_000 }, [messageOf(2, at(49_999))], []]],
    [
      'is claimed by another entry',
      [entry, [messageOf(2)], [sendEntry(9, { state: { name: 'sent', messageId: messageIdOf(2) } })]],
    ],
    ['has a twin', [entry, [messageOf(2), messageOf(3)], []]],
  ])('is not one that %s', (_name, [wanted, sentMessages, siblings]) => {
    expect(matchSent(wanted, sentMessages, siblings)).toBeNull();
  });

  test.each<[string, Parameters<typeof matchSent>]>([
    ['a little older than the dispatch, within clock tolerance', [entry, [messageOf(2, at(-10_000))], []]],
    ['old by a server clock that is behind', [{ ...entry, skewMs: -3_600_000 }, [messageOf(2, at(-3_600_000))], []]],
    ['without a date', [entry, [messageOf(2, { createdAt: null })], []]],
    ['of any age when GetSales sent no date', [{ ...entry, skewMs: null }, [messageOf(2, at(-86_400_000))], []]],
    [
      'claimed by this entry',
      [entry, [messageOf(2)], [{ ...entry, state: { name: 'sent', messageId: messageIdOf(2) } }]],
    ],
  ])('may be one that is %s', (_name, [wanted, sentMessages, siblings]) => {
    expect(matchSent(wanted, sentMessages, siblings)?.id).toBe(messageIdOf(2));
  });
});
