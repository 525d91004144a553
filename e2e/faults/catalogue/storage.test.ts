import { createOutboxStore } from '@/lib/outbox/outbox';
import { storeAsV1 } from '@/lib/vault/testing/store-record';
import { deleteDB, openDB } from 'idb';
import type { SendingWorld } from '@/e2e/support/sending';
import { memoryLocks } from '@/e2e/support/memory-locks';
import { addOf, listNamed } from '@/e2e/support/worker-people';
import { DATABASE, VERSION } from '@/lib/outbox/database';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { storeRecordsV1 } from '@/lib/outbox/testing/database-v1';
import oldRecords from '@/lib/outbox/testing/records-v1.json';
import { titleOf } from './table/catalogue';
import { addingWorld, sendingWorld } from './worlds';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld({ hadStorageFaults: true });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const failWith = (name: string, method: 'add' | 'put') =>
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw new DOMException('no', name);
  });
const page = { show: 'all', after: null, limit: 50 } as const;

test(titleOf('L8'), async () => {
  await createOutboxStore(Date.now).erase();
  const newer = await openDB(DATABASE, VERSION + 1, { upgrade: (db) => void db.createObjectStore('later') });
  await newer.put('later', 'a record of the newer version', 1);
  newer.close();
  const worker = world.startWorker();
  const refused = err({ code: 'storage-unavailable', trouble: 'newer' });
  expect(await worker.ask('message.send', world.sendOf())).toEqual(refused);
  expect(await worker.ask('activity.page', page)).toEqual(refused);
  expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(world.posts()).toEqual([]);
  const left = await openDB(DATABASE);
  expect([left.version, [...left.objectStoreNames]]).toEqual([VERSION + 1, ['later']]);
  expect(await left.getAll('later')).toEqual(['a record of the newer version']);
  left.close();
});

describe('data of version 0.1.0', () => {
  /** That version knew one account, and its records name none. */
  const records = oldRecords.filter(({ intent }) => !('account' in intent));

  beforeEach(async () => {
    const { sandbox, storage } = world;
    await deleteDB('vault');
    await storeAsV1(sandbox.key);
    const account = { userName: 'Mara Lind', email: 'mara@acme.test', workspace: 'Acme', teamId: 812 };
    await storage.local.clear();
    await storage.local.set({ account: { ...account, keyTail: 'abcd', keyExpiresAt: null } });
    await createOutboxStore(Date.now).erase();
    await storeRecordsV1(records);
  });

  /** Starts this version, and answers which records Activity shows. */
  async function shown() {
    const worker = world.startWorker();
    await worker.services.session.start();
    await worker.services.recovery.markInterrupted();
    return worker.ask('activity.page', page);
  }

  const migrated = ok({ entries: { length: records.length }, damaged: 0 });

  test(titleOf('L9', 'in one go'), async () => {
    expect(await shown()).toMatchObject(migrated);
  });

  test.each(records.map((_record, index) => index))(`${titleOf('L9')} (stopped at record %i)`, async (index) => {
    const { put } = IDBObjectStore.prototype;
    let written = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function failAt(this: IDBObjectStore, ...args) {
      written += this.name === 'entries' ? 1 : 0;
      if (written > index) throw new DOMException('stopped', 'AbortError');
      return put.apply(this, args);
    });
    expect(await shown()).toMatchObject(err({ code: 'storage-unavailable' }));
    vi.restoreAllMocks();
    const old = await openDB(DATABASE);
    expect([old.version, [...old.objectStoreNames]]).toEqual([1, ['intents']]);
    expect(await old.count('intents')).toBe(records.length);
    old.close();
    expect(await shown()).toMatchObject(migrated);
  });
});

