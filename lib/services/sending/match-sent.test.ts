import { describe, expect, test } from 'vitest';
import { SenderId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { addEntry, messageIdOf, sendEntry, uuidOf } from '@/lib/outbox/testing/entries';
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
    ['is there twice', [entry, [messageOf(2), messageOf(3)], []]],
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

describe('a message that several open sends may be', () => {
  const unknown = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
  const refused = { name: 'refused', error: { code: 'bad-request' } } as const;

  test.each<[string, OutboxEntry, boolean]>([
    ['one', sendEntry(9), false],
    ['one that is unconfirmed', sendEntry(9, { state: unknown }), false],
    ['one, although the clock was set back', sendEntry(9, { createdAt: '2025', dispatchedAt: '2025' }), false],
    ['one with another text', sendEntry(9, { text: 'Other words' }), true],
    ['one that knew the message', sendEntry(9, { baseline: [messageIdOf(2)] }), true],
    ['one that was refused', sendEntry(9, { state: refused }), true],
    ['one that another message was', sendEntry(9, { state: { name: 'sent', messageId: messageIdOf(7) } }), true],
    ['add', addEntry(9), true],
  ])('is this one’s beside a later %s, or not', (_name, later, isOurs) => {
    expect(matchSent(entry, [messageOf(2)], [later, entry])?.id).toBe(isOurs ? messageIdOf(2) : undefined);
  });

  test.each([
    ['one from before', sendEntry(0)],
    [
      'one from before, although the clock was set back since',
      sendEntry(0, { createdAt: '2027', dispatchedAt: '2027' }),
    ],
  ])('is this one’s beside %s', (_name, earlier) => {
    expect(matchSent(entry, [messageOf(2)], [entry, earlier])?.id).toBe(messageIdOf(2));
  });
});
