import { jonas, li, mira } from '@/e2e/support/cast';
import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import {
  addOf,
  contactIdOf,
  identityOf,
  listNamed,
  LOOKUP,
  newIntentId,
  seen,
  UPSERT,
} from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContactList } from '@/lib/domain/contact';
import { err, ok } from '@/lib/domain/result';
import { recentListIds } from '@/lib/settings/items';

let world: World & { readonly worker: Worker };
let procurement: ContactList;
let founders: ContactList;

beforeEach(async () => {
  world = await connectedWorld();
  procurement = await listNamed(world.worker, 'Nordic procurement');
  founders = await listNamed(world.worker, 'EU founders');
  world.sandbox.control.clearRequests();
});

const upserts = () => seen(world.sandbox, 'POST', UPSERT);
const remembered = async () => {
  const recent = await world.worker.ask('intents.recent', { contactId: null, limit: 10 });
  return recent.ok ? recent.value.map(({ state }) => state) : recent;
};

describe('adding somebody who is not in GetSales', () => {
  test('creates the contact with one request, tells the list, offers Undo, and remembers all of it', async () => {
    const add = addOf(procurement);
    const added = await world.worker.ask('contact.add', add);
    expect(added).toEqual(
      ok({
        effect: 'created',
        contactId: expect.any(String),
        listId: procurement.id,
        listName: 'Nordic procurement',
        undoUntil: new Date(world.now() + 10_000).toISOString(),
      }),
    );
    expect(upserts()).toHaveLength(1);
    expect(upserts()[0]?.body).toMatchObject({
      lead: { linkedin_id: mira.slug, first_name: 'Mira' },
      list_uuid: procurement.id,
      update_if_exists: false,
      move_to_list: false,
    });
    expect(await remembered()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
    expect(await recentListIds.getValue()).toEqual([procurement.id]);
  });

  test('shows at once to whoever asks where the person stands', async () => {
    const ask = { identity: identityOf(mira), fresh: false };
    expect(await world.worker.ask('contact.standing', ask)).toMatchObject(ok({ kind: 'absent' }));
    await world.worker.ask('contact.add', addOf(procurement));
    expect(await world.worker.ask('contact.standing', ask)).toMatchObject(
      ok({ kind: 'present', listName: 'Nordic procurement' }),
    );
  });

  test('is on disk before it leaves', async () => {
    const onDisk: unknown[] = [];
    const worker = world.startWorker({
      fetch: async (input, init) => {
        if (input instanceof URL && input.pathname === UPSERT)
          onDisk.push(await world.worker.services.journal.dispatching());
        return world.sandbox.fetch(input, init);
      },
    });
    const add = addOf(procurement);
    await worker.ask('contact.add', add);
    expect(onDisk).toMatchObject([ok([{ id: add.intentId, state: { name: 'dispatching' } }])]);
  });

  test('does not leave without a journal', async () => {
    vi.stubGlobal('indexedDB', withoutJournal(indexedDB));
    expect(await world.worker.ask('contact.add', addOf(procurement))).toEqual(
      err({ code: 'storage-unavailable', trouble: 'quota' }),
    );
    expect(world.sandbox.control.requests()).toEqual([]);
    vi.unstubAllGlobals();
  });
});

describe('adding somebody who is there already', () => {
  test('keeps everything as it is and tells the list', async () => {
    const before = world.sandbox.control.contact(jonas.slug);
    const add = addOf(procurement, { identity: identityOf(jonas), draft: { firstName: 'Joe', company: 'Other' } });
    expect(await world.worker.ask('contact.add', add)).toMatchObject(
      ok({ effect: 'kept', listId: founders.id, listName: 'EU founders', undoUntil: null }),
    );
    expect(world.sandbox.control.contact(jonas.slug)).toEqual(before);
    expect(await world.worker.ask('contact.undo', { intentId: add.intentId })).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('moves when the user chose so, and Undo moves back', async () => {
    const add = addOf(procurement, { identity: identityOf(jonas), ifPresent: 'move' });
    expect(await world.worker.ask('contact.add', add)).toMatchObject(
      ok({ effect: 'moved', listId: procurement.id, listName: 'Nordic procurement' }),
    );
    expect(upserts()[0]?.body).toMatchObject({ update_if_exists: false, move_to_list: true });
    expect(world.sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { list_uuid: procurement.id } });
    expect(await world.worker.ask('contact.undo', { intentId: add.intentId })).toEqual(ok(null));
    expect(world.sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { list_uuid: founders.id } });
    expect(await remembered()).toEqual([{ name: 'undone' }]);
  });

  test('a move to the list where the person is changes nothing', async () => {
    const add = addOf(founders, { identity: identityOf(jonas), ifPresent: 'move' });
    expect(await world.worker.ask('contact.add', add)).toMatchObject(ok({ effect: 'kept', undoUntil: null }));
  });
});

describe('one intent', () => {
  test('leaves once, however often and from wherever it comes', async () => {
    const add = addOf(procurement);
    const [first, second] = await Promise.all([
      world.worker.ask('contact.add', add),
      world.worker.ask('contact.add', add),
    ]);
    expect(second).toEqual(first);
    expect(await world.startWorker().ask('contact.add', add)).toEqual(first);
    expect(upserts()).toHaveLength(1);
  });

  test('that was refused stays refused', async () => {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { status: 422, body: { kind: 'json', value: {} } } });
    const add = addOf(procurement);
    const refused = await world.worker.ask('contact.add', add);
    expect(await world.worker.ask('contact.add', add)).toEqual(refused);
    expect(upserts()).toHaveLength(1);
  });
});

