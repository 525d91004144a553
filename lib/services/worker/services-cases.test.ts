// Sets up the browser's storage, which the settings look for when they are first imported.
import { KEY, newProfile, NOW, profileOf } from './testing/services';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { AccountId } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { createVault } from '@/lib/vault/vault';
import { accountA, addEntry, entryIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { knownWorkspace, revision } from '@/lib/settings/first-paint';
import { drafts, storageOwner } from '@/lib/settings/items';
import { keyRejected, outboxLostAt, outboxSince } from '@/lib/settings/worker-items';

const noor = AccountId.parse('team 9, user noor');
const error = { code: 'offline' } as const;
const diskFull = err({ code: 'storage-unavailable', trouble: 'quota' } as const);
const NOTHING = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };
const waiting = {
  name: 'waiting',
  error,
  tries: 1,
  retryAt: '2026-11-23T12:30:00.000Z',
  mayHaveArrived: false,
} as const;

describe('a request', () => {
  test('carries the stored key and is logged', async () => {
    const { services, current, requests } = await profileOf();
    await current.client.lookup(addEntry(1).identity);
    expect(requests[0]).toMatch(`Bearer ${KEY} /`);
    expect(await services.loggedRequests.recent()).toMatchObject(ok({ length: requests.length }));
  });

  test('is not made with the key of another generation', async () => {
    const { current, requests } = await profileOf();
    await createVault({ crypto }).store('another key', maraAccount);
    expect(await current.client.lists()).toMatchObject({ ok: false });
    expect(requests).toEqual([]);
  });

  test('that meets a rejected key marks it', async () => {
    const fetch = () => Promise.resolve(Response.json({ error: { message: 'No.' } }, { status: 401 }));
    const { current, services } = await profileOf(maraAccount, [], { fetch });
    expect(await current.client.lists()).toEqual(err({ code: 'key-rejected' }));
    await new Promise(setImmediate);
    expect(await keyRejected.getValue()).toBe(true);
    expect(await services.session.usable()).toEqual(err({ code: 'key-rejected' }));
  });
});

describe('pending work', () => {
  test('is counted for all accounts, with the drafts', async () => {
    const entries = [addEntry(1, { state: waiting }), addEntry(2, { account: noor, state: waiting })];
    const { services } = await profileOf(maraAccount, entries);
    await drafts.setValue({ account: accountA, texts: { 'a|b': 'Hello' } });
    expect(await services.pending()).toEqual(ok({ ...NOTHING, adds: 2, drafts: 1 }));
  });

  test.each([
    ['without drafts', null, 0],
    ['with drafts of another account', { account: noor, texts: { 'a|b': 'Hello' } }, 1],
  ])('counts before a new key %s', async (_name, stored, count) => {
    const { services } = newProfile();
    await drafts.setValue(stored);
    const answer = await services.session.connect(KEY, null);
    expect(answer).toMatchObject(ok(count === 0 ? { state: 'connected' } : { pending: { ...NOTHING, drafts: count } }));
  });
});

describe('connecting', () => {
  test('stores since when there is an outbox, and the workspace', async () => {
    const { services, reports } = newProfile();
    await services.session.connect(KEY, null);
    expect(await outboxSince.getValue()).toBe(new Date(NOW).toISOString());
    expect(await outboxLostAt.getValue()).toBeNull();
    expect(await knownWorkspace.getValue()).toBeNull();
    expect(await revision.getValue()).toBe(1);
    expect(reports).toEqual([]);
  });
});

describe('an outbox that the browser deleted', () => {
  test.each([
    ['is lost', '2026', accountA, new Date(NOW).toISOString()],
    ['is no loss after signing out', '2026', null, null],
    ['is no loss before there was one', null, accountA, null],
  ])('%s', async (_name, since, account, lostAt) => {
    const { services } = newProfile();
    await outboxSince.setValue(since);
    await storageOwner.setValue(account === null ? null : { account, closing: false });
    await services.pending();
    await new Promise(setImmediate);
    expect(await outboxLostAt.getValue()).toBe(lostAt);
  });
});

