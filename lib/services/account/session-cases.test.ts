import { describe, expect, test } from 'vitest';
import { LEGACY_ACCOUNT_ID, type Account } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { connected, diskFull, noorAccount, sessionWith } from './testing/session';

const unreadable = err({ code: 'key-unreadable' } as const);
const legacy: Account = { ...maraAccount, id: LEGACY_ACCOUNT_ID };
const ERASED = ['erase records, keep null', 'erase storage: sign-out'];

describe('a key that GetSales rejected', () => {
  test('is shown as rejected and not used, until it is connected again', async () => {
    const { session, steps } = await connected();
    await session.current();
    expect(await session.markRejected('generation 1')).toEqual(ok(null));
    expect(await session.markRejected('generation 1')).toEqual(ok(null));
    expect(steps).toEqual(['changed']);
    expect(await session.get()).toEqual(ok({ state: 'rejected', account: maraAccount }));
    expect(await session.usable()).toEqual(err({ code: 'key-rejected' }));
    expect(await session.current()).toMatchObject({ ok: true });
    await session.connect('key of Mara', null);
    expect(await session.usable()).toMatchObject({ ok: true });
  });

  test('changes nothing if it was replaced since', async () => {
    const { session, keyRejected, steps } = await connected();
    await session.connect('new key of Mara', null);
    await session.current();
    steps.length = 0;
    expect(await session.markRejected('generation 1')).toEqual(ok(null));
    expect([keyRejected.stored, steps]).toEqual([false, []]);
  });

  test('changes nothing while it is being replaced', async () => {
    const { session, keyRejected } = await connected();
    const services = await session.current();
    void (services.ok && services.value.generation.close());
    expect(await session.markRejected('generation 1')).toEqual(ok(null));
    expect(keyRejected.stored).toBe(false);
    expect(await session.current()).toEqual(err({ code: 'key-replaced' }));
  });

  test('changes nothing in a worker that has not used it', async () => {
    const { session, keyRejected } = await connected();
    expect(await session.markRejected('generation 1')).toEqual(ok(null));
    expect(keyRejected.stored).toBe(false);
  });

  test('is missing once it was erased', async () => {
    const { session, keyRejected } = sessionWith();
    keyRejected.stored = true;
    expect(await session.usable()).toEqual(err({ code: 'not-connected' }));
  });

  test('is an error when that cannot be stored', async () => {
    const { session, keyRejected } = await connected();
    await session.current();
    keyRejected.isBroken = true;
    expect(await session.markRejected('generation 1')).toMatchObject({ ok: false });
  });
});

describe('the account of the stored key', () => {
  test.each([
    ['none without a key', ok(null), ok(null), ok({ state: 'disconnected' })],
    ['none with a key that cannot be read', unreadable, ok(null), unreadable],
    ['an error when the disk cannot be read', diskFull, diskFull, diskFull],
  ] as const)('is %s', async (_name, loaded, accountId, session) => {
    const world = sessionWith();
    world.vault.load = () => Promise.resolve(loaded);
    expect(await world.session.accountId()).toEqual(accountId);
    expect(await world.session.get()).toEqual(session);
  });

  test('stays known while the key is being replaced', async () => {
    const { session } = await connected();
    const services = await session.current();
    void (services.ok && services.value.generation.close());
    expect(await session.accountId()).toEqual(ok(maraAccount.id));
  });

  test('is unreadable for a key of version 0.1.0 without one', async () => {
    const world = sessionWith();
    world.vault.stored = { key: 'key of Mara', account: null, generation: 'v1' };
    expect(await world.session.get()).toEqual(unreadable);
  });
});

test('the services stay the same until another worker stores a key', async () => {
  const { session, vault } = await connected();
  const first = await session.current();
  expect(await session.current()).toEqual(first);
  await vault.store('key of Noor', noorAccount);
  expect(await session.current()).toMatchObject(ok({ generation: { account: noorAccount } }));
  expect(first.ok && first.value.generation.closed.aborted).toBe(true);
});

describe('the start of the worker', () => {
  test('moves an account of version 0.1.0 to its key', async () => {
    const { session, vault, legacyAccount, storageOwner, steps } = sessionWith();
    vault.stored = { key: 'key of Mara', account: null, generation: 'v1' };
    legacyAccount.stored = legacy;
    expect(await session.start()).toEqual(ok(null));
    expect(vault.stored).toEqual({ key: 'key of Mara', account: legacy, generation: 'generation 1' });
    expect(storageOwner.stored).toEqual({ account: LEGACY_ACCOUNT_ID, closing: false });
    expect([legacyAccount.stored, steps]).toEqual([null, []]);
  });

  test('leaves it where it is when the key cannot be stored', async () => {
    const { session, vault, legacyAccount, storageOwner } = sessionWith();
    vault.stored = { key: 'key of Mara', account: null, generation: 'v1' };
    vault.store = () => Promise.resolve(diskFull);
    legacyAccount.stored = legacy;
    expect(await session.start()).toEqual(diskFull);
    expect([legacyAccount.stored, storageOwner.stored]).toEqual([legacy, null]);
  });

  test('leaves a later key as it is, and finishes an interrupted switch', async () => {
    const { session, vault, storageOwner, steps } = await connected();
    storageOwner.stored = { account: noorAccount.id, closing: true };
    expect(await session.start()).toEqual(ok(null));
    expect(vault.stored?.generation).toBe('generation 1');
    expect(steps).toEqual([`erase records, keep ${maraAccount.id}`, 'erase storage: account-switch']);
    expect(storageOwner.stored).toEqual({ account: maraAccount.id, closing: false });
  });

  test.each([
    ['finishes an interrupted sign-out', ok(null), true, ok(null), ERASED],
    ['erases nothing when the browser deleted the key', ok(null), false, unreadable, []],
    ['erases nothing with a key that cannot be read', unreadable, true, unreadable, []],
  ] as const)('%s', async (_name, loaded, closing, answer, erased) => {
    const { session, vault, storageOwner, steps } = sessionWith();
    vault.load = () => Promise.resolve(loaded);
    storageOwner.stored = { account: maraAccount.id, closing };
    expect(await session.start()).toEqual(answer);
    expect(steps).toEqual(erased);
  });

  test('erases nothing in a new profile', async () => {
    const { session, steps } = sessionWith();
    expect(await session.start()).toEqual(ok(null));
    expect(steps).toEqual([]);
  });
});
