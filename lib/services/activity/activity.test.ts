import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { li, mira } from '@/e2e/support/cast';
import { JSON_ERROR } from '@/e2e/support/sending';
import { addOf, identityOf, UPSERT } from '@/e2e/support/worker-people';
import { sendEntry } from '@/lib/outbox/testing/entries';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';
import { DATABASE } from '@/lib/outbox/database';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

const page = (show: InputOf<'activity.page'>['show']) =>
  world.worker.ask('activity.page', { show, after: null, limit: 50 });

const connected = async () => (await world.worker.account()) ?? expect.fail('not connected');

/** Adds a person while offline. */
async function waitingAdd(change: Parameters<typeof addOf>[1] = {}) {
  world.setOnline(false);
  const add = addOf(world.procurement, change);
  await world.worker.ask('contact.add', add);
  world.setOnline(true);
  world.pass(1_000);
  return add;
}

describe('an add is sent at least once', () => {
  test('after a week offline with a restart every day', async () => {
    await waitingAdd();
    world.setOnline(false);
    for (let day = 0; day < 7; day += 1) {
      world.pass(86_400_000);
      await world.startWorker().services.recovery.processDue(true);
    }
    expect(await world.states()).toMatchObject([{ name: 'waiting' }]);
    world.setOnline(true);
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: world.procurement.id } });
  });

  test('after an outage of an hour, with growing pauses between retries', async () => {
    world.sandbox.control.fault({ path: '/**', effect: { status: 503 } });
    await world.worker.ask('contact.add', addOf(world.procurement));
    const before = world.sandbox.control.requests().length;
    const begun = world.now();
    const { recovery } = world.worker.services;
    while (world.now() - begun < 3_600_000) {
      const next = await recovery.processDue(false);
      world.pass(Math.max(1_000, (next.ok ? (next.value ?? 0) : 0) - world.now()));
    }
    expect(world.sandbox.control.requests().length - before).toBeLessThan(80);
    world.sandbox.control.clearFaults();
    world.pass(900_000);
    await recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
  });

  test('with a new key after the old one was rejected', async () => {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { status: 401, body: JSON_ERROR } });
    await world.worker.ask('contact.add', addOf(world.procurement));
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'key-rejected' } }]);
    await world.worker.services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'waiting' }]);
    await world.worker.ask('session.connect', { key: world.sandbox.key, confirmed: null });
    world.pass(4_000);
    await world.worker.services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
  });

  test('with a newer add for the same person superseding an older one', async () => {
    const first = await waitingAdd();
    const second = await waitingAdd({ listId: world.founders.id, listName: 'EU founders' });
    await waitingAdd({ identity: identityOf(li) });
    await world.worker.services.recovery.processDue(true);
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: world.founders.id } });
    expect(await world.states()).toMatchObject([
      { name: 'done' },
      { name: 'done' },
      { name: 'superseded', by: second.entryId },
    ]);
    expect(await world.worker.ask('contact.add', first)).toEqual(
      err({ code: 'duplicate-entry', entryId: first.entryId }),
    );
    expect(world.upserts()).toHaveLength(2);
  });

  test('with two adds for one person in the same moment, one after the other', async () => {
    const answers = await Promise.all([
      world.worker.ask('contact.add', addOf(world.procurement, { ifPresent: 'move' })),
      world.worker.ask('contact.add', addOf(world.founders, { ifPresent: 'move' })),
    ]);
    // Either may be the first to read the key.
    expect(answers).toContainEqual(ok(expect.objectContaining({ effect: 'created' })));
    expect(answers).toContainEqual(ok(expect.objectContaining({ effect: 'moved' })));
  });
});

describe('Activity', () => {
  test('filters by kind, open and failed entries', async () => {
    const waiting = await waitingAdd();
    const gone = { id: '00000000-0000-4000-8000-000000000009', name: 'Gone' };
    const refused = addOf(gone, { identity: identityOf(li) });
    await world.worker.ask('contact.add', refused);
    await (
      await world.worker.current()
    ).outbox.add(sendEntry(1, { account: await connected(), state: { name: 'cancelled', why: 'by-user' } }));
    const ids = async (show: InputOf<'activity.page'>['show']) => {
      const shown = await page(show);
      return shown.ok ? shown.value.entries.map(({ id }) => id) : shown;
    };
    expect(await ids('all')).toHaveLength(3);
    expect(await ids('adds')).toEqual([refused.entryId, waiting.entryId]);
    expect(await ids('messages')).toHaveLength(1);
    expect(await ids('open')).toEqual([waiting.entryId]);
    expect(await ids('failed')).toEqual([refused.entryId]);
  });

  test('reports that the browser deleted the outbox, and continues with a new one', async () => {
    await waitingAdd();
    expect(await page('all')).toMatchObject(ok({ lostAt: null, entries: { length: 1 } }));
    await deleteDB(DATABASE);
    const worker = world.startWorker();
    const lostAt = new Date(world.now()).toISOString();
    await worker.services.recovery.markInterrupted();
    await vi.waitFor(async () => {
      expect(await worker.ask('activity.page', { show: 'all', after: null, limit: 9 })).toEqual(
        ok({ entries: [], next: null, damaged: 0, lostAt }),
      );
    });
  });

  test('retries a waiting add', async () => {
    const { entryId } = await waitingAdd();
    expect(await world.worker.ask('activity.retry', { entryId })).toMatchObject(ok({ name: 'done' }));
    expect(await world.worker.ask('activity.retry', { entryId })).toEqual(err({ code: 'too-late' }));
    expect(world.upserts()).toHaveLength(1);
  });

  test('retries a refused add, which may be refused again', async () => {
    world.sandbox.control.fault({
      path: UPSERT,
      times: 2,
      effect: { status: 422, body: { kind: 'json', value: { message: 'No.' } } },
    });
    const add = addOf(world.procurement);
    await world.worker.ask('contact.add', add);
    const again = () => world.worker.ask('activity.retry', { entryId: add.entryId });
    expect(await again()).toMatchObject(ok({ name: 'refused' }));
    expect(await again()).toMatchObject(ok({ name: 'done' }));
  });

  test('removes a waiting add, which is not sent then', async () => {
    const { entryId } = await waitingAdd();
    expect(await world.worker.ask('activity.remove', { entryId })).toEqual(ok(null));
    await world.worker.services.recovery.processDue(true);
    expect(world.upserts()).toEqual([]);
    expect(await page('all')).toMatchObject(ok({ entries: [] }));
  });

  test('keeps an unconfirmed message for a day, while it prevents a second copy', async () => {
    const createdAt = new Date(world.now()).toISOString();
    const state = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
    const unknown = sendEntry(1, { account: await connected(), createdAt, state });
    await (await world.worker.current()).outbox.add(unknown);
    expect(await world.worker.ask('activity.remove', { entryId: unknown.id })).toEqual(err({ code: 'too-late' }));
    world.pass(86_400_001);
    expect(await world.worker.ask('activity.remove', { entryId: unknown.id })).toEqual(ok(null));
  });

  test('erases finished entries and keeps pending ones', async () => {
    const { entryId } = await waitingAdd();
    await world.worker.ask('contact.add', addOf(world.procurement, { identity: identityOf(li) }));
    expect(await world.worker.ask('activity.erase', {})).toEqual(ok(null));
    expect(await page('all')).toMatchObject(ok({ entries: [{ id: entryId }] }));
  });
});
