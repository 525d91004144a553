import { connectedWorld } from '@/e2e/support/worker';
import { addOf, listNamed, seen, UPSERT } from '@/e2e/support/worker-people';
import { deleteDB, openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { addEntry } from '@/lib/outbox/testing/entries';
import { createOutboxStore } from '@/lib/outbox/outbox';

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

describe('entries of an unreadable key', () => {
  async function worldWithUnreadableKey() {
    const world = await connectedWorld();
    const { worker, sandbox, startWorker } = world;
    const list = await listNamed(worker, 'Nordic procurement');
    sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
    const add = addOf(list);
    await worker.ask('contact.add', add);
    sandbox.control.clearFaults();
    const vault = await openDB('vault');
    await vault.clear('device');
    vault.close();
    sandbox.control.clearRequests();
    return { ...world, add, next: startWorker() };
  }

  test('are kept from another account, which must confirm before they are erased', async () => {
    const { next, add, sandbox } = await worldWithUnreadableKey();
    expect(await next.ask('others.list', {})).toMatchObject(ok([{ id: add.entryId }]));
    const other = await next.ask('session.connect', { key: sandbox.keys.other, confirmed: null });
    expect(other).toMatchObject(ok({ state: 'confirm', pending: { adds: 1 } }));
    await next.services.recovery.processDue(true);
    expect(await next.ask('others.list', {})).toMatchObject(ok([{ id: add.entryId }]));
    expect(seen(sandbox, 'POST', UPSERT)).toEqual([]);
  });

  test('are resumed with another key of the same account', async () => {
    const { next, sandbox, pass } = await worldWithUnreadableKey();
    const again = await next.ask('session.connect', { key: sandbox.keys.mainRenewed, confirmed: null });
    expect(again).toMatchObject(ok({ state: 'connected' }));
    pass(900_000);
    await next.services.recovery.processDue(true);
    expect(sandbox.control.contact('mira-okonkwo')).not.toBeNull();
  });

  test('can be erased without connecting an account', async () => {
    const { next } = await worldWithUnreadableKey();
    expect(await next.ask('others.erase', {})).toEqual(ok(null));
    expect(await next.ask('others.list', {})).toEqual(ok([]));
  });
});

test('an account’s entries are its own while its key is renewed, and cannot be erased as another account’s', async () => {
  const { worker, sandbox } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
  await worker.ask('contact.add', addOf(list));
  const { generation } = await worker.current();
  const closing = generation.close();
  expect(await worker.ask('others.count', {})).toEqual(ok(0));
  await worker.ask('others.erase', {});
  await closing;
  expect(await worker.ask('session.pending', {})).toMatchObject(ok({ adds: 1 }));
});

test('entries of another account are erased, and own ones kept, when the key is pasted again', async () => {
  const { worker, sandbox } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  const add = addOf(list);
  await worker.ask('contact.add', add);
  await createOutboxStore(Date.now)
    .of({ owns: () => true })
    .add(
      addEntry(1, {
        state: { name: 'waiting', error: { code: 'offline' }, tries: 1, retryAt: '2027', mayHaveArrived: true },
      }),
    );
  const connect = (confirmed: PendingCounts | null) =>
    worker.ask('session.connect', { key: sandbox.keys.mainRenewed, confirmed });
  expect(await connect(null)).toMatchObject(ok({ state: 'confirm', pending: { adds: 1 } }));
  expect(await connect({ ...NOTHING, adds: 1 })).toMatchObject(ok({ state: 'connected' }));
  expect(await worker.ask('others.count', {})).toEqual(ok(0));
  expect(await worker.ask('outbox.recent', { contactId: null })).toMatchObject(ok([{ id: add.entryId }]));
});

test('entries are kept when the key disappears without a sign-out', async () => {
  const { storage, startWorker, worker } = await connectedWorld();
  await worker.ask('contact.add', addOf(await listNamed(worker, 'Nordic procurement')));
  await deleteDB('vault');
  const next = startWorker();
  expect(await next.services.session.start()).toEqual(err({ code: 'key-unreadable' }));
  expect(storage.dump('local')).toHaveProperty('storageOwner');
  expect(await next.ask('others.list', {})).toMatchObject(ok([{ kind: 'add' }]));
});
