import { connectedWorld } from '@/e2e/support/worker';
import { addOf, listNamed, UPSERT } from '@/e2e/support/worker-people';
import type { KeyName } from '@/e2e/sandbox/access/keys';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { err, ok } from '@/lib/domain/result';
import type { UndoOfAdd } from '@/lib/domain/outbox/outbox-entry';
import { addEntry, contactA, entryIdOf, listA, sendEntry } from '@/lib/outbox/testing/entries';
import { drafts } from '@/lib/settings/items';

const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const undo: UndoOfAdd = { kind: 'remove', stageId: null, tagIds: [] };
const identityNamed = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });

afterEach(() => {
  vi.restoreAllMocks();
});

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

describe('connecting another account', () => {
  /** A world with pending entries of every kind. */
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
    await outbox.add(sendEntry(1, { ...own, state: { name: 'queued', sendAt: '2026', blockedBy: null } }));
    await outbox.add(sendEntry(2, { ...own, state: { name: 'dispatching' } }));
    await outbox.add(sendEntry(3, { ...own, state: { name: 'unknown', error: { code: 'offline' }, checks: 0 } }));
    await outbox.add(addEntry(4, { ...own, state: { name: 'undoing', outcome, undo } }));
    await drafts.setValue({
      account,
      texts: { 'contact|sender': 'Hello Ana', 'b|s|sendingEntry': entryIdOf(1), 'b|s|sendingText': 'y' },
    });
    const pending: PendingCounts = { adds: 3, messages: 2, unconfirmed: 1, undos: 1, drafts: 1 };
    const switchTo = (key: KeyName, confirmed: PendingCounts | null) =>
      worker.ask('session.connect', { key: sandbox.keys[key], confirmed });
    return { ...world, account, pending, switchTo };
  }

  test('changes nothing before it is confirmed, and counts what would be erased', async () => {
    const { worker, storage, pending, switchTo } = await pendingWorld();
    const before = JSON.stringify(storage.dump('local'));
    const facts = { userName: 'Noor Haddad', workspace: 'Acme Labs' };
    expect(await switchTo('other', null)).toMatchObject(ok({ state: 'confirm', account: facts, pending }));
    expect(JSON.stringify(storage.dump('local'))).toBe(before);
    expect(await worker.ask('session.pending', {})).toEqual(ok(pending));
  });

  test('asks again when more is pending than was confirmed', async () => {
    const { pending, switchTo } = await pendingWorld();
    const fewer = { ...pending, adds: 2 };
    expect(await switchTo('other', fewer)).toMatchObject(ok({ state: 'confirm', pending }));
  });

  test('erases everything of the former account once confirmed, even 603 adds', async () => {
    const { worker, storage, pending, switchTo, account } = await pendingWorld();
    const { outbox } = await worker.current();
    for (let n = 100; n < 700; n += 1) {
      await outbox.add(
        addEntry(n, {
          account,
          state: { name: 'waiting', error: { code: 'offline' }, tries: 1, retryAt: '2027', mayHaveArrived: true },
        }),
      );
    }
    const all = { ...pending, adds: 603 };
    expect(await switchTo('other', null)).toMatchObject(ok({ pending: all }));
    expect(await switchTo('other', all)).toMatchObject(
      ok({ state: 'connected', account: { userName: 'Noor Haddad' } }),
    );
    expect(await worker.ask('outbox.recent', { contactId: null })).toEqual(ok([]));
    expect(await worker.ask('others.list', {})).toEqual(ok([]));
    expect(JSON.stringify(storage.dump('local'))).not.toContain('Hello Ana');
    expect(JSON.stringify(storage.dump('local'))).not.toContain('Nordic');
  });

  test('leaves records that cannot be erased for later, and never processes them', async () => {
    const { worker, sandbox, pending, switchTo, pass } = await pendingWorld();
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await switchTo('other', pending)).toMatchObject(ok({ state: 'connected' }));
    vi.restoreAllMocks();
    sandbox.control.clearFaults();
    sandbox.control.clearRequests();
    pass(900_000);
    await worker.services.recovery.processDue(true);
    expect(sandbox.control.requests()).toEqual([]);
    expect(await worker.ask('others.count', {})).toEqual(ok(7));
    expect(await worker.ask('others.erase', {})).toEqual(ok(null));
    expect(await worker.ask('others.count', {})).toEqual(ok(0));
  });

  test('changes nothing when the new key cannot be stored', async () => {
    const { worker, switchTo, pending, account } = await pendingWorld();
    vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new DOMException('no', 'QuotaExceededError'));
    expect(await switchTo('other', pending)).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } });
    expect(await worker.account()).toBe(account);
    expect(await worker.ask('session.pending', {})).toMatchObject(ok({ adds: 3, drafts: 1, undos: 1 }));
  });

  test('refuses requests from a page of the former account', async () => {
    const { worker, sandbox, pending, switchTo, account } = await pendingWorld();
    const page = worker.pageOf(account);
    await switchTo('other', pending);
    sandbox.control.clearRequests();
    const list = { id: '00000000-0000-4000-8000-000000000009', name: 'A list' };
    const replaced = err({ code: 'key-replaced' });
    expect(await page('contact.add', addOf(list))).toEqual(replaced);
    expect(await page('lists.get', { fresh: true })).toEqual(replaced);
    expect(await page('outbox.recent', { contactId: null })).toEqual(replaced);
    expect(sandbox.control.requests()).toEqual([]);
  });
});

test('a switch that could not erase the storage is finished before the new account is shown', async () => {
  const { worker, sandbox, storage } = await connectedWorld();
  await listNamed(worker, 'Nordic procurement');
  vi.spyOn(storage.local, 'clear').mockRejectedValueOnce(new Error('disk'));
  const answer = await worker.ask('session.connect', { key: sandbox.keys.other, confirmed: NOTHING });
  expect(answer).toMatchObject({ ok: false });
  expect(await worker.ask('session.get', {})).toMatchObject(ok({ account: { userName: 'Noor Haddad' } }));
  expect(JSON.stringify(storage.dump('local'))).not.toContain('Nordic');
});

test('an interrupted switch is finished by the next worker', async () => {
  const { storage, sandbox, startWorker, worker } = await connectedWorld();
  await listNamed(worker, 'Nordic procurement');
  const before = storage.dump('local');
  await worker.ask('session.connect', { key: sandbox.keys.other, confirmed: NOTHING });
  // As if the worker had been stopped after it stored the new key.
  await storage.local.set({ ...before });
  const next = startWorker();
  await next.services.session.start();
  expect(JSON.stringify(storage.dump('local'))).not.toContain('Nordic');
  expect(await next.ask('session.get', {})).toMatchObject(ok({ account: { userName: 'Noor Haddad' } }));
});
