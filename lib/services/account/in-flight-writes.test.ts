import { connectedWorld } from '@/e2e/support/worker';
import { addOf, listNamed, seen, UPSERT } from '@/e2e/support/worker-people';
import { describe, expect, test, vi } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { storageOwner } from '@/lib/settings/items';
import { keyRejected } from '@/lib/settings/worker-items';
import { knownWorkspace } from '@/lib/settings/first-paint';

const LISTS = '/leads/api/lists';
const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

/** A world in which an add and a new list were sent and get no answer. */
async function waitingWorld() {
  const world = await connectedWorld();
  const { sandbox, startWorker } = world;
  const worker = startWorker();
  const list = await listNamed(worker, 'Nordic procurement');
  sandbox.control.fault({ path: UPSERT, effect: { connection: 'hang-after' } });
  sandbox.control.fault({ path: LISTS, method: 'POST', effect: { connection: 'hang-after' } });
  void worker.ask('contact.add', addOf(list));
  void worker.ask('lists.create', { name: 'Hiring' });
  await vi.waitFor(() => {
    expect([...seen(sandbox, 'POST', UPSERT), ...seen(sandbox, 'POST', LISTS)]).toHaveLength(2);
  });
  return { ...world, worker };
}

const REPORTED = [
  { what: 'add', name: 'Mira Okonkwo', outcome: 'unknown' },
  { what: 'list', name: 'Hiring', outcome: 'unknown' },
];

describe('writes that were sent and not answered', () => {
  test('are listed after signing out', async () => {
    const { worker } = await waitingWorld();
    const answer = await worker.ask('session.signOut', { confirmed: { ...NOTHING, adds: 1 } });
    expect(answer).toEqual(ok({ state: 'signed-out', inFlight: REPORTED }));
  });

  test('are listed after a switch to another account', async () => {
    const { worker, sandbox } = await waitingWorld();
    const confirmed = { ...NOTHING, adds: 1 };
    const answer = await worker.ask('session.connect', { key: sandbox.keys.other, confirmed });
    expect(answer).toMatchObject(ok({ state: 'connected', inFlight: REPORTED }));
  });

  test('stay the account’s own when its key is renewed', async () => {
    const { worker, sandbox } = await waitingWorld();
    const answer = await worker.ask('session.connect', { key: sandbox.keys.mainRenewed, confirmed: null });
    expect(answer).toMatchObject(ok({ state: 'connected', inFlight: [] }));
    expect(await worker.ask('session.pending', {})).toMatchObject(ok({ adds: 1 }));
  });

  test('are listed again when the sign-out before could not erase everything', async () => {
    const { worker, storage } = await waitingWorld();
    storage.failWrites('local', new Error('disk'));
    expect(await worker.ask('session.signOut', { confirmed: null })).toMatchObject({ ok: false });
    storage.failWrites('local', null);
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(
      ok({ state: 'signed-out', inFlight: REPORTED }),
    );
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(ok({ state: 'signed-out', inFlight: [] }));
  });
});

test('signing out stops the check of a new key, which is not stored then', async () => {
  const { worker, sandbox } = await connectedWorld();
  sandbox.control.fault({ path: '/id/api/**', effect: { connection: 'hang' } });
  const connecting = worker.ask('session.connect', { key: sandbox.keys.other, confirmed: NOTHING });
  await vi.waitFor(() => {
    expect(sandbox.control.requests()).not.toEqual([]);
  });
  expect(await worker.ask('session.signOut', { confirmed: null })).toMatchObject(ok({ state: 'signed-out' }));
  expect(await connecting).toEqual(err({ code: 'cancelled' }));
  expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
});

test('connecting stores whose storage it is, and what pages paint first', async () => {
  const { worker } = await connectedWorld();
  expect(await storageOwner.getValue()).toEqual({ account: await worker.account(), closing: false });
  expect(await knownWorkspace.getValue()).toBe('Acme');
  expect(await keyRejected.getValue()).toBe(false);
});

test('a sign-out that asks again, and a switch that fails, leave the key in use', async () => {
  const { worker, sandbox } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
  await worker.ask('contact.add', addOf(list));
  expect(await worker.ask('session.signOut', { confirmed: NOTHING })).toMatchObject(ok({ state: 'confirm' }));
  expect(await storageOwner.getValue()).toMatchObject({ closing: false });
  vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new DOMException('no', 'QuotaExceededError'));
  const failed = await worker.ask('session.connect', { key: sandbox.keys.mainRenewed, confirmed: null });
  expect(failed).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } });
  expect(await storageOwner.getValue()).toMatchObject({ closing: false });
  expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
});