describe('erasing records', () => {
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

  test('deletes every database at a sign-out, then has the browser rewrite its files', async () => {
    const left: unknown[] = [];
    const rewriteFiles = () => databases().then((names) => (left.push(names), ok(null)));
    const { services, current } = await profileOf(maraAccount, [addEntry(1)], { rewriteFiles });
    await current.client.lists();
    expect(await services.session.signOut(null)).toMatchObject({ ok: true });
    expect(left).toEqual([[]]);
  });

  test('fails when the files cannot be rewritten', async () => {
    const { services } = await profileOf(maraAccount, [], { rewriteFiles: () => Promise.resolve(diskFull) });
    expect(await services.session.signOut(null)).toEqual(diskFull);
  });

  test.each([
    ['keeps the account’s own', [addEntry(1), addEntry(2, { account: noor })], [1], true],
    ['deletes the databases when the account has none', [addEntry(2, { account: noor })], [], false],
  ])('after a switch %s', async (_name, entries, kept, isRewritten) => {
    const rewritten: unknown[] = [];
    const rewriteFiles = () => Promise.resolve((rewritten.push(1), ok(null)));
    const { services, outbox } = await profileOf(maraAccount, entries, { rewriteFiles });
    await storageOwner.setValue({ account: noor, closing: true });
    expect(await services.session.start()).toEqual(ok(null));
    expect(await outbox.recent({ contactId: null })).toMatchObject(ok(kept.map((n) => ({ id: entryIdOf(n) }))));
    expect(rewritten).toHaveLength(isRewritten ? 0 : 1);
  });
});

describe('whether a message is being sent', () => {
  test.each([
    ['a queued message', sendEntry(1, { state: { name: 'queued', sendAt: '2026', blockedBy: null } }), true],
    ['a dispatched message', sendEntry(1), true],
    ['an unconfirmed message', sendEntry(1, { state: { name: 'unknown', error, checks: 0 } }), false],
    ['an add', addEntry(1), false],
    ['a message of another account', sendEntry(1, { account: noor }), false],
  ])('%s', async (_name, entry, isSending) => {
    const { services } = await profileOf(maraAccount, [entry]);
    expect(await services.isSending()).toBe(isSending);
  });

  test('not without a key', async () => {
    expect(await newProfile().services.isSending()).toBe(false);
  });
});

describe('due work', () => {
  test('is none without a key, or with one that cannot be read', async () => {
    expect(await newProfile().services.recovery.processDue(true)).toEqual(ok(null));
    const { services } = await profileOf();
    const vault = await openDB('vault');
    await vault.clear('device');
    vault.close();
    expect(await services.recovery.processDue(true)).toEqual(ok(null));
  });

  test('waits half a minute while the key is being replaced', async () => {
    const { services, current } = await profileOf();
    void current.generation.close();
    expect(await services.recovery.processDue(true)).toEqual(ok(NOW + 30_000));
  });

  test('that waits for a connection is done when it is back, and not before', async () => {
    const { services, requests } = await profileOf(maraAccount, [addEntry(1, { state: waiting })]);
    expect(await services.recovery.processDue(false)).toEqual(ok(Date.parse(waiting.retryAt)));
    expect(requests).toEqual([]);
    await services.handleOnline();
    expect(requests).not.toEqual([]);
  });

  test('is done when the connection is back although requests were stopped after many failures', async () => {
    let isReachable = false;
    const asked: boolean[] = [];
    const fetch = () => {
      asked.push(isReachable);
      return isReachable ? Promise.resolve(Response.json({})) : Promise.reject(new TypeError('Failed to fetch'));
    };
    const { services, current } = await profileOf(maraAccount, [addEntry(1, { state: waiting })], { fetch });
    for (let failure = 0; failure < 5; failure += 1) await current.client.whoAmI();
    isReachable = true;
    await current.client.whoAmI();
    expect(asked).not.toContain(true);
    await services.handleOnline();
    expect(asked).toContain(true);
  });

  test('marks interrupted messages of every account at the start of the worker', async () => {
    const { services, outbox } = await profileOf(maraAccount, [sendEntry(1), sendEntry(2, { account: noor })]);
    expect(await services.recovery.markInterrupted()).toEqual(ok(null));
    expect(await outbox.inStates(['unknown'])).toMatchObject(ok({ length: 2 }));
  });
});
