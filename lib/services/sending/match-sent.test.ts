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

describe('a message that several open sends may be', () => {
  const later = { dispatchedAt: new Date(DISPATCHED + 1).toISOString() };
  const unknown = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
  const refused = { name: 'refused', error: { code: 'bad-request' } } as const;

  test.each<[string, OutboxEntry, boolean]>([
    ['a later one', sendEntry(9, later), false],
    ['a later one that is unconfirmed', sendEntry(9, { ...later, state: unknown }), false],
    ['one of the same time', sendEntry(9, { createdAt: entry.createdAt }), true],
    ['one that was dispatched later, although written earlier', { ...sendEntry(9, later), createdAt: '2026' }, false],
    ['a later one with another text', sendEntry(9, { ...later, text: 'Other words' }), true],
    ['a later one that knew the message', sendEntry(9, { ...later, baseline: [messageIdOf(2)] }), true],
    ['a later one that was refused', sendEntry(9, { ...later, state: refused }), true],
    [
      'a later one that another message was',
      sendEntry(9, { ...later, state: { name: 'sent', messageId: messageIdOf(7) } }),
      true,
    ],
    ['an add', addEntry(9), true],
  ])('is this one’s beside %s, or not', (_name, sibling, isOurs) => {
    expect(matchSent(entry, [messageOf(2)], [sibling])?.id).toBe(isOurs ? messageIdOf(2) : undefined);
  });
});
