import { beforeEach, describe, expect, test, vi } from 'vitest';
import { UNCONFIRMED_TTL_MS } from '@/lib/domain/outbox/send-transitions';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, AddState, OutboxEntry, SendState } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import type { AddResult } from '../adding/attempt-add';
import { createActivity } from './activity';

const NOW = Date.UTC(2026, 10, 23, 13);
const error = { code: 'offline' } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const waiting: AddState = { name: 'waiting', error, tries: 1, retryAt: '2027', mayHaveArrived: false };
const refused = { name: 'refused', error } as const;
const unknown: SendState = { name: 'unknown', error, checks: 6 };
const sent: SendState = { name: 'sent', messageId: messageIdOf(9) };
const queued: SendState = { name: 'queued', sendAt: '2026', blockedBy: null };
const tooLate = err({ code: 'too-late' });
const unavailable = { ok: false, error: { code: 'storage-unavailable' } };

let outbox: Outbox;

beforeEach(() => {
  outbox = createOutboxStore(() => NOW).of({ owns: () => true });
});

interface Given {
  readonly inFlight?: readonly EntryId[];
  readonly retried?: AddResult;
  /** What the retry does to the outbox. */
  readonly retry?: () => Promise<unknown>;
}

async function activityWith(entries: readonly OutboxEntry[], given: Given = {}) {
  for (const entry of entries) await outbox.add(entry);
  const { inFlight = [], retried = ok({ effect: 'waiting', error }), retry = () => Promise.resolve() } = given;
  let changes = 0;
  const activity = createActivity({
    outbox,
    addContact: {
      inFlight: { has: (id) => inFlight.includes(id), ids: () => inFlight },
      retry: async () => {
        await retry();
        return retried;
      },
    },
    now: () => NOW,
    lostAt: () => Promise.resolve('2026'),
    changed: () => Promise.resolve(void (changes += 1)),
  });
  const left = async (): Promise<readonly EntryId[]> => {
    const all = await outbox.recent({ contactId: null });
    return all.ok ? all.value.map(({ id }) => id) : expect.fail(all.error.code);
  };
  return { activity, left, changes: () => changes };
}

describe('a page of Activity', () => {
  const adds = [
    addEntry(1, { state: waiting }),
    addEntry(2, { state: refused }),
    addEntry(3, { state: { name: 'done', outcome: { ...outcome, effect: 'matched-other' } } }),
    addEntry(4, { state: { name: 'done', outcome } }),
  ];
  const sends = [sendEntry(5, { state: unknown }), sendEntry(6, { state: refused }), sendEntry(7, { state: sent })];

  test.each([
    ['all', [7, 6, 5, 4, 3, 2, 1]],
    ['adds', [4, 3, 2, 1]],
    ['messages', [7, 6, 5]],
    ['open', [5, 1]],
    ['failed', [6, 5, 3, 2]],
  ] as const)('%s', async (show, expected) => {
    const { activity } = await activityWith([...adds, ...sends]);
    const entries = expected.map((n) => ({ id: entryIdOf(n) }));
    expect(await activity.page({ show, after: null, limit: 10 })).toMatchObject(ok({ entries, lostAt: '2026' }));
  });

  test('is an error when the outbox cannot be read', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { activity } = await activityWith([]);
    expect(await activity.page({ show: 'all', after: null, limit: 10 })).toMatchObject(unavailable);
  });
});

describe('a retry', () => {
  const id = entryIdOf(1);
  const add = addEntry(1, { state: waiting });

  test.each<[string, readonly OutboxEntry[], Given, object]>([
    [
      'answers with the state afterwards',
      [add],
      { retry: () => outbox.applyToAdd(id, { type: 'superseded', by: entryIdOf(2) }) },
      ok({ name: 'superseded', by: entryIdOf(2) }),
    ],
    ['answers with the state also when GetSales refused', [add], { retried: err(error) }, ok(waiting)],
    [
      'reports a disk that fails',
      [add],
      { retried: err({ code: 'storage-unavailable', trouble: 'quota' }) },
      err({ code: 'storage-unavailable', trouble: 'quota' }),
    ],
    [
      'reports an add that is gone afterwards',
      [add],
      { retry: () => outbox.removeAll() },
      err({ code: 'not-found', what: 'entry' }),
    ],
    ['is too late for an add that is done', [addEntry(1, { state: { name: 'done', outcome } })], {}, tooLate],
    ['says that an add is gone', [], {}, err({ code: 'not-found', what: 'entry' })],
    ['is not for messages', [sendEntry(1, { state: refused })], {}, tooLate],
  ])('%s', async (_name, entries, given, answer) => {
    const { activity } = await activityWith(entries, given);
    expect(await activity.retry(id)).toEqual(answer);
  });

  test('is an error when the outbox cannot be read before or after', async () => {
    const { activity } = await activityWith([add], {
      retry: () => {
        vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
          throw new DOMException('no', 'UnknownError');
        });
        return Promise.resolve();
      },
    });
    expect(await activity.retry(id)).toMatchObject(unavailable);
    expect(await activity.retry(id)).toMatchObject(unavailable);
  });
});

