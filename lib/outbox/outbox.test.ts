import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rewriteFiles } from './connection';
import { DATABASE, VERSION } from './database';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { createOutboxStore, type Outbox } from './outbox';
import type { OutboxPage, PageOptions } from './queries';
import { accountA, addEntry, contactA, contactB, entryIdOf, listA, messageIdOf, sendEntry } from './testing/entries';

const LATER = '2026-11-23T13:00:00.000Z';
const unavailable = (trouble: string) => ({ ok: false, error: { code: 'storage-unavailable', trouble } });

const accepted = { type: 'accepted', messageId: messageIdOf(9) } as const;
const refused = { type: 'refused', error: { code: 'bad-request' } } as const;
const queued = { name: 'queued', sendAt: LATER, blockedBy: null } as const;

const createOutbox = (): Outbox =>
  createOutboxStore(() => Date.parse(LATER)).of({ owns: (account) => account === accountA });

async function pageOf(outbox: Outbox, options: PageOptions): Promise<OutboxPage> {
  const page = await outbox.page(options);
  return page.ok ? page.value : expect.fail(page.error.code);
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('writing an entry', () => {
  test('keeps it for the next worker', async () => {
    expect(await createOutbox().add(sendEntry(1))).toEqual({ ok: true, value: null });
    expect(await createOutbox().get(entryIdOf(1))).toEqual({ ok: true, value: sendEntry(1) });
  });

  test('resolves only once it is on disk', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const outbox = createOutbox();
    await outbox.add(addEntry(1));
    await outbox.applyToAdd(entryIdOf(1), refused);
    const writes = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(2);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  test('refuses the same entry a second time, also in the same instant, and keeps the first one', async () => {
    const outbox = createOutbox();
    const both = await Promise.all([outbox.add(sendEntry(1)), outbox.add(sendEntry(1, { text: 'Another text' }))]);
    const duplicate = { ok: false, error: { code: 'duplicate-entry', entryId: entryIdOf(1) } };
    expect(both).toEqual([{ ok: true, value: null }, duplicate]);
    expect(await outbox.add(sendEntry(1))).toEqual(duplicate);
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: sendEntry(1) });
  });
});

describe('an event', () => {
  test('changes the state, stores the time, and answers with the entry and the effect', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    const settled = sendEntry(1, { state: { name: 'sent', messageId: messageIdOf(9) }, settledAt: LATER });
    expect(await outbox.applyToSend(entryIdOf(1), accepted)).toEqual({
      ok: true,
      value: { entry: settled, effect: 'claim-message' },
    });
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: settled });
  });

  test('that is impossible in the state changes nothing', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    await outbox.applyToSend(entryIdOf(1), accepted);
    const after = await outbox.get(entryIdOf(1));
    expect(await outbox.applyToSend(entryIdOf(1), { type: 'unconfirmed', error: { code: 'offline' } })).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: 'sent' },
    });
    expect(await outbox.get(entryIdOf(1))).toEqual(after);
  });

  test('answers not-found for a missing entry and for the other kind', async () => {
    const outbox = createOutbox();
    await outbox.add(addEntry(1));
    const missing = { ok: false, error: { code: 'not-found', what: 'entry' } };
    expect(await outbox.applyToSend(entryIdOf(1), accepted)).toEqual(missing);
    expect(await outbox.applyToAdd(entryIdOf(2), refused)).toEqual(missing);
  });

  test('happens once when two that exclude each other come at the same time', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1, { state: queued }));
    const [dispatched, cancelled] = await Promise.all([
      outbox.applyToSend(entryIdOf(1), { type: 'dispatched', baseline: [], skewMs: 0, dispatchedAt: LATER }),
      createOutbox().applyToSend(entryIdOf(1), { type: 'cancelled', why: 'by-user' }),
    ]);
    expect(dispatched).toMatchObject({ ok: true, value: { effect: 'post' } });
    expect(cancelled).toEqual({ ok: false, error: { code: 'wrong-state', state: 'dispatching' } });
  });
});

