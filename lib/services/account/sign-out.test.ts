import { connectedWorld } from '@/e2e/support/worker';
import { addOf, listNamed, LOOKUP, seen, UPSERT } from '@/e2e/support/worker-people';
import { deleteDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { drafts, storageOwner } from '@/lib/settings/items';

const LISTS = '/leads/api/lists';

/** What is stored in each area, written down here once more: the product's own list is not asked. */
const IN_LOCAL = {
  language: 'de',
  addAsIOpen: true,
  defaultListId: 'list',
  defaultSenderId: 'sender',
  drafts: { $version: 2, value: { account: 'a', texts: { 'contact|sender': 'Hello Ana' } } },
  keyRejected: true,
  knownLists: [{ id: 'list', name: 'Recruiters' }],
  knownWorkspace: 'Acme',
  outboxLostAt: '2026-11-23T12:00:00.000Z',
  outboxSince: '2026-11-23T12:00:00.000Z',
  recentListIds: ['list'],
  storageOwner: { account: 'a', closing: false },
  undoSeconds: 20,
};
const IN_SESSION = {
  cachedCustomFields: { account: 'a', value: [], asOf: '2026-11-23T12:00:00.000Z' },
  cachedLists: { account: 'a', value: [], asOf: '2026-11-23T12:00:00.000Z' },
  cachedSenders: { account: 'a', value: [], asOf: '2026-11-23T12:00:00.000Z' },
  cachedStages: { account: 'a', value: [], asOf: '2026-11-23T12:00:00.000Z' },
  connectionsShared: true,
  tabGrant: 3,
};

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

describe('signing out', () => {
  test('leaves no database, and of the stored items the language alone', async () => {
    const { worker, storage } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    await worker.ask('senders.get', { fresh: false });
    await worker.ask('contact.add', addOf(list));
    await storage.local.set({ ...IN_LOCAL, undeclared: 'x' });
    await storage.session.set({ ...IN_SESSION, undeclared: 'x' });
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(ok({ state: 'signed-out', inFlight: [] }));
    expect(storage.dump('local')).toEqual({ language: 'de' });
    expect(storage.dump('session')).toEqual({ revision: 1 });
    expect(await indexedDB.databases()).toEqual([]);
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
  });

  test('has the browser rewrite its files once the databases are deleted', async () => {
    const { startWorker } = await connectedWorld();
    const left: unknown[] = [];
    const worker = startWorker({
      rewriteFiles: async () => {
        left.push(await indexedDB.databases());
        return ok(null);
      },
    });
    await worker.ask('session.signOut', { confirmed: null });
    expect(left).toEqual([[]]);
  });

  test('stores nothing from answers that arrive later', async () => {
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
    await slow.ask('session.signOut', { confirmed: null });
    answer();
    await Promise.all(late);
    expect(Object.keys(storage.dump('local'))).toEqual([]);
    expect(Object.keys(storage.dump('session'))).toEqual(['revision']);
  });

  test('erases the key even when the rest cannot be erased, and reports the failure', async () => {
    const { worker, storage } = await connectedWorld();
    storage.failWrites('local', new Error('disk'));
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(
      err({ code: 'storage-unavailable', trouble: 'unknown' }),
    );
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: 'vault' }));
  });
});

test('a sign-out interrupted after the key was erased is finished by the next worker', async () => {
  const { worker, storage, startWorker } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  const account = (await worker.account()) ?? expect.fail('not connected');
  await worker.ask('contact.add', addOf(list));
  await drafts.setValue({ account, texts: { 'contact|sender': 'Hello Ana' } });
  await storageOwner.setValue({ account, closing: true });
  await deleteDB('vault');
  const next = startWorker();
  expect(await next.services.session.start()).toEqual(ok(null));
  expect(storage.dump('local')).toEqual({});
  expect(await next.ask('others.count', {})).toEqual(ok(0));
});

test('signing out asks again when more is pending than was confirmed', async () => {
  const { worker, sandbox } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
  await worker.ask('contact.add', addOf(list));
  const one = { ...NOTHING, adds: 1 };
  expect(await worker.ask('session.signOut', { confirmed: NOTHING })).toEqual(ok({ state: 'confirm', pending: one }));
  expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(await worker.ask('session.signOut', { confirmed: one })).toEqual(ok({ state: 'signed-out', inFlight: [] }));
});
