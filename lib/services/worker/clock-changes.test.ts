import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { mira } from '@/e2e/support/cast';
import { addOf } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';

const DAY_MS = 86_400_000;

let world: AddingWorld;
let setByMs: number;

beforeEach(async () => {
  world = await addingWorld();
  setByMs = 0;
});

describe.each([
  ['back', -DAY_MS],
  ['ahead', DAY_MS],
])('of two waiting adds of a person between which the clock was set a day %s', (_name, ms) => {
  test.each(['keep', 'move'] as const)('the later one wins (%s)', async (ifPresent) => {
    const worker = world.startWorker({ now: () => world.now() + setByMs });
    world.setOnline(false);
    await worker.ask('contact.add', addOf(world.procurement));
    setByMs = ms;
    await worker.ask('contact.add', addOf(world.founders, { ifPresent }));
    world.setOnline(true);
    await worker.services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'done' }, { name: 'superseded' }]);
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: world.founders.id } });
    expect(world.upserts()).toHaveLength(1);
  });
});

test('an add after the clock was set back replaces one that still waits', async () => {
  const worker = world.startWorker({ now: () => world.now() + setByMs });
  world.setOnline(false);
  await worker.ask('contact.add', addOf(world.procurement));
  world.setOnline(true);
  setByMs = -DAY_MS;
  await worker.ask('contact.add', addOf(world.founders));
  expect(await world.states()).toMatchObject([{ name: 'done' }, { name: 'superseded' }]);
  await worker.services.recovery.processDue(true);
  expect(world.upserts()).toHaveLength(1);
});
