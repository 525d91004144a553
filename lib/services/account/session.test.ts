import { connectedWorld, createWorld } from '@/e2e/support/worker';
import { addOf, listNamed, LOOKUP, newEntryId, seen, UPSERT } from '@/e2e/support/worker-people';
import { makeKey, type KeyName } from '@/e2e/sandbox/access/keys';
import { LEGACY_ACCOUNT_ID, type PendingCounts } from '@/lib/domain/account';
import { storeAsV1 } from '@/lib/vault/testing/store-as-v1';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { err, ok } from '@/lib/domain/result';
import { addEntry, contactA, entryIdOf, listA, sendEntry } from '@/lib/outbox/testing/entries';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { drafts, storageOwner } from '@/lib/settings/items';

const LISTS = '/leads/api/lists';
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const undo = { kind: 'remove', stageId: null, tagIds: [] } as const;
const identityNamed = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });

afterEach(() => {
  vi.restoreAllMocks();
});

const mara = { userName: 'Mara Lind', email: 'mara@acme.test', workspace: 'Acme', teamId: 812 };

describe('connecting', () => {
  test('tells whose key it is, and everything that may be shown of it', async () => {
    const { startWorker, sandbox } = createWorld();
    const worker = startWorker();
    const id = 'team 812, user 1c0f7a2e-9b0d-4a53-8f55-20f0a3f5d111';
    const account = { id, ...mara, keyTail: sandbox.key.slice(-4), keyExpiresAt: '2029-05-03T00:00:00.000Z' };
    expect(await worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
    expect(await worker.ask('session.connect', { key: ` ${sandbox.key}\n`, confirmed: null })).toEqual(
      ok({ state: 'connected', account, onWire: [] }),
    );
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
    expect(await worker.pageOf(null)('session.connect', { key: sandbox.key, confirmed: null })).toEqual(open);
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
      expect(await each.ask('contact.undo', { entryId: newEntryId() })).toEqual(rejected);
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
  test('leaves nothing stored, and no database', async () => {
    const { worker, storage } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    await worker.ask('senders.get', { fresh: false });
    await worker.ask('contact.add', addOf(list));
    await storage.local.set({ forgottenInEveryList: 'x' });
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(ok({ state: 'signed-out', onWire: [] }));
    expect(storage.dump('local')).toEqual({});
    expect(storage.dump('session')).toEqual({ revision: 1 });
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
    await slow.ask('session.signOut', { confirmed: null });
    answer();
    await Promise.all(late);
    expect(Object.keys(storage.dump('local'))).toEqual([]);
    expect(Object.keys(storage.dump('session'))).toEqual(['revision']);
  });

  test('erases the key even when the rest cannot be erased, and says that something is left', async () => {
    const { worker, storage } = await connectedWorld();
    storage.failWrites('local', new Error('disk'));
    expect(await worker.ask('session.signOut', { confirmed: null })).toEqual(
      err({ code: 'storage-unavailable', trouble: 'unknown' }),
    );
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: 'vault' }));
  });
});

test('a storage that cannot be read is an error, not a missing connection', async () => {
  const { worker, storage } = await connectedWorld();
  storage.failReads('local', new Error('disk'));
  expect(await worker.ask('session.get', {})).toEqual(err({ code: 'storage-unavailable', trouble: 'unknown' }));
});

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