describe('removing', () => {
  const id = entryIdOf(1);
  const old = { createdAt: new Date(NOW - UNCONFIRMED_TTL_MS - 1).toISOString() };
  const copy = (state: SendState) => sendEntry(2, { ...old, overrides: id, state });

  test.each<[string, readonly OutboxEntry[], Given, object, readonly number[]]>([
    ['a waiting add', [addEntry(1, { state: waiting }), addEntry(2)], {}, ok(null), [2]],
    ['an add in flight is too late', [addEntry(1, { state: waiting })], { inFlight: [id] }, tooLate, [1]],
    ['a queued message is too late', [sendEntry(1, { state: queued })], {}, tooLate, [1]],
    [
      'a young unconfirmed message is too late',
      [sendEntry(1, { state: unknown, createdAt: new Date(NOW).toISOString() })],
      {},
      tooLate,
      [1],
    ],
    ['an old unconfirmed message', [sendEntry(1, { state: unknown, ...old })], {}, ok(null), []],
    ['what is gone is too late', [], {}, tooLate, []],
  ])('%s', async (_name, entries, given, answer, ids) => {
    const { activity, left } = await activityWith(entries, given);
    expect(await activity.remove(id)).toEqual(answer);
    expect(await left()).toEqual(ids.map(entryIdOf));
  });

  test.each<[string, SendState, readonly number[]]>([
    ['that was sent takes the first message with it', sent, []],
    ['that was refused leaves the first message', refused, [1]],
  ])('a copy %s', async (_name, state, ids) => {
    const { activity, left, changes } = await activityWith([sendEntry(1, { state: unknown, ...old }), copy(state)]);
    expect(await activity.remove(entryIdOf(2))).toEqual(ok(null));
    expect(await left()).toEqual(ids.map(entryIdOf));
    expect(changes()).toBe(2);
  });

  test.each(['remove', 'erase'] as const)('is an error when the outbox cannot be read (%s)', async (name) => {
    vi.stubGlobal('indexedDB', undefined);
    const { activity } = await activityWith([]);
    expect(await activity[name](id)).toMatchObject(unavailable);
  });
});

test('erasing removes all that has ended, and the unconfirmed messages of copies that were sent', async () => {
  const entries = [
    addEntry(1, { state: waiting }),
    addEntry(2, { state: refused }),
    sendEntry(3, { state: unknown }),
    sendEntry(4, { state: sent, overrides: entryIdOf(3) }),
    sendEntry(5, { state: unknown }),
    sendEntry(6, { state: refused, overrides: entryIdOf(5) }),
    sendEntry(7, { state: queued }),
  ];
  const { activity, left, changes } = await activityWith(entries);
  expect(await activity.erase()).toEqual(ok(null));
  expect(await left()).toEqual([7, 5, 1].map(entryIdOf));
  expect(changes()).toBe(2);
});

test.each<AddEntry['state']>([
  waiting,
  { name: 'dispatching', tries: 1, mayHaveArrived: true },
  { name: 'undoing', outcome, undo: { kind: 'remove', stageId: null, tagIds: [] } },
])(
  'Clear log keeps an add that comes back if the open one that superseded it ends without effect: %j',
  async (state) => {
    const superseded = addEntry(1, { state: { name: 'superseded', by: entryIdOf(2) } });
    const { activity } = await activityWith([superseded, addEntry(2, { state })], {});
    expect(await activity.erase()).toEqual(ok(null));
    expect(await outbox.get(entryIdOf(1))).toMatchObject(ok({ state: { name: 'superseded' } }));
    await outbox.remove([state.name], () => true);
    expect(await activity.erase()).toEqual(ok(null));
    expect(await outbox.get(entryIdOf(1))).toEqual(ok(null));
  },
);
