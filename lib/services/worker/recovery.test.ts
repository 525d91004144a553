import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { li, mira } from '@/e2e/support/cast';
import { addOf, identityOf, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

describe('a worker that died while it added', () => {
  /** An add whose worker dies after GetSales has read it. */
  async function interrupted(effect: 'hang' | 'hang-after', change: Parameters<typeof addOf>[1] = {}) {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: effect } });
    const add = addOf(world.procurement, change);
    void world.worker.ask('contact.add', add);
    await vi.waitFor(() => {
      expect(world.upserts()).toHaveLength(1);
    });
    return add;
  }

  test.each(['hang', 'hang-after'] as const)('is carried on by the next one, to one contact (%s)', async (effect) => {
    await interrupted(effect);
    const next = world.startWorker();
    expect(await next.services.recovery.work(false)).toEqual(ok(null));
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: world.procurement.id } });
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
  });

  test('waits while GetSales cannot be asked, and is carried on when it can', async () => {
    await interrupted('hang');
    const next = world.startWorker();
    world.setOnline(false);
    expect(await next.services.recovery.work(false)).toEqual(ok(world.now() + 30_000));
    expect(await world.states()).toEqual([{ name: 'dispatching' }]);
    world.setOnline(true);
    expect(await next.services.recovery.work(false)).toEqual(ok(null));
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
  });

  test('never calls an interrupted add refused because it cannot be repeated now', async () => {
    await interrupted('hang');
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': '600' } } });
    await world.startWorker().services.recovery.work(false);
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'rate-limited' } }]);
  });

  test('a move is not carried on when somebody can have moved the person since', async () => {
    await interrupted('hang', { identity: identityOf(li), ifPresent: 'move' });
    world.pass(600_001);
    expect(await world.startWorker().services.recovery.work(false)).toEqual(ok(null));
    expect(world.upserts()).toHaveLength(1);
    expect(await world.states()).toMatchObject([{ name: 'unknown' }]);
  });
});
