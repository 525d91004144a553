import { connectedWorld, createWorld } from '@/e2e/support/worker';
import { addOf, listNamed, LOOKUP, newIntentId, seen, UPSERT } from '@/e2e/support/worker-people';
import { makeKey } from '@/e2e/sandbox/key';
import { openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { allItems, drafts } from '@/lib/settings/items';
import { workerItems } from '@/lib/settings/worker-items';
import { createSession, type SessionDeps } from './session';

const LISTS = '/leads/api/lists';
const mara = { userName: 'Mara Lind', email: 'mara@acme.test', workspace: 'Acme', teamId: 812 };

describe('connecting', () => {
  test('tells whose key it is, and everything that may be shown of it', async () => {
    const { startWorker, sandbox } = createWorld();
    const worker = startWorker();
    const account = { ...mara, keyTail: sandbox.key.slice(-4), keyExpiresAt: '2029-05-03T00:00:00.000Z' };
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
    expect(await worker.ask('session.connect', { key: ` ${sandbox.key}\n`, confirmed: null })).toEqual(ok(account));
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'connected', account }));
    expect(await startWorker().ask('session.get', {})).toEqual(ok({ state: 'connected', account }));
  });

  test.each([
    ['no key at all', 'hello', 'key-malformed', 0],
    ['a key that has expired', makeKey({ exp: 1 }), 'key-expired', 0],
    ['a key that GetSales does not know', makeKey({ jti: 'another' }), 'key-rejected', 1],
  ] as const)('%s is not stored', async (_name, key, code, requests) => {
    const { startWorker, sandbox } = createWorld();
    const worker = startWorker();
    expect(await worker.ask('session.connect', { key, confirmed: null })).toEqual(err({ code }));
    expect(sandbox.control.requests()).toHaveLength(requests);
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
    expect(await worker.ask('lists.get', { fresh: false })).toEqual(err({ code: 'not-connected' }));
  });

  test('a refused key leaves the one before in force', async () => {
    const { worker } = await connectedWorld();
    await worker.ask('session.connect', { key: makeKey({ jti: 'another' }), confirmed: null });
    expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  });

  test('a storage that stays open to content scripts gets no key, and nothing is asked', async () => {
    const { startWorker, sandbox } = createWorld();
    const open = err({ code: 'storage-unavailable', trouble: 'blocked' } as const);
    const worker = startWorker({ storageClosed: Promise.resolve(open) });
    expect(await worker.ask('session.connect', { key: sandbox.key, confirmed: null })).toEqual(open);
    expect(sandbox.control.requests()).toEqual([]);
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: 'vault' }));
  });
});

describe('a key that no longer works', () => {
  test('is kept visibly, and nothing is asked with it again', async () => {
    const { worker, sandbox, startWorker } = await connectedWorld();
    sandbox.control.revokeKey();
    const rejected = err({ code: 'key-rejected' });
    expect(await worker.ask('lists.get', { fresh: true })).toEqual(rejected);
    expect(await worker.ask('session.get', {})).toMatchObject(ok({ state: 'rejected', account: mara }));
    sandbox.control.clearRequests();
    for (const each of [worker, startWorker()]) {
      expect(await each.ask('lists.get', { fresh: true })).toEqual(rejected);
      expect(await each.ask('senders.get', { fresh: true })).toEqual(rejected);
      expect(await each.ask('contact.undo', { intentId: newIntentId() })).toEqual(rejected);
    }
    expect(sandbox.control.requests()).toEqual([]);
  });

  test('works again after it was pasted again', async () => {
    const { worker, sandbox } = await connectedWorld();
    sandbox.control.revokeKey();
    await worker.ask('lists.get', { fresh: true });
    sandbox.control.restoreKey();
    await worker.ask('session.connect', { key: sandbox.key, confirmed: null });
    expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  });

  test('a key that cannot be decrypted is not the same as none', async () => {
    const { worker, sandbox } = await connectedWorld();
    const vault = await openDB('vault');
    await vault.clear('device');
    vault.close();
    expect(await worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'key-unreadable' }));
    expect(sandbox.control.requests()).toEqual([]);
  });
});

