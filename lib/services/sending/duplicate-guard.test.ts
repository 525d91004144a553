import { describe, expect, test, vi } from 'vitest';
import { SenderId } from '@/lib/domain/ids';
import type { OutboxEntry, SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { addEntry, contactB, entryIdOf, sendEntry, uuidOf } from '@/lib/outbox/testing/entries';
import { checkDuplicates } from './duplicate-guard';
import type { ReconcileDeps } from './reconcile';
import { messageOf } from '../testing/message';

const NOW = Date.UTC(2026, 10, 23, 13);
const anotherSender = SenderId.parse(uuidOf(999));
const unknown = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
const refused = { name: 'refused', error: { code: 'bad-request' } } as const;
const cancelled = { name: 'cancelled', why: 'by-user' } as const;
const unavailable = { ok: false, error: { code: 'storage-unavailable' } };
const duplicate = (n: number) => err({ code: 'duplicate-entry', entryId: entryIdOf(n) });
const unconfirmed = (n: number) => err({ code: 'unconfirmed', entryId: entryIdOf(n) });
/** The first message, unconfirmed. */
const first = (change: Partial<SendEntry> = {}) => sendEntry(1, { state: unknown, ...change });

interface Case {
  readonly entries?: readonly OutboxEntry[];
  /** What GetSales lists. */
  readonly listed?: ReconcileDeps['client']['sentMessages'];
  readonly overrides?: SendEntry['overrides'];
}

/** Checks a message like the first one, as entry 5. */
async function check({ entries = [], listed, overrides = null }: Case) {
  const outbox = createOutboxStore(() => NOW).of({ owns: () => true });
  for (const entry of entries) await outbox.add(entry);
  const { contactId, senderId, personName, text } = sendEntry(5);
  return checkDuplicates(
    {
      outbox,
      client: {
        message: () => Promise.resolve(ok(null)),
        sentMessages: listed ?? (() => Promise.resolve(ok({ messages: [], skewMs: 0 }))),
      },
      settle: async (id, event) => {
        await outbox.applyToSend(id, event);
      },
    },
    { entryId: entryIdOf(5), contactId, senderId, personName, text, overrides },
  );
}

const listsIt = () => Promise.resolve(ok({ messages: [messageOf(8)], skewMs: 0 }));
const isOffline = () => Promise.resolve(err({ code: 'offline' } as const));
/** Written so many days ago by a clock that may have been changed since. */
const daysOld = (days: number) => ({ createdAt: new Date(NOW - days * 86_400_000).toISOString() });

describe('a message without an override', () => {
  test.each<[string, Case, object]>([
    ['may be sent when there is none', {}, ok(null)],
    ['is held back by an unconfirmed one with its text', { entries: [first()] }, unconfirmed(1)],
    ['also while GetSales cannot be asked', { entries: [first()], listed: isOffline }, err({ code: 'offline' })],
    ['is a duplicate of one that is found', { entries: [first()], listed: listsIt }, duplicate(1)],
    ['may be sent beside another text', { entries: [first({ text: 'Other words' })] }, ok(null)],
    [
      'is held back by the same text in other spaces',
      { entries: [first({ text: ` ${first().text}` })] },
      unconfirmed(1),
    ],
    ['may be sent beside another sender’s', { entries: [first({ senderId: anotherSender })] }, ok(null)],
    ['may be sent beside another contact’s', { entries: [first({ contactId: contactB })] }, ok(null)],
    ['may be sent after one that was refused', { entries: [first({ state: refused })] }, ok(null)],
    ['may be sent beside an add', { entries: [addEntry(1)] }, ok(null)],
    ['is held back by one of any age', { entries: [first(daysOld(400))] }, unconfirmed(1)],
    [
      'is held back by one after the last check',
      { entries: [first({ state: { ...unknown, checks: 60 } })] },
      unconfirmed(1),
    ],
    ['is held back by one from tomorrow', { entries: [first(daysOld(-1))] }, unconfirmed(1)],
    [
      'may be sent once a copy of the unconfirmed one was sent',
      { entries: [first(), sendEntry(2, { text: 'x', overrides: entryIdOf(1), state: { name: 'dispatching' } })] },
      ok(null),
    ],
    [
      'is held back while such a copy was refused',
      { entries: [first(), sendEntry(2, { overrides: entryIdOf(1), state: refused })] },
      unconfirmed(1),
    ],
  ])('%s', async (_name, given, expected) => {
    expect(await check(given)).toEqual(expected);
  });
});

describe('a copy that the user asked for', () => {
  const overrides = entryIdOf(1);
  const copy = (change: Partial<SendEntry>) =>
    sendEntry(2, { overrides, state: { name: 'queued', sendAt: '2026', blockedBy: null }, ...change });

  test.each<[string, Case, object]>([
    ['may be sent when the first one is gone', {}, ok(null)],
    ['may be sent while the first one is unconfirmed', { entries: [first()] }, ok(null)],
    ['is not sent when the first one is found', { entries: [first()], listed: listsIt }, duplicate(1)],
    ['is not sent while GetSales cannot be asked', { entries: [first()], listed: isOffline }, err({ code: 'offline' })],
    [
      'may be sent after the first one was refused',
      { entries: [first({ state: refused })], listed: isOffline },
      ok(null),
    ],
    ['is not sent for a cancelled one', { entries: [first({ state: cancelled })] }, err({ code: 'cancelled' })],
    [
      'is not sent in another conversation',
      { entries: [first({ contactId: contactB })] },
      err({ code: 'bad-request' }),
    ],
    [
      'is not sent from another sender',
      { entries: [first({ senderId: anotherSender })] },
      err({ code: 'bad-request' }),
    ],
    ['is not sent for an add', { entries: [addEntry(1)] }, err({ code: 'bad-request' })],
    ['is not sent beside another copy', { entries: [first(), copy({})] }, duplicate(2)],
    ['may be sent beside a refused copy', { entries: [first(), copy({ state: refused })] }, ok(null)],
    [
      'may be sent beside a copy of another message',
      { entries: [first(), copy({ overrides: entryIdOf(7) })] },
      ok(null),
    ],
    ['is no duplicate of itself', { entries: [first(), copy({ id: entryIdOf(5) })] }, ok(null)],
  ])('%s', async (_name, given, expected) => {
    expect(await check({ ...given, overrides })).toEqual(expected);
  });
});

test('a copy is not sent when the other copies cannot be read', async () => {
  vi.spyOn(IDBIndex.prototype, 'openCursor').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  expect(await check({ entries: [first()], overrides: entryIdOf(1) })).toMatchObject(unavailable);
});

test.each([null, entryIdOf(1)])('nothing is sent when the outbox cannot be read (overrides %s)', async (overrides) => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await check({ overrides })).toMatchObject(unavailable);
});