describe('in the same transaction', () => {
  test('a refused add schedules again those that it superseded, and no others', async () => {
    const outbox = createOutbox();
    const by = (n: number) => ({ name: 'superseded', by: entryIdOf(n) }) as const;
    await outbox.add(addEntry(1, { state: by(3), settledAt: LATER }));
    await outbox.add(addEntry(2, { state: by(4), settledAt: LATER }));
    await outbox.add(addEntry(3));
    await outbox.applyToAdd(entryIdOf(3), refused);
    expect(await outbox.get(entryIdOf(1))).toMatchObject({ value: { state: { name: 'waiting', retryAt: LATER } } });
    expect(await outbox.get(entryIdOf(2))).toMatchObject({ value: { state: by(4) } });
  });

  test('a sent message is added to the baseline of the same contact’s other open sends', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(2));
    await outbox.add(sendEntry(3));
    await outbox.add(sendEntry(4, { contactId: contactB }));
    await outbox.applyToSend(entryIdOf(3), accepted);
    await outbox.remove(['sent'], () => true);
    expect(await outbox.inStates(['dispatching'])).toMatchObject({
      value: [{ baseline: [messageIdOf(9)] }, { baseline: [] }],
    });
  });
});

describe('reading entries', () => {
  test('returns the newest first, up to the limit', async () => {
    const outbox = createOutbox();
    for (const n of [2, 3, 1]) await outbox.add(sendEntry(n));
    expect(await outbox.recent({ contactId: null, limit: 2 })).toEqual({
      ok: true,
      value: [sendEntry(3), sendEntry(2)],
    });
  });

  test('returns the messages of one contact and the adds that led to it', async () => {
    const outbox = createOutbox();
    const outcome = {
      effect: 'created',
      contactId: contactA,
      listId: listA,
      listName: 'Recruiters',
      undoUntil: null,
    } as const;
    await outbox.add(addEntry(1));
    await outbox.add(sendEntry(2));
    await outbox.add(sendEntry(3, { contactId: contactB }));
    await outbox.add(addEntry(4));
    await outbox.applyToAdd(entryIdOf(1), { type: 'completed', outcome, undo: null });
    expect(await outbox.recent({ contactId: contactA, limit: 100 })).toMatchObject({
      value: [{ id: entryIdOf(2) }, { id: entryIdOf(1) }],
    });
  });

  test('finds exactly the interrupted entries at the next start', async () => {
    const outbox = createOutbox();
    await outbox.add(addEntry(1));
    await outbox.add(sendEntry(2));
    await outbox.add(sendEntry(3));
    await outbox.applyToSend(entryIdOf(3), { type: 'refused', error: { code: 'bad-request' } });
    expect(await createOutbox().inStates(['dispatching'])).toEqual({ ok: true, value: [addEntry(1), sendEntry(2)] });
  });
});