describe('when GetSales says no', () => {
  test('a field that it refuses is told in its own words, and nothing is tried again', async () => {
    const gone = { id: '00000000-0000-4000-8000-000000000009', name: 'Gone' };
    expect(await world.worker.ask('contact.add', addOf(gone))).toMatchObject(
      err({ code: 'refused', status: 422, problems: [{ field: 'list_uuid' }] }),
    );
    expect(upserts()).toHaveLength(1);
    expect(await remembered()).toMatchObject([{ name: 'refused', error: { code: 'refused' } }]);
  });

  test('a key that it refuses is not tried a second time', async () => {
    world.sandbox.control.revokeKey();
    expect(await world.worker.ask('contact.add', addOf(procurement))).toEqual(err({ code: 'key-rejected' }));
    expect(world.sandbox.control.requests()).toHaveLength(1);
    expect(await remembered()).toEqual([{ name: 'refused', error: { code: 'key-rejected' } }]);
  });

  test('offline nothing leaves, and the act is told as not done', async () => {
    world.setOnline(false);
    expect(await world.worker.ask('contact.add', addOf(procurement))).toEqual(err({ code: 'offline' }));
    expect(world.sandbox.control.requests()).toEqual([]);
    expect(await remembered()).toEqual([{ name: 'refused', error: { code: 'offline' } }]);
  });
});

describe('when the answer is lost', () => {
  test.each([
    ['the connection broke before it was read', { connection: 'reset-before' }],
    ['the connection broke after it was done', { connection: 'reset-after' }],
    ['the server failed', { status: 502 }],
    ['the answer was a web page', { body: { kind: 'html', text: '<h1>Hello</h1>' } }],
    ['the answer was cut off', { body: { kind: 'truncated' } }],
    ['the answer was empty', { body: { kind: 'empty' } }],
  ] as const)('it is repeated, and there is one contact: %s', async (_name, effect) => {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect });
    expect(await world.worker.ask('contact.add', addOf(procurement))).toMatchObject(
      ok({ effect: 'created', listName: 'Nordic procurement', undoUntil: expect.any(String) }),
    );
    expect(upserts()).toHaveLength(2);
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: procurement.id } });
  });

  test('three times it is looked for: found means added', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: { connection: 'reset-after' } });
    expect(await world.worker.ask('contact.add', addOf(procurement))).toMatchObject(ok({ effect: 'created' }));
    expect(upserts()).toHaveLength(3);
  });

  test('three times and it is not found: nobody knows, and the journal says so', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: { connection: 'reset-before' } });
    const lost = { code: 'unreachable', why: 'network' };
    expect(await world.worker.ask('contact.add', addOf(procurement))).toEqual(err(lost));
    expect(upserts()).toHaveLength(3);
    expect(await remembered()).toEqual([{ name: 'unknown', error: lost }]);
  });

  test('a later "not now" does not make known what nobody knows', async () => {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: 'reset-before' } });
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': '600' } } });
    expect(await world.worker.ask('contact.add', addOf(procurement))).toMatchObject(err({ code: 'rate-limited' }));
    expect(await remembered()).toMatchObject([{ name: 'unknown', error: { code: 'rate-limited' } }]);
  });

  test('a look-up that fails does not stop the add; Undo is not offered then', async () => {
    world.sandbox.control.fault({ path: LOOKUP, effect: { status: 500 } });
    expect(await world.worker.ask('contact.add', addOf(procurement))).toMatchObject(
      ok({ effect: 'created', undoUntil: null }),
    );
  });
});

