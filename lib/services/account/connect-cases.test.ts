import { describe, expect, test } from 'vitest';
import { AccountId, LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { connected, diskFull, noorAccount, NOTHING, ONE_ADD, quota, sessionWith } from './testing/session';

const offline = err({ code: 'offline' } as const);

describe('connecting the first key', () => {
  test('stores it without the spaces around it, and erases nothing', async () => {
    const world = sessionWith();
    world.keyRejected.stored = true;
    world.legacyAccount.stored = maraAccount;
    expect(await world.session.connect(' key of Mara\n', null)).toEqual(
      ok({ state: 'connected', account: maraAccount, inFlight: [] }),
    );
    expect(world.vault.stored).toMatchObject({ key: 'key of Mara', account: maraAccount });
    expect(world.storageOwner.stored).toEqual({ account: maraAccount.id, closing: false });
    expect([world.keyRejected.stored, world.legacyAccount.stored]).toEqual([false, null]);
    expect(world.steps).toEqual(['connected Acme', 'changed']);
  });

  test('gives an account that GetSales does not name an id of its own', async () => {
    const world = sessionWith();
    const account = { ...maraAccount, id: AccountId.parse('unproven id') };
    expect(await world.session.connect('key without a name', null)).toMatchObject(ok({ account }));
    expect(await world.session.connect('key without a name', null)).toMatchObject(ok({ account }));
  });

  test('asks before it erases what other accounts left', async () => {
    const world = sessionWith();
    world.counts.push(ok(ONE_ADD), ok(ONE_ADD), ok(ONE_ADD));
    expect(await world.session.connect('key of Mara', null)).toEqual(
      ok({ state: 'confirm', account: maraAccount, pending: ONE_ADD }),
    );
    expect([world.vault.stored, world.steps]).toEqual([null, ['changed']]);
    expect(await world.session.connect('key of Mara', ONE_ADD)).toMatchObject(ok({ state: 'connected' }));
    expect(world.steps).toContain(`erase records, keep ${maraAccount.id}`);
    expect(world.steps).not.toContain('erase storage: account-switch');
  });

  test.each([
    ['the storage is open to content scripts', { storageClosed: Promise.resolve(diskFull) }, diskFull],
    ['GetSales cannot be asked', { identify: () => Promise.resolve(offline) }, offline],
    ['what is pending cannot be counted', { pendingExcept: () => Promise.resolve(diskFull) }, diskFull],
  ] as const)('does not store it when %s', async (_name, change, error) => {
    const world = sessionWith(change);
    expect(await world.session.connect('key of Mara', null)).toEqual(error);
    expect([world.vault.stored, world.storageOwner.stored, world.steps]).toEqual([null, null, ['changed']]);
  });
});

test('a first key that cannot be stored leaves the storage without an owner', async () => {
  const { session, vault, storageOwner } = sessionWith();
  vault.store = () => Promise.resolve(diskFull);
  expect(await session.connect('key of Mara', null)).toEqual(diskFull);
  expect(storageOwner.stored).toBeNull();
});

describe('connecting another key of the account', () => {
  test('replaces the key and erases nothing', async () => {
    const { session, vault, steps } = await connected();
    expect(await session.connect('new key of Mara', null)).toMatchObject(ok({ state: 'connected' }));
    expect(vault.stored?.key).toBe('new key of Mara');
    expect(steps).toEqual(['connected Acme', 'changed']);
  });

  test('of version 0.1.0 keeps the account’s id when the key was lost', async () => {
    const world = sessionWith();
    world.legacyAccount.stored = { ...maraAccount, id: LEGACY_ACCOUNT_ID };
    expect(await world.session.connect('key of Mara', null)).toMatchObject(ok({ account: { id: LEGACY_ACCOUNT_ID } }));
  });
});

describe('connecting a key of another account', () => {
  test('changes nothing before it is confirmed, even with nothing pending', async () => {
    const { session, vault, steps } = await connected();
    const services = await session.current();
    expect(await session.connect('key of Noor', null)).toEqual(
      ok({ state: 'confirm', account: noorAccount, pending: NOTHING }),
    );
    expect(services.ok && services.value.generation.closed.aborted).toBe(false);
    expect([vault.stored?.key, steps]).toEqual(['key of Mara', ['changed']]);
  });

  test('erases the records and settings of the former account once confirmed', async () => {
    const { session, storageOwner, steps } = await connected();
    expect(await session.connect('key of Noor', NOTHING)).toMatchObject(ok({ account: noorAccount }));
    expect(new Set(steps)).toEqual(
      new Set([
        `erase records, keep ${noorAccount.id}`,
        'erase storage: account-switch',
        'connected Acme Labs',
        'changed',
      ]),
    );
    expect(storageOwner.stored).toEqual({ account: noorAccount.id, closing: false });
  });

  test('lists the writes that were sent before; a renewed key goes on with them', async () => {
    const switched = await connected();
    const renewed = await connected();
    for (const { session } of [switched, renewed]) {
      const services = await session.current();
      void (
        services.ok && services.value.generation.runNamed({ what: 'list', name: 'Fair' }, () => new Promise(() => 0))
      );
    }
    const inFlight = [{ what: 'list', name: 'Fair', outcome: 'unknown' }];
    expect(await switched.session.connect('key of Noor', NOTHING)).toMatchObject(ok({ inFlight }));
    expect(await renewed.session.connect('new key of Mara', NOTHING)).toMatchObject(ok({ inFlight: [] }));
  });

  test.each([
    ['more is pending by then', ok(ONE_ADD), ok({ state: 'confirm', account: noorAccount, pending: ONE_ADD })],
    ['what is pending cannot be counted again', diskFull, diskFull],
  ])('leaves the former one in use when %s', async (_name, second, answer) => {
    const { session, vault, storageOwner, counts, steps } = await connected();
    counts.push(ok(NOTHING), second);
    expect(await session.connect('key of Noor', NOTHING)).toEqual(answer);
    expect([vault.stored?.key, steps]).toEqual(['key of Mara', ['changed']]);
    expect(storageOwner.stored).toEqual({ account: maraAccount.id, closing: false });
    expect(await session.usable()).toMatchObject({ ok: true });
  });

  test('leaves the former one in use when the key cannot be stored', async () => {
    const { session, vault, storageOwner, steps } = await connected();
    vault.store = () => Promise.resolve(diskFull);
    expect(await session.connect('key of Noor', NOTHING)).toEqual(diskFull);
    expect([storageOwner.stored, steps]).toEqual([{ account: maraAccount.id, closing: false }, ['changed']]);
    expect(await session.usable()).toMatchObject(ok({ generation: { account: maraAccount } }));
  });

  test('is finished later, once, when its storage could not be erased', async () => {
    const failures = [quota];
    const erased: string[] = [];
    const eraseStorage = (event: string) => failures.shift()?.() ?? Promise.resolve(void erased.push(event));
    const { session } = await connected('key of Mara', { eraseStorage });
    expect(await session.connect('key of Noor', NOTHING)).toEqual(diskFull);
    const switched = ok({ state: 'connected', account: noorAccount });
    expect([await session.get(), await session.get()]).toEqual([switched, switched]);
    expect(erased).toEqual(['account-switch']);
  });

  test('is finished at the start of the worker, not by reading the session', async () => {
    const { session, vault, storageOwner, steps } = sessionWith();
    await vault.store('key of Mara', maraAccount);
    storageOwner.stored = { account: noorAccount.id, closing: false };
    await session.get();
    expect(steps).toEqual([]);
  });
});