describe('a key is of the same account only if that is proven', () => {
  test.each<[KeyName, KeyName, 'connected' | 'confirm']>([
    ['main', 'mainRenewed', 'connected'],
    ['main', 'other', 'confirm'],
    ['main', 'otherUserSameTeam', 'confirm'],
    ['main', 'sameUserOtherTeam', 'confirm'],
    // Mara belongs to two workspaces, so nothing tells which one a key without a claim is for.
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

describe('the key of another account', () => {
  /** A world with something of every kind that is pending. */
  async function pendingWorld() {
    const world = await connectedWorld();
    const { worker, sandbox } = world;
    const list = await listNamed(worker, 'Nordic procurement');
    const account = (await worker.account()) ?? expect.fail('not connected');
    sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
    for (const slug of ['one', 'two', 'three'])
      await worker.ask('contact.add', addOf(list, { identity: identityNamed(slug) }));
    const { outbox } = await worker.current();
    const own = { account };
    await outbox.add(sendEntry(1, { ...own, state: { name: 'queued', leavesAt: '2026', heldBy: null } }));
    await outbox.add(sendEntry(2, { ...own, state: { name: 'dispatching' } }));
    await outbox.add(sendEntry(3, { ...own, state: { name: 'unknown', error: { code: 'offline' } } }));
    await outbox.add(addEntry(4, { ...own, state: { name: 'undoing', outcome, undo } }));
    await drafts.setValue({
      account,
      texts: { 'contact|sender': 'Hello Ana', 'b|s|leaving': entryIdOf(1), 'b|s|aside': 'y' },
    });
    const pending: PendingCounts = { adds: 3, messages: 2, unconfirmed: 1, undos: 1, drafts: 1 };
    const switchTo = (key: KeyName, confirmed: PendingCounts | null) =>
      worker.ask('session.connect', { key: sandbox.keys[key], confirmed });
    return { ...world, account, pending, switchTo };
  }

  test('changes nothing before it is confirmed, and says what would be erased', async () => {
    const { worker, storage, pending, switchTo } = await pendingWorld();
    const before = JSON.stringify(storage.dump('local'));
    const facts = { userName: 'Noor Haddad', workspace: 'Acme Labs' };
    expect(await switchTo('other', null)).toMatchObject(ok({ state: 'confirm', account: facts, pending }));
    expect(JSON.stringify(storage.dump('local'))).toBe(before);
    expect(await worker.ask('session.pending', {})).toEqual(ok(pending));
  });

  test('asks again when there is more to lose than was agreed to', async () => {
    const { pending, switchTo } = await pendingWorld();
    const fewer = { ...pending, adds: 2 };
    expect(await switchTo('other', fewer)).toMatchObject(ok({ state: 'confirm', pending }));
  });

  test('erases everything of the former account once confirmed, and counts more than a page', async () => {
    const { worker, storage, pending, switchTo, account } = await pendingWorld();
    const { outbox } = await worker.current();
    for (let n = 100; n < 700; n += 1) {
      await outbox.add(
        addEntry(n, { account, state: { name: 'waiting', error: { code: 'offline' }, tries: 1, retryAt: '2027' } }),
      );
    }
    const all = { ...pending, adds: 603 };
    expect(await switchTo('other', null)).toMatchObject(ok({ pending: all }));
    expect(await switchTo('other', all)).toMatchObject(
      ok({ state: 'connected', account: { userName: 'Noor Haddad' } }),
    );
    expect(await worker.ask('outbox.recent', { contactId: null, limit: 100 })).toEqual(ok([]));
    expect(await worker.ask('others.list', {})).toEqual(ok([]));
    expect(JSON.stringify(storage.dump('local'))).not.toContain('Hello Ana');
    expect(JSON.stringify(storage.dump('local'))).not.toContain('Nordic');
  });

  test('whose predecessor’s records cannot be erased leaves them to be erased, and carries nothing out', async () => {
    const { worker, sandbox, pending, switchTo, pass } = await pendingWorld();
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await switchTo('other', pending)).toMatchObject(ok({ state: 'connected' }));
    vi.restoreAllMocks();
    sandbox.control.clearFaults();
    sandbox.control.clearRequests();
    pass(900_000);
    await worker.services.recovery.work(true);
    expect(sandbox.control.requests()).toEqual([]);
    expect(await worker.ask('others.count', {})).toEqual(ok(7));
    expect(await worker.ask('others.erase', {})).toEqual(ok(null));
    expect(await worker.ask('others.count', {})).toEqual(ok(0));
  });

  test('is not taken when it cannot be stored: nothing is lost', async () => {
    const { worker, switchTo, pending, account } = await pendingWorld();
    vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new DOMException('no', 'QuotaExceededError'));
    expect(await switchTo('other', pending)).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } });
    expect(await worker.account()).toBe(account);
    expect(await worker.ask('session.pending', {})).toMatchObject(ok({ adds: 3, drafts: 1, undos: 1 }));
  });

  test('a page of the former account asks and does nothing under the new one', async () => {
    const { worker, sandbox, pending, switchTo, account } = await pendingWorld();
    const page = worker.pageOf(account);
    await switchTo('other', pending);
    sandbox.control.clearRequests();
    const list = { id: '00000000-0000-4000-8000-000000000009', name: 'A list' };
    const replaced = err({ code: 'key-replaced' });
    expect(await page('contact.add', addOf(list))).toEqual(replaced);
    expect(await page('lists.get', { fresh: true })).toEqual(replaced);
    expect(await page('outbox.recent', { contactId: null, limit: 9 })).toEqual(replaced);
    expect(sandbox.control.requests()).toEqual([]);
  });
});

