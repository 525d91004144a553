import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { jonas, mira } from '@/e2e/support/cast';
import { addOf, identityOf, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { recentListIds } from '@/lib/settings/items';
import { DATABASE } from '@/lib/outbox/database';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

describe('adding a person who is not in GetSales', () => {
  test('creates the contact with one request, reports its list, offers Undo, and records the outcome', async () => {
    const add = addOf(world.procurement);
    const added = await world.worker.ask('contact.add', add);
    expect(added).toEqual(
      ok({
        effect: 'created',
        contactId: expect.any(String),
        listId: world.procurement.id,
        listName: 'Nordic procurement',
        undoUntil: new Date(world.now() + 10_000).toISOString(),
      }),
    );
    expect(world.upserts()).toHaveLength(1);
    expect(world.upserts()[0]?.body).toMatchObject({
      lead: { linkedin_id: mira.slug, first_name: 'Mira' },
      list_uuid: world.procurement.id,
      update_if_exists: false,
      move_to_list: false,
    });
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
    expect(await recentListIds.getValue()).toEqual([world.procurement.id]);
  });

  test('changes the contact status at once', async () => {
    const ask = { identity: identityOf(mira), fresh: false };
    expect(await world.worker.ask('contact.status', ask)).toMatchObject(ok({ kind: 'absent' }));
    await world.worker.ask('contact.add', addOf(world.procurement));
    expect(await world.worker.ask('contact.status', ask)).toMatchObject(
      ok({ kind: 'present', listName: 'Nordic procurement' }),
    );
  });

  test('is on disk before the request is sent', async () => {
    const onDisk: unknown[] = [];
    const worker = world.startWorker({
      fetch: async (input, init) => {
        if (input instanceof URL && input.pathname === UPSERT)
          onDisk.push(await (await world.worker.current()).outbox.inStates(['dispatching']));
        return world.sandbox.fetch(input, init);
      },
    });
    const add = addOf(world.procurement);
    await worker.ask('contact.add', add);
    expect(onDisk).toMatchObject([ok([{ id: add.entryId, state: { name: 'dispatching' } }])]);
  });

  test('sends nothing when the outbox cannot be written', async () => {
    vi.stubGlobal('indexedDB', withoutOutbox(indexedDB));
    expect(await world.startWorker().ask('contact.add', addOf(world.procurement))).toEqual(
      err({ code: 'storage-unavailable', trouble: 'quota' }),
    );
    expect(world.sandbox.control.requests()).toEqual([]);
  });
});

describe('adding a person who is in GetSales', () => {
  test('changes nothing and reports the list', async () => {
    const before = world.sandbox.control.contact(jonas.slug);
    const add = addOf(world.procurement, {
      identity: identityOf(jonas),
      draft: { firstName: 'Joe', company: 'Other' },
    });
    expect(await world.worker.ask('contact.add', add)).toMatchObject(
      ok({ effect: 'kept', listId: world.founders.id, listName: 'EU founders', undoUntil: null }),
    );
    expect(world.sandbox.control.contact(jonas.slug)).toEqual(before);
    expect(await world.worker.ask('contact.undo', { entryId: add.entryId })).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('moves the person when the user chose to, and Undo moves them back', async () => {
    const add = addOf(world.procurement, { identity: identityOf(jonas), ifPresent: 'move' });
    expect(await world.worker.ask('contact.add', add)).toMatchObject(
      ok({ effect: 'moved', listId: world.procurement.id, listName: 'Nordic procurement' }),
    );
    expect(world.upserts()[0]?.body).toMatchObject({ update_if_exists: false, move_to_list: true });
    expect(world.sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { list_uuid: world.procurement.id } });
    expect(await world.worker.ask('contact.undo', { entryId: add.entryId })).toEqual(ok(null));
    expect(world.sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { list_uuid: world.founders.id } });
    expect(await world.states()).toEqual([{ name: 'undone' }]);
  });

  test('changes nothing when the person is moved to their own list', async () => {
    const add = addOf(world.founders, { identity: identityOf(jonas), ifPresent: 'move' });
    expect(await world.worker.ask('contact.add', add)).toMatchObject(ok({ effect: 'kept', undoUntil: null }));
  });
});

describe('one entry', () => {
  test('is sent once, however often it is requested', async () => {
    const add = addOf(world.procurement);
    const [first, second] = await Promise.all([
      world.worker.ask('contact.add', add),
      world.worker.ask('contact.add', add),
    ]);
    expect(second).toEqual(first);
    expect(await world.startWorker().ask('contact.add', add)).toEqual(first);
    expect(world.upserts()).toHaveLength(1);
  });

  test('stays refused when it is requested again', async () => {
    world.sandbox.control.fault({
      path: UPSERT,
      times: 1,
      effect: { status: 422, body: { kind: 'json', value: { message: 'No.' } } },
    });
    const add = addOf(world.procurement);
    const refused = await world.worker.ask('contact.add', add);
    expect(await world.worker.ask('contact.add', add)).toEqual(refused);
    expect(world.upserts()).toHaveLength(1);
  });
});

/** A disk that is full for the outbox only. */
function withoutOutbox(factory: IDBFactory): Pick<IDBFactory, 'open'> {
  return {
    open: (name, version) => {
      if (name === DATABASE) throw new DOMException('full', 'QuotaExceededError');
      return factory.open(name, version);
    },
  };
}
