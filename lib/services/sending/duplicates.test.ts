import { sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** An unconfirmed message that never arrived. */
async function sendLostMessage() {
  const send = world.sendOf();
  world.faultPost({ connection: 'reset-before' }, 1);
  expect(await world.worker.ask('message.send', send)).toMatchObject(ok({ state: 'unknown' }));
  return send;
}

describe('a deliberate second copy of an unconfirmed message', () => {
  test('is sent once, however many windows ask for it', async () => {
    const { entryId: overrides } = await sendLostMessage();
    const copy = world.sendOf({ overrides });
    expect(await world.worker.ask('message.send', copy)).toMatchObject(ok({ state: 'sent' }));
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toEqual(
      err({ code: 'duplicate-entry', entryId: copy.entryId }),
    );
    expect(world.onServer()).toHaveLength(1);
  });

  test('may be sent again after GetSales refused it', async () => {
    const { entryId: overrides } = await sendLostMessage();
    world.faultPost({ status: 422, body: { kind: 'json', value: { error: { message: 'No.' } } } }, 1);
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toMatchObject({ ok: false });
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toMatchObject(ok({ state: 'sent' }));
  });

  test('is not mistaken for the first message, which never arrived, when both are unconfirmed', async () => {
    const { entryId: overrides } = await sendLostMessage();
    world.pass(20_000);
    world.faultPost({ connection: 'reset-after' }, 1);
    const lag = world.faultList({ listLagMs: 60_000 });
    expect(await world.worker.ask('message.send', world.sendOf({ overrides }))).toMatchObject(ok({ state: 'unknown' }));
    lag.remove();
    world.pass(61_000);
    await world.worker.services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'sent' }, { name: 'unknown' }]);
  });

  test('takes the first message with it when it is removed in Activity', async () => {
    const { entryId: overrides } = await sendLostMessage();
    const copy = world.sendOf({ overrides });
    await world.worker.ask('message.send', copy);
    expect(await world.worker.ask('activity.remove', { entryId: copy.entryId })).toEqual(ok(null));
    expect(await world.states()).toEqual([]);
  });

  test('does not make erasing Activity remove other unconfirmed messages', async () => {
    const { entryId: overrides } = await sendLostMessage();
    await world.worker.ask('message.send', world.sendOf({ overrides }));
    world.faultPost({ connection: 'reset-before' }, 1);
    const other = world.sendOf({ text: 'Another matter' });
    await world.worker.ask('message.send', other);
    expect(await world.worker.ask('activity.erase', {})).toEqual(ok(null));
    expect(await world.states()).toMatchObject([{ name: 'unknown' }]);
  });
});
