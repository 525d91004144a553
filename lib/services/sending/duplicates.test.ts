import { sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** A message of which nobody knows that it never arrived. */
async function vanished() {
  const send = world.sendOf();
  world.faultPost({ connection: 'reset-before' }, 1);
  expect(await world.worker.ask('message.send', send)).toMatchObject(ok({ state: 'unknown' }));
  return send;
}

describe('a deliberate second copy of an unconfirmed message', () => {
  test('is one copy, however many windows ask for it', async () => {
    const { entryId: overrides } = await vanished();
    const copy = world.sendOf({ overrides });
    expect(await world.worker.ask('message.send', copy)).toMatchObject(ok({ state: 'sent' }));
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toEqual(
      err({ code: 'duplicate-intent', entryId: copy.entryId }),
    );
    expect(world.onServer()).toHaveLength(1);
  });

  test('may be followed by another when GetSales refused it', async () => {
    const { entryId: overrides } = await vanished();
    world.faultPost({ status: 422, body: { kind: 'json', value: { error: { message: 'No.' } } } }, 1);
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toMatchObject({ ok: false });
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toMatchObject(ok({ state: 'sent' }));
  });

  test('is not taken for the first one, which never arrived, when both are unconfirmed', async () => {
    const { entryId: overrides } = await vanished();
    world.pass(20_000);
    world.faultPost({ connection: 'reset-after' }, 1);
    const lag = world.faultList({ listLagMs: 60_000 });
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toMatchObject(ok({ state: 'unknown' }));
    lag.remove();
    world.pass(61_000);
    await world.worker.services.recovery.work(false);
    expect(await world.states()).toMatchObject([{ name: 'sent' }, { name: 'unknown' }]);
  });

  test('takes the first one with it when Activity is erased, or it is removed there: nothing of it is open any more', async () => {
    const { entryId: overrides } = await vanished();
    const copy = world.sendOf({ overrides });
    await world.worker.ask('message.send', copy);
    expect(await world.worker.ask('activity.remove', { entryId: copy.entryId })).toEqual(ok(null));
    expect(await world.states()).toEqual([]);
  });

  test('does not hide other unconfirmed messages from being kept when Activity is erased', async () => {
    const { entryId: overrides } = await vanished();
    await world.worker.ask('message.send', world.sendOf({ overrides }));
    world.faultPost({ connection: 'reset-before' }, 1);
    const other = world.sendOf({ text: 'Another matter' });
    await world.worker.ask('message.send', other);
    expect(await world.worker.ask('activity.erase', {})).toEqual(ok(null));
    expect(await world.states()).toMatchObject([{ name: 'unknown' }]);
  });
});
