import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { jonas, mira } from '@/e2e/support/cast';
import { addOf, identityOf, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

const onServer = () => world.sandbox.control.contact(mira.slug);

/** Resumes two adds that waited for a connection; `duringFirst` runs while the first one is resumed. */
async function resumeTwoAdds(
  ifPresent: 'keep' | 'move',
  duringFirst: (add: ReturnType<typeof addOf>, ask: AddingWorld['worker']['ask']) => Promise<unknown>,
) {
  let isOnline = false;
  const acts: (() => Promise<unknown>)[] = [];
  const worker = world.startWorker({
    isOnline: () => isOnline,
    fetch: async (input, init) => {
      await acts.splice(0).at(0)?.();
      return world.sandbox.fetch(input, init);
    },
  });
  await worker.ask('contact.add', addOf(world.procurement, { identity: identityOf(jonas), personName: jonas.name }));
  world.pass(1_000);
  const add = addOf(world.procurement, { ifPresent });
  await worker.ask('contact.add', add);
  isOnline = true;
  acts.push(() => duringFirst(add, worker.ask));
  world.pass(60_000);
  await worker.services.recovery.processDue(true);
}

describe('several adds for one person', () => {
  test('an add removed while others are resumed is not sent', async () => {
    await resumeTwoAdds('keep', async ({ entryId }, ask) => {
      expect(await ask('activity.remove', { entryId })).toEqual(ok(null));
    });
    expect(onServer()).toBeNull();
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
  });

  test('a newer move supersedes an older one that is about to be resumed', async () => {
    await resumeTwoAdds('move', (_add, ask) => ask('contact.add', addOf(world.founders, { ifPresent: 'move' })));
    expect(onServer()).toMatchObject({ lead: { list_uuid: world.founders.id } });
    expect(await world.states()).toMatchObject([{ name: 'done' }, { name: 'superseded' }, { name: 'done' }]);
  });

  test('the second is on disk while the first is in flight', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const worker = world.startWorker({
      fetch: async (input, init) => {
        await gate;
        return world.sandbox.fetch(input, init);
      },
    });
    const first = worker.ask('contact.add', addOf(world.procurement));
    const second = worker.ask('contact.add', addOf(world.founders, { ifPresent: 'move' }));
    await vi.waitFor(async () => {
      expect(await world.states()).toMatchObject([{ name: 'dispatching' }, { name: 'dispatching' }]);
    });
    go();
    await Promise.all([first, second]);
    expect(onServer()).toMatchObject({ lead: { list_uuid: world.founders.id } });
  });

  test('the older one is restored when GetSales refuses the newer one', async () => {
    world.setOnline(false);
    await world.worker.ask('contact.add', addOf(world.procurement));
    world.setOnline(true);
    world.pass(1_000);
    world.sandbox.control.fault({
      path: UPSERT,
      times: 1,
      effect: { status: 422, body: { kind: 'json', value: { error: { message: 'No such list.' } } } },
    });
    expect(await world.worker.ask('contact.add', addOf(world.founders))).toMatchObject({ ok: false });
    await world.worker.services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'refused' }, { name: 'done' }]);
    expect(onServer()).toMatchObject({ lead: { list_uuid: world.procurement.id } });
  });
});

test('undoing the newer add restores the older one', async () => {
  world.setOnline(false);
  await world.worker.ask('contact.add', addOf(world.procurement));
  world.setOnline(true);
  world.pass(1_000);
  const later = addOf(world.founders);
  await world.worker.ask('contact.add', later);
  expect(await world.states()).toMatchObject([{ name: 'done' }, { name: 'superseded' }]);
  expect(await world.worker.ask('contact.undo', { entryId: later.entryId })).toEqual(ok(null));
  await world.worker.services.recovery.processDue(false);
  expect(await world.states()).toMatchObject([{ name: 'undone' }, { name: 'done' }]);
});

test('an add that was never sent is refused at the first refusal by GetSales', async () => {
  world.setOnline(false);
  await world.worker.ask('contact.add', addOf(world.procurement));
  world.setOnline(true);
  const noCredits = { error: { reason: 'payment_required', message: 'No credits' } };
  world.sandbox.control.fault({ path: UPSERT, effect: { status: 402, body: { kind: 'json', value: noCredits } } });
  world.pass(60_000);
  await world.worker.services.recovery.processDue(false);
  expect(await world.states()).toMatchObject([{ name: 'refused', error: { code: 'payment-required' } }]);
});

test('undo is not offered for a contact that another user created first', async () => {
  world.setOnline(false);
  const add = addOf(world.procurement);
  await world.worker.ask('contact.add', add);
  world.setOnline(true);
  world.pass(60_000);
  await world.worker.ask('contact.status', { identity: identityOf(mira), fresh: true });
  world.pass(20_000);
  await world.sandbox.fetch(`https://amazing.getsales.io${UPSERT}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.sandbox.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ lead: { linkedin_id: mira.slug }, list_uuid: world.procurement.id }),
  });
  world.pass(10_000);
  await world.worker.services.recovery.processDue(true);
  expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'kept', undoUntil: null } }]);
});
