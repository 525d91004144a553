import { sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

describe('an unconfirmed message', () => {
  test('is looked for at once and after 2, 5, 15, 60 and 300 seconds, however often the user checks, then left to the user', async () => {
    world.faultPost({ connection: 'reset-before' });
    const sendInput = world.sendOf();
    await world.worker.ask('message.send', sendInput);
    for (let presses = 0; presses < 3; presses += 1)
      await world.worker.ask('message.reconcile', { entryId: sendInput.entryId });
    world.sandbox.control.clearRequests();
    const becameUnknown = world.now();
    const looked: number[] = [];
    const { recovery } = world.worker.services;
    for (
      let next = await recovery.processDue(false);
      next.ok && next.value !== null;
      next = await recovery.processDue(false)
    ) {
      world.pass(next.value - world.now());
      looked.push(next.value - becameUnknown);
    }
    expect(looked).toEqual([2_000, 5_000, 15_000, 60_000, 300_000]);
    expect(world.sandbox.control.requests().map(({ method }) => method)).toEqual(Array(5).fill('GET'));
    expect(await world.states()).toMatchObject([{ name: 'unknown', checks: 6 }]);
  });

  test('becomes sent automatically once GetSales lists it', async () => {
    world.faultPost({ connection: 'reset-after' });
    const hidden = world.faultList({ body: { kind: 'json', value: { data: [], total: 0 } } }, 1);
    await world.worker.ask('message.send', world.sendOf());
    hidden.remove();
    world.pass(2_000);
    expect(await world.worker.services.recovery.processDue(false)).toEqual(ok(null));
    expect(await world.states()).toEqual([{ name: 'sent', messageId: world.onServer()[0] }]);
  });
});
