import { describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { connected, diskFull, NOTHING, ONE_ADD, quota, sessionWith } from './testing/session';

const ERASED = ['erase key', 'erase records, keep null', 'erase storage: sign-out'];

describe('signing out', () => {
  test('erases key, records and storage', async () => {
    const { session, steps } = await connected();
    expect(await session.signOut(NOTHING)).toEqual(ok({ state: 'signed-out', inFlight: [] }));
    expect(steps).toEqual([...ERASED, 'changed']);
    expect(await session.current()).toEqual(err({ code: 'not-connected' }));
  });

  test('asks again when more is pending than was confirmed, and leaves the key in use', async () => {
    const { session, storageOwner, counts, steps } = await connected();
    counts.push(ok(ONE_ADD));
    expect(await session.signOut(NOTHING)).toEqual(ok({ state: 'confirm', pending: ONE_ADD }));
    expect([steps, storageOwner.stored]).toEqual([['changed'], { account: maraAccount.id, closing: false }]);
    expect(await session.usable()).toMatchObject({ ok: true });
  });

  test.each([
    ['was confirmed without counts', null, ok(ONE_ADD)],
    ['cannot be counted', NOTHING, diskFull],
  ])('erases everything when what is pending %s', async (_name, confirmed, counted) => {
    const { session, counts, steps } = await connected();
    counts.push(counted);
    expect(await session.signOut(confirmed)).toMatchObject(ok({ state: 'signed-out' }));
    expect(steps).toEqual([...ERASED, 'changed']);
  });

  test.each([
    ['key', ERASED.slice(1), {}],
    ['records', ['erase key', 'erase storage: sign-out'], { eraseRecords: () => Promise.resolve(diskFull) }],
    ['storage', ERASED.slice(0, 2), { eraseStorage: quota }],
  ])('erases the rest when the %s cannot be erased', async (what, erased, change) => {
    const { session, vault, steps } = await connected('key of Mara', change);
    const erase = { ...vault }.erase;
    vault.erase = () => (what === 'key' ? Promise.resolve(diskFull) : erase());
    expect(await session.signOut(null)).toEqual(diskFull);
    expect(steps).toEqual([...erased, 'changed']);
  });

  test('marks the storage as being erased before anything is erased', async () => {
    const world = await connected();
    const owners: unknown[] = [];
    const { erase } = world.vault;
    world.vault.erase = () => {
      owners.push(world.storageOwner.stored);
      return erase();
    };
    await world.session.signOut(null);
    expect(owners).toEqual([{ account: maraAccount.id, closing: true }]);
  });

  test('stops the check of a new key', async () => {
    const signals: AbortSignal[] = [];
    const { session } = sessionWith({
      identify: (_key, signal) => {
        signals.push(signal);
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve(err({ code: 'cancelled' }));
          });
        });
      },
    });
    const connecting = session.connect('key of Mara', null);
    await new Promise(setImmediate);
    await session.signOut(null);
    expect(await connecting).toEqual(err({ code: 'cancelled' }));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('lists writes that were sent, also after an attempt that could not erase everything', async () => {
    const { session, vault } = await connected();
    const services = await session.current();
    void (
      services.ok && services.value.generation.runNamed({ what: 'list', name: 'Fair' }, () => new Promise(() => 0))
    );
    const { erase } = vault;
    vault.erase = () => Promise.resolve(diskFull);
    expect(await session.signOut(null)).toEqual(diskFull);
    vault.erase = erase;
    const inFlight = [{ what: 'list', name: 'Fair', outcome: 'unknown' }];
    expect(await session.signOut(null)).toEqual(ok({ state: 'signed-out', inFlight }));
    expect(await session.signOut(null)).toEqual(ok({ state: 'signed-out', inFlight: [] }));
  });
});
