import { deleteDB, openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { DATABASE, VERSION } from './database';
import { createOutboxStore, type Outbox } from './outbox';
import { entryIdOf, messageIdOf, sendEntry } from './testing/entries';

const unavailable = (trouble: string) => ({ ok: false, error: { code: 'storage-unavailable', trouble } });
const accepted = { type: 'accepted', messageId: messageIdOf(9) } as const;
const refused = { type: 'refused', error: { code: 'bad-request' } } as const;
const createOutbox = (): Outbox => createOutboxStore(Date.now).of({ owns: () => true });

describe('a storage that fails', () => {
  const acts = [
    ['add', (outbox: Outbox) => outbox.add(sendEntry(1))],
    ['get', (outbox: Outbox) => outbox.get(entryIdOf(1))],
    ['recent', (outbox: Outbox) => outbox.recent({ contactId: null, limit: 1 })],
    ['inStates', (outbox: Outbox) => outbox.inStates(['dispatching'])],
    ['applyToSend', (outbox: Outbox) => outbox.applyToSend(entryIdOf(1), accepted)],
    ['applyToAdd', (outbox: Outbox) => outbox.applyToAdd(entryIdOf(1), refused)],
    ['remove', (outbox: Outbox) => outbox.remove(['sent'], () => true)],
    ['removeAll', (outbox: Outbox) => outbox.removeAll()],
    ['page', (outbox: Outbox) => outbox.page({ passes: () => true, after: null, limit: 1 })],
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

  test('an old connection that stays open elsewhere is reported instead of waited for, and left free afterwards', async () => {
    const factory = indexedDB;
    const blocker = factory.open(DATABASE, VERSION);
    await new Promise((resolve) => {
      blocker.onsuccess = resolve;
    });
    vi.stubGlobal('indexedDB', { open: (name: string) => factory.open(name, VERSION + 1) });
    expect(await createOutbox().inStates(['dispatching'])).toEqual(unavailable('blocked'));
    vi.stubGlobal('indexedDB', factory);
    blocker.result.close();
    await new Promise((resolve, reject) => {
      const deleted = factory.deleteDatabase(DATABASE);
      deleted.onsuccess = resolve;
      deleted.onblocked = reject;
    });
  });

  test('a write that the browser aborts is reported as a failure, not as a duplicate', async () => {
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = add.apply(this, args);
      this.transaction.abort();
      return request;
    });
    const outbox = createOutbox();
    expect(await outbox.add(sendEntry(1))).toEqual(unavailable('unknown'));
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: null });
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
