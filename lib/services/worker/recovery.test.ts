import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { li, mira } from '@/e2e/support/cast';
import { addOf, identityOf, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

describe('an add whose worker was stopped', () => {
  /** An add whose worker stops after GetSales has read it. */
  async function interrupted(effect: 'hang' | 'hang-after', change: Parameters<typeof addOf>[1] = {}) {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: effect } });
    const add = addOf(world.procurement, change);
    void world.worker.ask('contact.add', add);
    await vi.waitFor(() => {
      expect(world.upserts()).toHaveLength(1);
    });
    return add;
  }

  test.each(['hang', 'hang-after'] as const)(
    'is resumed by the next worker and creates one contact (%s)',
    async (effect) => {
      await interrupted(effect);
      const next = world.startWorker();
      expect(await next.services.recovery.processDue(false)).toEqual(ok(null));
      expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: world.procurement.id } });
      expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
    },
  );

  test('waits while offline and is resumed with a connection', async () => {
    await interrupted('hang');
    const next = world.startWorker();
    world.setOnline(false);
    expect(await next.services.recovery.processDue(false)).toEqual(ok(world.now() + 30_000));
    expect(await world.states()).toMatchObject([{ name: 'dispatching' }]);
    world.setOnline(true);
    expect(await next.services.recovery.processDue(false)).toEqual(ok(null));
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
  });

  test('stays retryable when GetSales rate-limits the retry', async () => {
    await interrupted('hang');
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': '600' } } });
    await world.startWorker().services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'rate-limited' } }]);
  });

  test('is left to the user if it is a move of ten minutes ago', async () => {
    await interrupted('hang', { identity: identityOf(li), ifPresent: 'move' });
    world.pass(600_001);
    expect(await world.startWorker().services.recovery.processDue(false)).toEqual(ok(null));
    expect(world.upserts()).toHaveLength(1);
    expect(await world.states()).toMatchObject([{ name: 'unknown' }]);
  });
});
