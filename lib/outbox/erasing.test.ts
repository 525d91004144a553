import { describe, expect, test, vi } from 'vitest';
import { rewriteFiles } from './connection';
import { createOutboxStore } from './outbox';
import { entryIdOf, sendEntry } from './testing/entries';
import { storeRecordsV1 } from './testing/database-v1';

const ERASED = { ok: true, value: null };
const unavailable = { ok: false, error: { code: 'storage-unavailable', trouble: 'unknown' } };

function refuseToDelete(): void {
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
}

describe('erasing', () => {
  test('leaves no database behind, and the outbox works on empty', async () => {
    const store = createOutboxStore(Date.now);
    const outbox = store.of({ owns: () => true });
    await outbox.add(sendEntry(1));
    expect(await store.erase()).toEqual(ERASED);
    expect(await indexedDB.databases()).toEqual([]);
    expect(await outbox.recent({ contactId: null, limit: 10 })).toEqual({ ok: true, value: [] });
  });

  test('an outbox that was never opened deletes what an earlier worker left', async () => {
    await createOutboxStore(Date.now)
      .of({ owns: () => true })
      .add(sendEntry(1));
    expect(await createOutboxStore(Date.now).erase()).toEqual(ERASED);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('reports a browser that refuses, and keeps the entries', async () => {
    const store = createOutboxStore(Date.now);
    const outbox = store.of({ owns: () => true });
    await outbox.add(sendEntry(1));
    refuseToDelete();
    expect(await store.erase()).toEqual(unavailable);
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: sendEntry(1) });
  });
});

describe('rewriting the files', () => {
  test('leaves no database behind', async () => {
    expect(await rewriteFiles()).toEqual(ERASED);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('writes more than LevelDB collects before it writes a file, twice, in values that it keeps in its own files', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await rewriteFiles();
    const sizes = put.mock.calls.map(([value]) => String(value).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(2 * 4 * 1024 * 1024);
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
  });

  test('reports a browser that refuses', async () => {
    refuseToDelete();
    expect(await rewriteFiles()).toEqual(unavailable);
  });
});

describe('a missing outbox', () => {
  const open = async (onCreated: () => void): Promise<void> => {
    await createOutboxStore(Date.now, onCreated)
      .of({ owns: () => true })
      .inStates([]);
  };

  test('is reported when it is created, once', async () => {
    const onCreated = vi.fn();
    await open(onCreated);
    await open(onCreated);
    expect(onCreated).toHaveBeenCalledTimes(1);
  });

  test('is not reported when the one of version 1 is migrated', async () => {
    await storeRecordsV1([]);
    const onCreated = vi.fn();
    await open(onCreated);
    expect(onCreated).not.toHaveBeenCalled();
  });
});