describe('a stored key that can no longer be read', () => {
  async function damaged() {
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

  test('keeps what waits: another account gets nothing of it, and is asked before it is erased', async () => {
    const { next, add, sandbox } = await damaged();
    expect(await next.ask('others.list', {})).toMatchObject(ok([{ id: add.entryId }]));
    const other = await next.ask('session.connect', { key: sandbox.keys.other, confirmed: null });
    expect(other).toMatchObject(ok({ state: 'confirm', pending: { adds: 1 } }));
    await next.services.recovery.work(true);
    expect(await next.ask('others.list', {})).toMatchObject(ok([{ id: add.entryId }]));
    expect(seen(sandbox, 'POST', UPSERT)).toEqual([]);
  });

  test('the same account’s key goes on with it', async () => {
    const { next, sandbox, pass } = await damaged();
    const again = await next.ask('session.connect', { key: sandbox.keys.mainRenewed, confirmed: null });
    expect(again).toMatchObject(ok({ state: 'connected' }));
    pass(900_000);
    await next.services.recovery.work(true);
    expect(sandbox.control.contact('mira-okonkwo')).not.toBeNull();
  });

  test('can be erased without connecting an account', async () => {
    const { next } = await damaged();
    expect(await next.ask('others.erase', {})).toEqual(ok(null));
    expect(await next.ask('others.list', {})).toEqual(ok([]));
  });
});

describe('what version 0.1.0 stored', () => {
  async function legacyWorld() {
    const world = createWorld();
    await storeAsV1(world.sandbox.key);
    const account = { ...mara, keyTail: 'abcd', keyExpiresAt: null };
    await world.storage.local.set({ account, drafts: { 'contact|sender': 'Hello Ana' } });
    const worker = world.startWorker();
    expect(await worker.services.session.start()).toEqual(ok(null));
    return { ...world, worker };
  }

  test('stays connected, with its drafts', async () => {
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

test('a sign-out that was interrupted after the key was erased is finished by the next start', async () => {
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

test('while its key is being renewed, an account’s own records are not another account’s, and cannot be erased as such', async () => {
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

test('leftovers of another account are erased alone when a key of the same account is pasted again', async () => {
  const { worker, sandbox } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  const add = addOf(list);
  await worker.ask('contact.add', add);
  await createOutboxStore()
    .of({ owns: () => true })
    .add(addEntry(1, { state: { name: 'waiting', error: { code: 'offline' }, tries: 1, retryAt: '2027' } }));
  const connect = (confirmed: PendingCounts | null) =>
    worker.ask('session.connect', { key: sandbox.keys.mainRenewed, confirmed });
  expect(await connect(null)).toMatchObject(ok({ state: 'confirm', pending: { adds: 1 } }));
  expect(await connect({ ...NOTHING, adds: 1 })).toMatchObject(ok({ state: 'connected' }));
  expect(await worker.ask('others.count', {})).toEqual(ok(0));
  expect(await worker.ask('outbox.recent', { contactId: null, limit: 9 })).toMatchObject(ok([{ id: add.entryId }]));
});

test('a switch whose storage could not be erased is finished before anything of it shows', async () => {
  const { worker, sandbox, storage } = await connectedWorld();
  await listNamed(worker, 'Nordic procurement');
  vi.spyOn(storage.local, 'clear').mockRejectedValueOnce(new Error('disk'));
  const answer = await worker.ask('session.connect', { key: sandbox.keys.other, confirmed: NOTHING });
  expect(answer).toMatchObject({ ok: false });
  expect(await worker.ask('session.get', {})).toMatchObject(ok({ account: { userName: 'Noor Haddad' } }));
  expect(JSON.stringify(storage.dump('local'))).not.toContain('Nordic');
});

test('signing out asks again when there is more to lose than was agreed to', async () => {
  const { worker, sandbox } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
  await worker.ask('contact.add', addOf(list));
  const one = { ...NOTHING, adds: 1 };
  expect(await worker.ask('session.signOut', { confirmed: NOTHING })).toEqual(ok({ state: 'confirm', pending: one }));
  expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(await worker.ask('session.signOut', { confirmed: one })).toEqual(ok({ state: 'signed-out', onWire: [] }));
});

test('a switch that was interrupted leaves nothing of the former account', async () => {
  const { storage, sandbox, startWorker, worker } = await connectedWorld();
  await listNamed(worker, 'Nordic procurement');
  const before = storage.dump('local');
  await worker.ask('session.connect', { key: sandbox.keys.other, confirmed: NOTHING });
  // As if the worker had died after the new key was stored.
  await storage.local.set({ ...before });
  const next = startWorker();
  await next.services.session.start();
  expect(JSON.stringify(storage.dump('local'))).not.toContain('Nordic');
  expect(await next.ask('session.get', {})).toMatchObject(ok({ account: { userName: 'Noor Haddad' } }));
});

test('records of a key that vanished without a sign-out are kept', async () => {
  const { storage, startWorker, worker } = await connectedWorld();
  await worker.ask('contact.add', addOf(await listNamed(worker, 'Nordic procurement')));
  await deleteDB('vault');
  const next = startWorker();
  expect(await next.services.session.start()).toEqual(ok(null));
  expect(storage.dump('local')).toHaveProperty('storageOwner');
  expect(await next.ask('others.list', {})).toMatchObject(ok([{ kind: 'add' }]));
});