describe('storage that fails', () => {
  test.each([
    ['QuotaExceededError', 'quota'],
    ['UnknownError', 'unknown'],
    ['NotFoundError', 'missing'],
  ])(`${titleOf('L10')} (%s before the send)`, async (name, trouble) => {
    failWith(name, 'add');
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(
      err({ code: 'storage-unavailable', trouble }),
    );
    expect(world.sandbox.control.requests()).toEqual([]);
  });

  test(titleOf('L10', 'right before the POST'), async () => {
    failWith('QuotaExceededError', 'put');
    const blockedBy = { code: 'storage-unavailable', trouble: 'quota' };
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'queued', blockedBy }));
    vi.restoreAllMocks();
    expect(world.posts()).toEqual([]);
    expect(await world.states()).toMatchObject([{ name: 'queued' }]);
  });

  test(titleOf('L10', 'a damaged record'), async () => {
    await world.worker.ask('message.send', world.sendOf());
    const db = await openDB(DATABASE);
    const damaged = { id: 'x', createdAt: '2026', stateName: 'queued', entry: { kind: 'send', text: 7 } };
    await db.put('entries', damaged);
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.worker.ask('activity.page', page)).toMatchObject(ok({ entries: { length: 1 }, damaged: 1 }));
    expect(await db.get('entries', 'x')).toEqual(damaged);
    db.close();
  });

  test(titleOf('L10', 'another context holds an older version open'), async () => {
    await createOutboxStore(Date.now).erase();
    await storeRecordsV1([]);
    const older = await openDB(DATABASE, 1);
    const blocked = err({ code: 'storage-unavailable', trouble: 'blocked' });
    const worker = world.startWorker();
    expect(await worker.ask('message.send', world.sendOf())).toEqual(blocked);
    expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
    older.close();
    expect(world.posts()).toEqual([]);
    expect(await worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test(titleOf('L10', 'the browser deleted the database'), async () => {
    await world.worker.ask('message.send', world.sendOf());
    await createOutboxStore(Date.now).erase();
    const worker = world.startWorker();
    const lostAt = new Date(world.now()).toISOString();
    await worker.ask('activity.page', page);
    expect(await worker.ask('activity.page', page)).toMatchObject(ok({ entries: [], damaged: 0, lostAt }));
    expect(world.posts()).toHaveLength(1);
  });

  test(titleOf('L10', 'unreadable settings'), async () => {
    const waits: number[] = [];
    const worker = world.startWorker({
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    const { get } = world.storage.local;
    vi.spyOn(world.storage.local, 'get').mockImplementation((key) =>
      key === 'undoSeconds' ? Promise.reject(new Error('no')) : get(key),
    );
    await worker.ask('message.send', world.sendOf());
    vi.restoreAllMocks();
    expect(waits).toContain(5_000);
    expect(world.posts()).toHaveLength(1);
  });
});

describe('a full disk', () => {
  const full = err({ code: 'storage-unavailable', trouble: 'quota' });

  test(titleOf('L11', 'an add'), async () => {
    const adding = await addingWorld({ hadStorageFaults: true });
    failWith('QuotaExceededError', 'add');
    expect(await adding.worker.ask('contact.add', addOf(adding.procurement))).toEqual(full);
    expect(adding.upserts()).toEqual([]);
  });

  test(titleOf('L11', 'a message'), async () => {
    failWith('QuotaExceededError', 'add');
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(full);
    expect(world.posts()).toEqual([]);
  });

  test(titleOf('L11', 'the outcome of a message'), async () => {
    const worker = world.startWorker({
      fetch: async (input, init) => {
        const answer = await world.sandbox.fetch(input, init);
        if (init?.method === 'POST') failWith('QuotaExceededError', 'put');
        return answer;
      },
    });
    expect(await worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
    vi.restoreAllMocks();
    expect(await world.states()).toMatchObject([{ name: 'dispatching' }]);
    const next = world.startWorker({ locks: memoryLocks() });
    await next.services.recovery.markInterrupted();
    await next.services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
  });

  test(titleOf('L11', 'the settings'), async () => {
    world.storage.failWrites('local', new DOMException('no', 'QuotaExceededError'));
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
    const list = await listNamed(world.worker, 'Nordic procurement');
    expect(await world.worker.ask('contact.add', addOf(list))).toMatchObject(ok({ effect: 'created' }));
    expect(world.reports).toContain('settings-unwritten');
  });

  test(titleOf('L11', 'the request log'), async () => {
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function failInLog(this: IDBObjectStore, ...args) {
      if (this.name === 'requests') throw new DOMException('no', 'QuotaExceededError');
      return add.apply(this, args);
    });
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
    await vi.waitFor(() => expect(world.reports).toContain('request-not-logged'));
    expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
  });
});
