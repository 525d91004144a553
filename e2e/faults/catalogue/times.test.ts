import { memoryLocks } from '@/e2e/support/memory-locks';
import type { SendingWorld } from '@/e2e/support/sending';
import { addOf, UPSERT } from '@/e2e/support/worker-people';
import { createScheduler } from '@/lib/services/worker/scheduler';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';
import { titleOf } from './table/catalogue';
import { addingWorld, sendingWorld } from './worlds';

const HOUR_MS = 3_600_000;
let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

describe('an alarm that comes twice, hours late', () => {
  test(titleOf('L12', 'for an unconfirmed message'), async () => {
    world.faultPost({ connection: 'hang-after' });
    void world.worker.ask('message.send', world.sendOf());
    await vi.waitFor(() => expect(world.onServer()).toHaveLength(1));
    const { recovery } = world.startWorker({ locks: memoryLocks() }).services;
    await recovery.markInterrupted();
    world.pass(9 * HOUR_MS);
    await Promise.all([recovery.processDue(false), recovery.processDue(false)]);
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
  });

  test(titleOf('L12', 'for a queued message'), async () => {
    world.setOnline(false);
    await world.worker.ask('message.send', world.sendOf());
    world.setOnline(true);
    world.pass(9 * HOUR_MS);
    const { recovery } = world.worker.services;
    await Promise.all([recovery.processDue(true), recovery.processDue(true)]);
    expect(await world.states()).toMatchObject([{ name: 'cancelled', why: 'expired' }]);
    expect(world.posts()).toEqual([]);
  });

  test(titleOf('L12', 'for a waiting add'), async () => {
    const adding = await addingWorld();
    adding.setOnline(false);
    await adding.worker.ask('contact.add', addOf(adding.procurement));
    adding.setOnline(true);
    adding.pass(9 * HOUR_MS);
    const { recovery } = adding.worker.services;
    await Promise.all([recovery.processDue(true), recovery.processDue(true)]);
    expect(await adding.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
    expect(adding.upserts()).toHaveLength(1);
  });
});

describe.each([
  ['a day forward', 24 * HOUR_MS, 60_000],
  ['a day back', -24 * HOUR_MS, 60_000],
  ['an hour forward', HOUR_MS, 60_000],
  // GetSales may ask for an hour, so this wait is possible without a change of the clock.
  ['an hour back', -HOUR_MS, HOUR_MS + 60_000],
])('the clock is set %s', (_name, jumpMs, waitMs) => {
  test(titleOf('L13', 'an unconfirmed message'), async () => {
    world.faultPost({ connection: 'reset-after' });
    const hidden = world.faultList({ body: { kind: 'json', value: { data: [], total: 0 } } }, 1);
    let jumped = 0;
    const worker = world.startWorker({ now: () => world.now() + jumped });
    await worker.ask('message.send', world.sendOf());
    hidden.remove();
    jumped = jumpMs;
    const { recovery } = worker.services;
    for (
      let next = await recovery.processDue(false);
      next.ok && next.value !== null;
      next = await recovery.processDue(false)
    ) {
      const nextMs = next.value - world.now() - jumped;
      expect(nextMs).toBeLessThanOrEqual(420_000);
      world.pass(nextMs);
    }
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
  });

  test(titleOf('L13', 'an add that GetSales asked to wait a minute'), async () => {
    const adding = await addingWorld();
    let jumped = 0;
    const worker = adding.startWorker({ now: () => adding.now() + jumped });
    const rule = { status: 429, headers: { 'retry-after': '60' } };
    adding.sandbox.control.fault({ path: UPSERT, times: 1, effect: rule });
    await worker.ask('contact.add', addOf(adding.procurement));
    jumped = jumpMs;
    const { recovery } = worker.services;
    await recovery.processDue(false);
    adding.pass(59_000);
    await recovery.processDue(false);
    expect(adding.upserts()).toHaveLength(1);
    adding.pass(waitMs - 59_000);
    await recovery.processDue(false);
    expect(adding.upserts()).toHaveLength(2);
    expect(await adding.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
  });
});

test(titleOf('L14'), async () => {
  const tries: number[] = [];
  let nowMs = 0;
  const scheduler = createScheduler({
    processDue: () => {
      tries.push(nowMs);
      return Promise.resolve(ok(null));
    },
    now: () => nowMs,
    sleep: () => new Promise(() => undefined),
    keepAwake: (act) => act(),
    setAlarm: () => Promise.resolve(),
    report: () => undefined,
  });
  for (; nowMs < 20_000; nowMs += 1_000) await scheduler.handleOnline();
  expect(tries).toEqual([0, 5_000, 10_000, 15_000]);
});