describe('undo', () => {
  const addMira = async () => {
    const add = addOf(procurement, { draft: { firstName: 'Mira', tags: ['extension'] } });
    await world.worker.ask('contact.add', add);
    return add;
  };
  const undo = (intentId: ReturnType<typeof newIntentId>) => world.worker.ask('contact.undo', { intentId });
  const exists = () => world.sandbox.control.contact(mira.slug) !== null;

  test('removes the contact that this add created, once', async () => {
    const { intentId } = await addMira();
    expect(await undo(intentId)).toEqual(ok(null));
    expect(exists()).toBe(false);
    expect(await remembered()).toEqual([{ name: 'undone' }]);
    expect(await undo(intentId)).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('a click in the last second still counts, later ones do not', async () => {
    const { intentId } = await addMira();
    world.pass(12_001);
    expect(await undo(intentId)).toEqual(err({ code: 'undo-unsafe' }));
    world.pass(-1);
    expect(await undo(intentId)).toEqual(ok(null));
  });

  test.each([
    [
      'somebody moved the person',
      () => byOthers('POST', UPSERT, { lead: { linkedin_id: mira.slug }, list_uuid: founders.id, move_to_list: true }),
    ],
    ['somebody wrote to the person', async () => void world.sandbox.control.writeMessage(await thread())],
    ['the person wrote', async () => void world.sandbox.control.receiveMessage(await thread())],
    [
      'somebody put a tag on the person',
      () =>
        byOthers('POST', UPSERT, {
          lead: { linkedin_id: mira.slug, tags: ['hot', 'new'] },
          list_uuid: procurement.id,
          update_if_exists: true,
        }),
    ],
  ])('is refused when %s meanwhile', async (_name, meanwhile) => {
    const { intentId } = await addMira();
    await meanwhile();
    expect(await undo(intentId)).toEqual(err({ code: 'undo-unsafe' }));
    expect(exists()).toBe(true);
  });

  test('is refused for a contact that was not asked about before it was made', async () => {
    expect(await undo(newIntentId())).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('counts as done when the contact is gone although the answer was lost', async () => {
    const { intentId } = await addMira();
    world.sandbox.control.fault({
      method: 'DELETE',
      path: '/leads/api/leads/*',
      effect: { connection: 'reset-after' },
    });
    expect(await undo(intentId)).toEqual(ok(null));
    expect(exists()).toBe(false);
  });

  test('fails with the reason when it could not be done, and can be tried again', async () => {
    const { intentId } = await addMira();
    world.sandbox.control.fault({
      method: 'DELETE',
      path: '/leads/api/leads/*',
      times: 1,
      effect: { status: 403, body: { kind: 'json', value: {} } },
    });
    expect(await undo(intentId)).toEqual(err({ code: 'forbidden', by: 'api' }));
    expect(await undo(intentId)).toEqual(ok(null));
  });

  async function thread() {
    const leadUuid = await contactIdOf(world.worker, mira);
    const senders = await world.worker.ask('senders.get', { fresh: false });
    const senderUuid = senders.ok ? (senders.value.value[0]?.id ?? '') : '';
    return { leadUuid, senderUuid, text: 'Hello' };
  }

  async function byOthers(method: string, path: string, body: unknown): Promise<void> {
    const headers = { authorization: `Bearer ${world.sandbox.key}`, 'content-type': 'application/json' };
    await world.sandbox.fetch(`https://amazing.getsales.io${path}`, { method, headers, body: JSON.stringify(body) });
  }
});

describe('a worker that died while it added', () => {
  /** An add whose worker dies after GetSales has read it. */
  async function interrupted(effect: 'hang' | 'hang-after', change: Parameters<typeof addOf>[1] = {}) {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: effect } });
    const add = addOf(procurement, change);
    void world.worker.ask('contact.add', add);
    await vi.waitFor(() => {
      expect(upserts()).toHaveLength(1);
    });
    return add;
  }

  test.each(['hang', 'hang-after'] as const)('is carried on by the next one, to one contact (%s)', async (effect) => {
    await interrupted(effect);
    const next = world.startWorker();
    expect(await next.services.recovery.carryOnAdds()).toEqual(ok('done'));
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: procurement.id } });
    expect(await remembered()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
  });

  test('waits while GetSales cannot be asked, and is carried on when it can', async () => {
    await interrupted('hang');
    const next = world.startWorker();
    world.setOnline(false);
    expect(await next.services.recovery.carryOnAdds()).toEqual(ok('later'));
    expect(await remembered()).toEqual([{ name: 'dispatching' }]);
    world.setOnline(true);
    expect(await next.services.recovery.carryOnAdds()).toEqual(ok('done'));
    expect(await remembered()).toMatchObject([{ name: 'done' }]);
  });

  test('never calls an interrupted add refused because it cannot be repeated now', async () => {
    await interrupted('hang');
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': '600' } } });
    await world.startWorker().services.recovery.carryOnAdds();
    expect(await remembered()).toMatchObject([{ name: 'unknown', error: { code: 'rate-limited' } }]);
  });

  test('a move is not carried on when somebody can have moved the person since', async () => {
    await interrupted('hang', { identity: identityOf(li), ifPresent: 'move' });
    world.pass(600_001);
    expect(await world.startWorker().services.recovery.carryOnAdds()).toEqual(ok('done'));
    expect(upserts()).toHaveLength(1);
    expect(await remembered()).toMatchObject([{ name: 'unknown' }]);
  });
});

/** A disk that is full for the journal and only for it. */
function withoutJournal(factory: IDBFactory): Pick<IDBFactory, 'open'> {
  return {
    open: (name, version) => {
      if (name === 'journal') throw new DOMException('full', 'QuotaExceededError');
      return factory.open(name, version);
    },
  };
}
