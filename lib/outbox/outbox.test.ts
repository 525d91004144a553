import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE, VERSION } from './database';
import type { Intent } from '@/lib/domain/outbox-entry';
import { createJournalStore, type Journal, type JournalPage, type PageOptions } from './outbox';
import { accountA, addIntent, contactA, contactB, intentIdOf, listA, messageIdOf, sendIntent } from './testing/entries';

const LATER = '2026-11-23T13:00:00.000Z';
const unavailable = (trouble: string) => ({ ok: false, error: { code: 'storage-unavailable', trouble } });

const queued = { name: 'queued', leavesAt: LATER, heldBy: null } as const;

const createJournal = (): Journal => createJournalStore().of({ owns: (account) => account === accountA });

async function pageOf(journal: Journal, options: PageOptions): Promise<JournalPage> {
  const page = await journal.page(options);
  return page.ok ? page.value : expect.fail(page.error.code);
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('writing ahead', () => {
  test('an intent is there for the worker that starts next', async () => {
    expect(await createJournal().add(sendIntent(1))).toEqual({ ok: true, value: null });
    expect(await createJournal().get(intentIdOf(1))).toEqual({ ok: true, value: sendIntent(1) });
  });

  test('every write is strict: on disk before it is told', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const journal = createJournal();
    await journal.add(addIntent(1));
    await journal.settleAdd(intentIdOf(1), { name: 'undone' }, LATER);
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(2);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  test('the same intent is refused a second time, also in the same instant, and the first one stays', async () => {
    const journal = createJournal();
    const both = await Promise.all([journal.add(sendIntent(1)), journal.add(sendIntent(1, { text: 'Another text' }))]);
    const duplicate = { ok: false, error: { code: 'duplicate-intent', intentId: intentIdOf(1) } };
    expect(both).toEqual([{ ok: true, value: null }, duplicate]);
    expect(await journal.add(sendIntent(1))).toEqual(duplicate);
    expect(await journal.get(intentIdOf(1))).toEqual({ ok: true, value: sendIntent(1) });
  });
});

describe('settling', () => {
  test('replaces the state and notes when', async () => {
    const journal = createJournal();
    await journal.add(sendIntent(1));
    const sent = { name: 'sent', messageId: messageIdOf(9) } as const;
    const settled = { ok: true, value: sendIntent(1, { state: sent, settledAt: LATER }) };
    expect(await journal.settleSend(intentIdOf(1), sent, LATER)).toEqual(settled);
    expect(await journal.get(intentIdOf(1))).toEqual(settled);
  });

  test('a message that is known as sent never becomes unknown again', async () => {
    const journal = createJournal();
    await journal.add(sendIntent(1));
    const sent = { name: 'sent', messageId: messageIdOf(9) } as const;
    await journal.settleSend(intentIdOf(1), sent, LATER);
    await journal.settleSend(intentIdOf(1), { name: 'unknown', error: { code: 'offline' } }, LATER);
    expect(await journal.get(intentIdOf(1))).toMatchObject({ value: { state: sent } });
  });

  test('an intent that is not there, or of the other kind, is not found', async () => {
    const journal = createJournal();
    await journal.add(addIntent(1));
    const missing = { ok: false, error: { code: 'not-found', what: 'intent' } };
    const unknown = { name: 'unknown', error: { code: 'offline' } } as const;
    expect(await journal.settleSend(intentIdOf(1), unknown, LATER)).toEqual(missing);
    expect(await journal.settleAdd(intentIdOf(2), unknown, LATER)).toEqual(missing);
  });
});

describe('looking back', () => {
  test('the newest come first, as many as asked for', async () => {
    const journal = createJournal();
    for (const n of [2, 3, 1]) await journal.add(sendIntent(n));
    expect(await journal.recent({ contactId: null, limit: 2 })).toEqual({
      ok: true,
      value: [sendIntent(3), sendIntent(2)],
    });
  });

  test('one contact has its messages and the adds that led to it, and nothing of others', async () => {
    const journal = createJournal();
    const outcome = {
      effect: 'created',
      contactId: contactA,
      listId: listA,
      listName: 'Recruiters',
      undoUntil: null,
    } as const;
    await journal.add(addIntent(1));
    await journal.add(sendIntent(2));
    await journal.add(sendIntent(3, { contactId: contactB }));
    await journal.add(addIntent(4));
    await journal.settleAdd(intentIdOf(1), { name: 'done', outcome }, LATER);
    expect(await journal.recent({ contactId: contactA, limit: 100 })).toMatchObject({
      value: [{ id: intentIdOf(2) }, { id: intentIdOf(1) }],
    });
  });

  test('what was on its way is found by the next start, and nothing else', async () => {
    const journal = createJournal();
    await journal.add(addIntent(1));
    await journal.add(sendIntent(2));
    await journal.add(sendIntent(3));
    await journal.settleSend(intentIdOf(3), { name: 'refused', error: { code: 'bad-request' } }, LATER);
    expect(await createJournal().inStates(['dispatching'])).toEqual({ ok: true, value: [addIntent(1), sendIntent(2)] });
  });

  test('a message that is known as sent is none of the same contact’s others', async () => {
    const journal = createJournal();
    await journal.add(sendIntent(2));
    await journal.add(sendIntent(3));
    await journal.add(sendIntent(4, { contactId: contactB }));
    await journal.settleSend(intentIdOf(3), { name: 'sent', messageId: messageIdOf(9) }, LATER);
    await journal.remove(['sent'], () => true);
    expect(await journal.inStates(['dispatching'])).toMatchObject({
      value: [{ baseline: [messageIdOf(9)] }, { baseline: [] }],
    });
  });
});

describe('one step', () => {
  test('of two who take a queued message only one gets it', async () => {
    const journal = createJournal();
    await journal.add(sendIntent(1, { state: queued }));
    const taken = await Promise.all([
      journal.changeSend(intentIdOf(1), ['queued'], { state: { name: 'dispatching' } }),
      createJournal().changeSend(intentIdOf(1), ['queued'], { state: { name: 'cancelled', why: 'taken-back' } }),
    ]);
    expect(taken.filter((each) => each.ok && each.value !== null)).toHaveLength(1);
  });

  test('changes nothing in another state, of another kind, or where there is nothing', async () => {
    const journal = createJournal();
    await journal.add(sendIntent(1));
    await journal.add(addIntent(2));
    for (const n of [1, 2, 3]) {
      expect(await journal.changeSend(intentIdOf(n), ['queued'], { text: 'x' })).toEqual({ ok: true, value: null });
    }
    expect(await journal.get(intentIdOf(1))).toEqual({ ok: true, value: sendIntent(1) });
  });
});

describe('pages', () => {
  const all = (): boolean => true;

  test('show everything once, newest first, also of the same moment', async () => {
    const journal = createJournal();
    const moment = '2026-11-23T12:00:00.000Z';
    for (const n of [1, 2, 3, 4, 5]) await journal.add(sendIntent(n, { createdAt: moment }));
    const seen: string[] = [];
    let after: PageOptions['after'] = null;
    do {
      const page: JournalPage = await pageOf(journal, { passes: all, after, limit: 2 });
      seen.push(...page.intents.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([5, 4, 3, 2, 1].map(intentIdOf));
  });

  test('hold only what passes, and say when there is more', async () => {
    const journal = createJournal();
    for (const n of [1, 3]) await journal.add(addIntent(n));
    for (const n of [2, 4]) await journal.add(sendIntent(n));
    const adds = { passes: ({ kind }: Intent) => kind === 'add', after: null };
    expect(await pageOf(journal, { ...adds, limit: 1 })).toMatchObject({
      intents: [{ id: intentIdOf(3) }],
      next: { id: intentIdOf(3) },
    });
    expect(await pageOf(journal, { ...adds, limit: 2 })).toMatchObject({ intents: { length: 2 }, next: null });
  });
});

test('removing takes only what is in these states and passes', async () => {
  const journal = createJournal();
  for (const n of [1, 2]) await journal.add(sendIntent(n));
  await journal.add(sendIntent(3, { state: { name: 'cancelled', why: 'expired' } }));
  expect(await journal.remove(['cancelled'], () => true)).toEqual({ ok: true, value: 1 });
  expect(await journal.remove(['dispatching'], ({ id }) => id === intentIdOf(2))).toEqual({ ok: true, value: 1 });
  expect(await journal.inStates(['dispatching', 'cancelled'])).toEqual({ ok: true, value: [sendIntent(1)] });
});

describe('a damaged record', () => {
  async function damaged() {
    const journal = createJournal();
    await journal.add(sendIntent(1));
    await journal.add(sendIntent(2));
    const db = await openDB(DATABASE);
    await db.put('intents', { id: intentIdOf(1), createdAt: 'x', stateName: 'dispatching', intent: { kind: 'send' } });
    db.close();
    return journal;
  }

  test('is an error when it is asked for, never an absence, and does not hide the others', async () => {
    const journal = await damaged();
    expect(await journal.get(intentIdOf(1))).toEqual(unavailable('unknown'));
    expect(await journal.recent({ contactId: null, limit: 10 })).toMatchObject({ value: [{ id: intentIdOf(2) }] });
  });

  test('is counted where everything is shown', async () => {
    const journal = await damaged();
    expect(await journal.page({ passes: () => true, after: null, limit: 10 })).toMatchObject({ value: { damaged: 1 } });
    expect(await journal.remove(['dispatching'], () => true)).toEqual({ ok: true, value: 1 });
    expect(await journal.get(intentIdOf(1))).toEqual(unavailable('unknown'));
  });

  test('still stands in the way of the same intent', async () => {
    const journal = await damaged();
    expect(await journal.add(sendIntent(1))).toMatchObject({ error: { code: 'duplicate-intent' } });
  });
});

describe('a storage that fails', () => {
  const acts = [
    ['add', (journal: ReturnType<typeof createJournal>) => journal.add(sendIntent(1))],
    ['get', (journal: ReturnType<typeof createJournal>) => journal.get(intentIdOf(1))],
    ['recent', (journal: ReturnType<typeof createJournal>) => journal.recent({ contactId: null, limit: 1 })],
    ['inStates', (journal: ReturnType<typeof createJournal>) => journal.inStates(['dispatching'])],
    ['changeSend', (journal: ReturnType<typeof createJournal>) => journal.changeSend(intentIdOf(1), ['queued'], {})],
    ['remove', (journal: ReturnType<typeof createJournal>) => journal.remove(['sent'], () => true)],
    [
      'page',
      (journal: ReturnType<typeof createJournal>) => journal.page({ passes: () => true, after: null, limit: 1 }),
    ],
  ] as const;

  test.each(acts)('%s names a newer schema on disk and leaves it alone', async (_name, act) => {
    const newer = await openDB(DATABASE, VERSION + 1);
    newer.close();
    expect(await act(createJournal())).toEqual(unavailable('newer'));
    expect(await indexedDB.databases()).toEqual([{ name: DATABASE, version: VERSION + 1 }]);
  });

  test.each(acts)('%s names a database without its store', async (_name, act) => {
    const empty = await openDB(DATABASE, VERSION);
    empty.close();
    expect(await act(createJournal())).toEqual(unavailable('missing'));
  });

  test('a full disk is told, and nothing is half-written', async () => {
    const journal = createJournal();
    await journal.inStates(['dispatching']);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await journal.add(sendIntent(1))).toEqual(unavailable('quota'));
    vi.restoreAllMocks();
    expect(await journal.get(intentIdOf(1))).toEqual({ ok: true, value: null });
  });

  test('an old connection elsewhere that does not let go is told instead of waited for', async () => {
    const factory = indexedDB;
    const blocker = factory.open(DATABASE, VERSION);
    await new Promise((resolve) => {
      blocker.onsuccess = resolve;
    });
    vi.stubGlobal('indexedDB', { open: (name: string) => factory.open(name, VERSION + 1) });
    expect(await createJournal().inStates(['dispatching'])).toEqual(unavailable('blocked'));
  });

  test('a connection that the browser closed is opened again by the next call', async () => {
    const journal = createJournal();
    await journal.add(sendIntent(1));
    const other = await openDB(DATABASE, VERSION + 1);
    other.close();
    await deleteDB(DATABASE);
    expect(await journal.add(sendIntent(2))).toEqual({ ok: true, value: null });
    expect(await journal.get(intentIdOf(2))).toEqual({ ok: true, value: sendIntent(2) });
  });
});

test('erasing leaves no database behind, and the journal goes on empty', async () => {
  const store = createJournalStore();
  const journal = store.of({ owns: () => true });
  await journal.add(sendIntent(1));
  expect(await store.erase()).toEqual({ ok: true, value: null });
  expect(await indexedDB.databases()).toEqual([]);
  expect(await journal.recent({ contactId: null, limit: 10 })).toEqual({ ok: true, value: [] });
});