describe('pages', () => {
  const all = (): boolean => true;

  test('show every entry once, newest first, also with equal times', async () => {
    const outbox = createOutbox();
    const moment = '2026-11-23T12:00:00.000Z';
    for (const n of [1, 2, 3, 4, 5]) await outbox.add(sendEntry(n, { createdAt: moment }));
    const seen: string[] = [];
    let after: PageOptions['after'] = null;
    do {
      const page: OutboxPage = await pageOf(outbox, { passes: all, after, limit: 2 });
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([5, 4, 3, 2, 1].map(entryIdOf));
  });

  test('hold only entries that pass, and report whether there are more', async () => {
    const outbox = createOutbox();
    for (const n of [1, 3]) await outbox.add(addEntry(n));
    for (const n of [2, 4]) await outbox.add(sendEntry(n));
    const adds = { passes: ({ kind }: OutboxEntry) => kind === 'add', after: null };
    expect(await pageOf(outbox, { ...adds, limit: 1 })).toMatchObject({
      entries: [{ id: entryIdOf(3) }],
      next: { id: entryIdOf(3) },
    });
    expect(await pageOf(outbox, { ...adds, limit: 2 })).toMatchObject({ entries: { length: 2 }, next: null });
  });
});

test('removing deletes only entries in these states that pass', async () => {
  const outbox = createOutbox();
  for (const n of [1, 2]) await outbox.add(sendEntry(n));
  await outbox.add(sendEntry(3, { state: { name: 'cancelled', why: 'expired' } }));
  expect(await outbox.remove(['cancelled'], () => true)).toEqual({ ok: true, value: 1 });
  expect(await outbox.remove(['dispatching'], ({ id }) => id === entryIdOf(2))).toEqual({ ok: true, value: 1 });
  expect(await outbox.inStates(['dispatching', 'cancelled'])).toEqual({ ok: true, value: [sendEntry(1)] });
});

describe('a damaged record', () => {
  async function damaged() {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    await outbox.add(sendEntry(2));
    const db = await openDB(DATABASE);
    await db.put('entries', { id: entryIdOf(1), createdAt: 'x', stateName: 'dispatching', entry: { kind: 'send' } });
    db.close();
    return outbox;
  }

  test('is an error when it is read by id, never an absence, and does not hide other records', async () => {
    const outbox = await damaged();
    expect(await outbox.get(entryIdOf(1))).toEqual(unavailable('unknown'));
    expect(await outbox.recent({ contactId: null, limit: 10 })).toMatchObject({ value: [{ id: entryIdOf(2) }] });
  });

  test('is counted in pages', async () => {
    const outbox = await damaged();
    expect(await outbox.page({ passes: () => true, after: null, limit: 10 })).toMatchObject({ value: { damaged: 1 } });
    expect(await outbox.remove(['dispatching'], () => true)).toEqual({ ok: true, value: 1 });
    expect(await outbox.get(entryIdOf(1))).toEqual(unavailable('unknown'));
  });

  test('still blocks a second entry with the same id', async () => {
    const outbox = await damaged();
    expect(await outbox.add(sendEntry(1))).toMatchObject({ error: { code: 'duplicate-entry' } });
  });
});

describe('a storage that fails', () => {
  const acts = [
    ['add', (outbox: ReturnType<typeof createOutbox>) => outbox.add(sendEntry(1))],
    ['get', (outbox: ReturnType<typeof createOutbox>) => outbox.get(entryIdOf(1))],
    ['recent', (outbox: ReturnType<typeof createOutbox>) => outbox.recent({ contactId: null, limit: 1 })],
    ['inStates', (outbox: ReturnType<typeof createOutbox>) => outbox.inStates(['dispatching'])],
    ['applyToSend', (outbox: ReturnType<typeof createOutbox>) => outbox.applyToSend(entryIdOf(1), accepted)],
    ['applyToAdd', (outbox: ReturnType<typeof createOutbox>) => outbox.applyToAdd(entryIdOf(1), refused)],
    ['remove', (outbox: ReturnType<typeof createOutbox>) => outbox.remove(['sent'], () => true)],
    ['page', (outbox: ReturnType<typeof createOutbox>) => outbox.page({ passes: () => true, after: null, limit: 1 })],
  ] as const;

  test.each(acts)('%s names a newer schema on disk and leaves it alone', async (_name, act) => {
    const newer = await openDB(DATABASE, VERSION + 1);
    newer.close();
    expect(await act(createOutbox())).toEqual(unavailable('newer'));
    expect(await indexedDB.databases()).toEqual([{ name: DATABASE, version: VERSION + 1 }]);
  });

  test.each(acts)('%s names a database without its store', async (_name, act) => {
    const empty = await openDB(DATABASE, VERSION);
    empty.close();
    expect(await act(createOutbox())).toEqual(unavailable('missing'));
  });

  test('a full disk is reported, and nothing is half-written', async () => {
    const outbox = createOutbox();
    await outbox.inStates(['dispatching']);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await outbox.add(sendEntry(1))).toEqual(unavailable('quota'));
    vi.restoreAllMocks();
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: null });
  });

  test('an old connection that stays open elsewhere is reported instead of waited for', async () => {
    const factory = indexedDB;
    const blocker = factory.open(DATABASE, VERSION);
    await new Promise((resolve) => {
      blocker.onsuccess = resolve;
    });
    vi.stubGlobal('indexedDB', { open: (name: string) => factory.open(name, VERSION + 1) });
    expect(await createOutbox().inStates(['dispatching'])).toEqual(unavailable('blocked'));
  });

  test('a connection that the browser closed is opened again by the next call', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    const other = await openDB(DATABASE, VERSION + 1);
    other.close();
    await deleteDB(DATABASE);
    expect(await outbox.add(sendEntry(2))).toEqual({ ok: true, value: null });
    expect(await outbox.get(entryIdOf(2))).toEqual({ ok: true, value: sendEntry(2) });
  });
});

test('erasing leaves no database behind, and the outbox works on empty', async () => {
  const store = createOutboxStore(() => Date.parse(LATER));
  const outbox = store.of({ owns: () => true });
  await outbox.add(sendEntry(1));
  expect(await store.erase()).toEqual({ ok: true, value: null });
  expect(await indexedDB.databases()).toEqual([]);
  expect(await outbox.recent({ contactId: null, limit: 10 })).toEqual({ ok: true, value: [] });
});

test('rewriting the files leaves no database behind', async () => {
  expect(await rewriteFiles()).toEqual({ ok: true, value: null });
  expect(await indexedDB.databases()).toEqual([]);
});
