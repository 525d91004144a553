import { connectedWorld, createWorld } from '@/e2e/support/worker';
import { newEntryId } from '@/e2e/support/worker-people';
import { makeKey, type KeyName } from '@/e2e/sandbox/access/keys';
import { storeAsV1 } from '@/lib/vault/testing/store-record';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { LEGACY_ACCOUNT_ID, type PendingCounts } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';

const mara = { userName: 'Mara Lind', email: 'mara@acme.test', workspace: 'Acme', teamId: 812 };

describe('connecting', () => {
  test('answers with the key’s account, also in the next worker', async () => {
    const { startWorker, sandbox } = createWorld();
    const worker = startWorker();
    const id = 'team 812, user 1c0f7a2e-9b0d-4a53-8f55-20f0a3f5d111';
    const account = { id, ...mara, keyTail: sandbox.key.slice(-4), keyExpiresAt: '2029-05-03T00:00:00.000Z' };
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
    expect(await worker.ask('session.connect', { key: ` ${sandbox.key}\n`, confirmed: null })).toEqual(
      ok({ state: 'connected', account, inFlight: [] }),
    );
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'connected', account }));
    expect(await startWorker().ask('session.get', {})).toEqual(ok({ state: 'connected', account }));
  });

  test.each([
    ['text that is no key', 'hello', 'key-malformed', 0],
    ['a key that has expired', makeKey({ exp: 1 }), 'key-expired', 1],
    ['a key that GetSales does not know', makeKey({ jti: 'another' }), 'key-rejected', 1],
  ] as const)('does not store %s', async (_name, key, code, requests) => {
    const { startWorker, sandbox } = createWorld();
    const worker = startWorker();
    expect(await worker.ask('session.connect', { key, confirmed: null })).toEqual(err({ code }));
    expect(sandbox.control.requests()).toHaveLength(requests);
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
    expect(await worker.ask('lists.get', { fresh: false })).toEqual(err({ code: 'not-connected' }));
  });

  test('keeps the former key in force when the new one is refused', async () => {
    const { worker } = await connectedWorld();
    await worker.ask('session.connect', { key: makeKey({ jti: 'another' }), confirmed: null });
    expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  });

  test('stores nothing and sends nothing while the storage is open to content scripts', async () => {
    const { startWorker, sandbox } = createWorld();
    const open = err({ code: 'storage-unavailable', trouble: 'blocked' } as const);
    const worker = startWorker({ storageClosed: Promise.resolve(open) });
    expect(await worker.pageOf(null)('session.connect', { key: sandbox.key, confirmed: null })).toEqual(open);
    expect(sandbox.control.requests()).toEqual([]);
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: 'vault' }));
  });
});

describe('a rejected key', () => {
  test('stays visible, and is not used again', async () => {
    const { worker, sandbox, startWorker } = await connectedWorld();
    sandbox.control.revokeKey();
    const rejected = err({ code: 'key-rejected' });
    expect(await worker.ask('lists.get', { fresh: true })).toEqual(rejected);
    expect(await worker.ask('session.get', {})).toMatchObject(ok({ state: 'rejected', account: mara }));
    sandbox.control.clearRequests();
    for (const each of [worker, startWorker()]) {
      expect(await each.ask('lists.get', { fresh: true })).toEqual(rejected);
      expect(await each.ask('senders.get', { fresh: true })).toEqual(rejected);
      expect(await each.ask('contact.undo', { entryId: newEntryId() })).toEqual(rejected);
    }
    expect(sandbox.control.requests()).toEqual([]);
  });

  test('works again once it is valid and pasted again', async () => {
    const { worker, sandbox } = await connectedWorld();
    sandbox.control.revokeKey();
    await worker.ask('lists.get', { fresh: true });
    sandbox.control.restoreKey();
    await worker.ask('session.connect', { key: sandbox.key, confirmed: null });
    expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  });

  test('a key that cannot be decrypted is key-unreadable, not missing', async () => {
    const { worker, sandbox } = await connectedWorld();
    const vault = await openDB('vault');
    await vault.clear('device');
    vault.close();
    expect(await worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'key-unreadable' }));
    expect(sandbox.control.requests()).toEqual([]);
  });
});

test('a storage that cannot be read is an error, not a missing key', async () => {
  const { worker, storage } = await connectedWorld();
  storage.failReads('local', new Error('disk'));
  expect(await worker.ask('session.get', {})).toEqual(err({ code: 'storage-unavailable', trouble: 'unknown' }));
});

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

describe('a key belongs to the same account only if that is proven', () => {
  test.each<[KeyName, KeyName, 'connected' | 'confirm']>([
    ['main', 'mainRenewed', 'connected'],
    ['main', 'other', 'confirm'],
    ['main', 'otherUserSameTeam', 'confirm'],
    ['main', 'sameUserOtherTeam', 'confirm'],
    // Mara belongs to two workspaces, so a key without a claim could be for either.
    ['main', 'mainWithoutTeamClaim', 'confirm'],
    ['mainWithoutTeamClaim', 'sameUserOtherTeamWithoutTeamClaim', 'confirm'],
    ['mainWithoutTeamClaim', 'mainWithoutTeamClaim', 'connected'],
    // Noor belongs to one.
    ['other', 'otherWithoutTeamClaim', 'connected'],
    ['otherWithoutTeamClaim', 'otherWithoutTeamClaim', 'connected'],
    ['otherWithoutTeamClaim', 'mainWithoutTeamClaim', 'confirm'],
  ])('%s, then %s: %s', async (first, second, outcome) => {
    const { startWorker, sandbox } = createWorld();
    const worker = startWorker();
    await worker.ask('session.connect', { key: sandbox.keys[first], confirmed: null });
    const before = await worker.account();
    const answer = await worker.ask('session.connect', { key: sandbox.keys[second], confirmed: null });
    expect(answer).toMatchObject(ok({ state: outcome }));
    expect(await worker.account()).toBe(before);
    await worker.ask('session.connect', { key: sandbox.keys[second], confirmed: NOTHING });
    expect((await worker.account()) === before).toBe(outcome === 'connected');
  });
});

describe('a profile of version 0.1.0', () => {
  async function legacyWorld() {
    const world = createWorld();
    await storeAsV1(world.sandbox.key);
    const account = { ...mara, keyTail: 'abcd', keyExpiresAt: null };
    await world.storage.local.set({ account, drafts: { 'contact|sender': 'Hello Ana' } });
    const worker = world.startWorker();
    expect(await worker.services.session.start()).toEqual(ok(null));
    return { ...world, worker };
  }

  test('stays connected and keeps its drafts', async () => {
    const { worker, storage } = await legacyWorld();
    expect(await worker.ask('session.get', {})).toMatchObject(
      ok({ state: 'connected', account: { ...mara, id: LEGACY_ACCOUNT_ID } }),
    );
    expect(await worker.ask('session.pending', {})).toMatchObject(ok({ drafts: 1 }));
    expect(storage.dump('local')).not.toHaveProperty('account');
    expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  });

  test.each<[KeyName, 'connected' | 'confirm']>([
    ['mainRenewed', 'connected'],
    ['otherUserSameTeam', 'confirm'],
    ['other', 'confirm'],
  ])('then %s: %s', async (key, state) => {
    const { worker, sandbox } = await legacyWorld();
    const answer = await worker.ask('session.connect', { key: sandbox.keys[key], confirmed: null });
    expect(answer).toMatchObject(ok({ state }));
  });
});
