import { deleteDB } from 'idb';
import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { addOf } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { drafts } from '@/lib/settings/items';

const texts = { 'contact|sender': 'Hello Ana' };
const deleted = err({ code: 'key-unreadable' } as const);
let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

const connectAgain = () => world.worker.ask('session.connect', { key: world.sandbox.key, confirmed: null });

describe('a key that the browser deleted while the worker runs', () => {
  beforeEach(async () => {
    world.setOnline(false);
    await world.worker.ask('contact.add', addOf(world.procurement));
    world.setOnline(true);
    const account = (await world.worker.account()) ?? expect.fail('not connected');
    await drafts.setValue({ account, texts });
    await deleteDB('vault');
  });

  test('is named everywhere at once, and nothing is sent', async () => {
    expect(await world.worker.ask('session.get', {})).toEqual(deleted);
    expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(deleted);
    expect(await world.worker.ask('activity.page', { show: 'all', after: null, limit: 9 })).toEqual(deleted);
    expect(await world.worker.services.recovery.processDue(true)).toEqual(ok(null));
    expect(world.sandbox.control.requests()).toEqual([]);
  });

  test('leaves drafts and waiting adds for the same account’s key', async () => {
    expect(await connectAgain()).toMatchObject(ok({ state: 'connected' }));
    await world.worker.services.recovery.processDue(true);
    expect(world.upserts()).toHaveLength(1);
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
    expect((await drafts.getValue())?.texts).toEqual(texts);
  });
});

test('after both key and outbox were deleted, the key is named, and Activity says since when entries are missing', async () => {
  await world.worker.ask('contact.add', addOf(world.procurement));
  await deleteDB('vault');
  await createOutboxStore(Date.now).erase();
  const next = world.startWorker();
  expect(await next.ask('session.get', {})).toEqual(deleted);
  expect(await next.ask('session.connect', { key: world.sandbox.key, confirmed: null })).toMatchObject(
    ok({ state: 'connected' }),
  );
  const lostAt = new Date(world.now()).toISOString();
  expect(await next.ask('activity.page', { show: 'all', after: null, limit: 9 })).toMatchObject(ok({ lostAt }));
});

test('a browser without an account has lost none', async () => {
  await world.worker.ask('session.signOut', { confirmed: null });
  expect(await world.worker.ask('session.get', {})).toEqual(ok({ state: 'disconnected' }));
});