describe('signing out', () => {
  test('leaves only what is declared to stay, and no database', async () => {
    const { worker, storage } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    await worker.ask('senders.get', { fresh: false });
    await worker.ask('contact.add', addOf(list));
    for (const item of [...allItems, ...workerItems]) await storage[areaOf(item.key)].set({ [nameOf(item.key)]: 'x' });
    expect(await worker.ask('session.signOut', {})).toEqual(ok(null));
    const staying = [...allItems, ...workerItems].filter(({ erasedAt }) => erasedAt === 'never');
    const left = [...Object.keys(storage.dump('local')), ...Object.keys(storage.dump('session'))];
    expect(left.sort()).toEqual(staying.map(({ key }) => nameOf(key)).sort());
    expect(left).toEqual(['revision', 'tabGrant']);
    expect(await indexedDB.databases()).toEqual([]);
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
  });

  test('an answer that comes later brings nothing back', async () => {
    const { worker, storage, sandbox, startWorker } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    let answer = (): void => undefined;
    const signedOut = new Promise<void>((resolve) => (answer = resolve));
    const slow = startWorker({
      fetch: async (input, init) => {
        const response = await sandbox.fetch(input, init);
        await (input instanceof URL && input.pathname === LOOKUP ? null : signedOut);
        return response;
      },
    });
    sandbox.control.clearRequests();
    const late = [slow.ask('lists.get', { fresh: true }), slow.ask('contact.add', addOf(list))];
    await vi.waitFor(() => {
      expect([...seen(sandbox, 'GET', LISTS), ...seen(sandbox, 'POST', UPSERT)]).toHaveLength(2);
    });
    await slow.ask('session.signOut', {});
    answer();
    await Promise.all(late);
    expect(Object.keys(storage.dump('local'))).toEqual([]);
    expect(Object.keys(storage.dump('session'))).toEqual(['revision']);
  });

  test('erases the key even when the rest cannot be erased, and says that something is left', async () => {
    const { worker, storage } = await connectedWorld();
    storage.failWrites('local', new Error('disk'));
    expect(await worker.ask('session.signOut', {})).toEqual(err({ code: 'storage-unavailable', trouble: 'unknown' }));
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: 'vault' }));
  });
});

test('a storage that cannot be read is an error, not a missing connection', async () => {
  const { worker, storage } = await connectedWorld();
  storage.failReads('local', new Error('disk'));
  expect(await worker.ask('session.get', {})).toEqual(err({ code: 'storage-unavailable', trouble: 'unknown' }));
});

describe('the key of another workspace', () => {
  const account = { ...mara, keyTail: 'abcd', keyExpiresAt: null };

  /** A session in a world of its own, with a key per team. */
  async function sessionWith(change: Partial<SessionDeps>) {
    const { storage } = await connectedWorld();
    await drafts.setValue({ 'contact|sender': 'Hello Ana' });
    const erased: string[] = [];
    const [accountItem, keyRejected] = [workerItems[0], workerItems[1]];
    const session = createSession({
      vault: {
        store: () => Promise.resolve(ok(null)),
        load: () => Promise.resolve(ok('key')),
        erase: () => Promise.resolve(ok(null)),
      },
      account: accountItem,
      keyRejected,
      identify: (key) => Promise.resolve(ok({ ...account, teamId: Number(key) })),
      storageClosed: Promise.resolve(ok(null)),
      eraseJournal: () => (erased.push('journal'), Promise.resolve(ok(null))),
      eraseItems: () => (erased.push('items'), Promise.resolve()),
      onConnected: () => Promise.resolve(),
      changed: () => Promise.resolve(),
      ...change,
    });
    return { session, erased, storage };
  }

  test('takes nothing of the former workspace along', async () => {
    const { session, erased } = await sessionWith({});
    await session.connect('812');
    expect(erased).toEqual([]);
    await session.connect('977');
    expect(erased).toEqual(['journal', 'items']);
  });

  test('is not taken when the former journal cannot be erased', async () => {
    const stuck = err({ code: 'storage-unavailable', trouble: 'blocked' } as const);
    const { session, erased } = await sessionWith({ eraseJournal: () => Promise.resolve(stuck) });
    expect(await session.connect('977')).toEqual(stuck);
    expect(erased).toEqual([]);
    expect(await session.get()).toMatchObject(ok({ account: { teamId: 812 } }));
  });
});

function areaOf(key: string): 'local' | 'session' {
  return key.startsWith('local:') ? 'local' : 'session';
}

function nameOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
