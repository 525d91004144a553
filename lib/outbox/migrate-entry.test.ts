import { deleteDB, openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { DATABASE, VERSION } from './database';
import { migrateEntry } from './migrate-entry';
import { createOutboxStore, type Outbox } from './outbox';
import { fromStored } from './stored-entry';
import { storeRecordsV1 } from './testing/database-v1';
import recordsV1 from './testing/records-v1.json';

const createOutbox = (): Outbox => createOutboxStore(Date.now).of({ owns: () => true });

describe('records of version 1', () => {
  test.each(recordsV1.map((record) => [record.intent.kind, record.stateName, record] as const))(
    'a %s in the state %s keeps its meaning',
    (kind, stateName, record) => {
      const { id, createdAt, personName, state } = record.intent;
      const migrated = fromStored(migrateEntry(record));
      expect(migrated).toMatchObject({ id, createdAt, personName, kind, state: { name: state.name } });
      expect(stateName).toBe(state.name);
    },
  );

  const stateOf = (n: number): unknown =>
    fromStored(migrateEntry(recordsV1.find(({ id }) => id.endsWith(String(n)))))?.state;
  const unreachable = { code: 'unreachable', why: 'network' };

  test.each([
    ['an add that was being sent may have arrived', 105, { name: 'dispatching', tries: 0, mayHaveArrived: true }],
    ['it keeps its number of tries', 123, { name: 'dispatching', tries: 3, mayHaveArrived: true }],
    [
      'a waiting add may have arrived',
      121,
      { name: 'waiting', error: unreachable, tries: 2, retryAt: '2026-11-23T10:05:00.000Z', mayHaveArrived: true },
    ],
    [
      'one that was never sent cannot',
      122,
      {
        name: 'waiting',
        error: { code: 'offline' },
        tries: 1,
        retryAt: '2026-11-23T10:05:00.000Z',
        mayHaveArrived: false,
      },
    ],
    ['a queued message', 126, { name: 'queued', sendAt: '2026-11-23T10:02:00.000Z', blockedBy: null }],
    [
      'a queued message that waits, with the error’s name of today',
      127,
      { name: 'queued', sendAt: '2026-11-23T10:02:00.000Z', blockedBy: { code: 'not-found', what: 'entry' } },
    ],
    [
      'an unconfirmed message keeps its number of checks',
      128,
      {
        name: 'unknown',
        error: { code: 'unconfirmed', entryId: '00000000-0000-4000-8000-000000000128' },
        checks: 4,
      },
    ],
    [
      'a duplicate',
      129,
      { name: 'refused', error: { code: 'duplicate-entry', entryId: '00000000-0000-4000-8000-000000000107' } },
    ],
  ])('%s', (_name, n, state) => {
    expect(stateOf(n)).toEqual(state);
  });

  test('keeps the time at which a message was posted', () => {
    const dispatchedAt = '2026-11-23T11:00:00.000Z';
    const posted = recordsV1
      .filter(({ stateName }) => stateName === 'unknown')
      .map((record) => fromStored(migrateEntry({ ...record, intent: { ...record.intent, dispatchedAt } })));
    expect(posted).toContainEqual(expect.objectContaining({ kind: 'send', dispatchedAt }));
  });

  test.each(recordsV1.map((record) => [record.id, record] as const))(
    '%s has no property of another format afterwards',
    (_id, record) => {
      expect(migrateEntry(record)).toHaveProperty('entry', fromStored(migrateEntry(record)));
    },
  );

  test('an early message without a time was sent when it was written', () => {
    const [early] = recordsV1.filter(({ id }) => id.endsWith('106')).map((record) => fromStored(migrateEntry(record)));
    expect(early).toMatchObject({ account: 'legacy', dispatchedAt: '2026-11-23T10:00:06.000Z' });
  });

  test.each([null, 7, 'text', [], {}, { intent: null }, { intent: { kind: 'send' } }, { intent: { state: [] } }])(
    'a damaged one (%j) stays damaged',
    (record) => {
      expect(fromStored(migrateEntry(record))).toBeNull();
    },
  );
});

describe('the database of version 1', () => {
  test('is migrated with every record and its indexes', async () => {
    await storeRecordsV1(recordsV1);
    const outbox = createOutbox();
    const page = await outbox.page({ passes: () => true, after: null, limit: 100 });
    expect(page).toMatchObject({ value: { entries: { length: recordsV1.length }, damaged: 0, next: null } });
    expect(await outbox.inStates(['waiting'])).toMatchObject({ value: { length: 2 } });
    const db = await openDB(DATABASE);
    expect([db.version, ...db.objectStoreNames]).toEqual([VERSION, 'entries']);
    db.close();
  });

  test('keeps damaged records, which are counted', async () => {
    await storeRecordsV1([{ id: 'x', createdAt: '2026', stateName: 'queued', intent: { kind: 'send', text: 7 } }]);
    const page = await createOutbox().page({ passes: () => true, after: null, limit: 100 });
    expect(page).toMatchObject({ value: { entries: [], damaged: 1 } });
  });

  test('stays as it was when the migration fails in the middle, and is migrated next time', async () => {
    await storeRecordsV1(recordsV1);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(function (this: IDBObjectStore, ...args) {
      return IDBObjectStore.prototype.add.apply(this, args);
    });
    put.mockImplementationOnce(() => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    expect(await createOutbox().inStates(['sent'])).toMatchObject({ ok: false });
    vi.restoreAllMocks();
    const db = await openDB(DATABASE);
    expect([db.version, ...db.objectStoreNames]).toEqual([1, 'intents']);
    expect(await db.count('intents')).toBe(recordsV1.length);
    db.close();
    expect(await createOutbox().page({ passes: () => true, after: null, limit: 100 })).toMatchObject({
      value: { entries: { length: recordsV1.length } },
    });
    await deleteDB(DATABASE);
  });
});
