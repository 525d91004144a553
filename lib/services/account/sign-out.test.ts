import { connectedWorld } from '@/e2e/support/worker';
import { addOf, listNamed, LOOKUP, seen, UPSERT } from '@/e2e/support/worker-people';
import { deleteDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { registeredItems } from '@/lib/settings/declare';
import { drafts, storageOwner } from '@/lib/settings/items';

const LISTS = '/leads/api/lists';

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

describe('signing out', () => {
  test('leaves no database, and only stored items that are declared to outlive it', async () => {
    const { worker, storage } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    await worker.ask('senders.get', { fresh: false });
    await worker.ask('contact.add', addOf(list));
    for (const area of ['local', 'session'] as const) {
      for (const item of registeredItems().filter((each) => each.area === area)) {
        await storage[area].set({ [item.name]: item.fallback });
      }
      await storage[area].set({ undeclared: 'x' });
    }
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(ok({ state: 'signed-out', onWire: [] }));
    const survivors = registeredItems().filter(({ erasedAt }) => erasedAt === 'never');
    const namesIn = (area: string) => survivors.filter((item) => item.area === area).map(({ name }) => name);
    expect(Object.keys(storage.dump('local')).sort()).toEqual(namesIn('local').sort());
    expect(Object.keys(storage.dump('session')).sort()).toEqual([...namesIn('session'), 'revision'].sort());
    expect(storage.dump('session')).toMatchObject({ revision: 1 });
    expect(await indexedDB.databases()).toEqual([]);
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
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
  expect(await worker.ask('session.signOut', { confirmed: one })).toEqual(ok({ state: 'signed-out', onWire: [] }));
});
