import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { mira } from '@/e2e/support/cast';
import { addOf, contactIdOf, newEntryId, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SenderId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';

const LOST = { connection: 'reset-before' } as const;
let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

describe('undo', () => {
  const addMira = async () => {
    const add = addOf(world.procurement, { draft: { firstName: 'Mira', tags: ['extension'] } });
    await world.worker.ask('contact.add', add);
    return add;
  };
  const undo = (entryId: ReturnType<typeof newEntryId>) => world.worker.ask('contact.undo', { entryId });
  const exists = () => world.sandbox.control.contact(mira.slug) !== null;

  test('removes the contact that this add created, once', async () => {
    const { entryId } = await addMira();
    expect(await undo(entryId)).toEqual(ok(null));
    expect(exists()).toBe(false);
    expect(await world.states()).toEqual([{ name: 'undone' }]);
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('a click in the last second still counts, later ones do not', async () => {
    const { entryId } = await addMira();
    world.pass(12_001);
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
    world.pass(-1);
    expect(await undo(entryId)).toEqual(ok(null));
  });

  test.each([
    [
      'somebody moved the person',
      () =>
        byOthers('POST', UPSERT, {
          lead: { linkedin_id: mira.slug },
          list_uuid: world.founders.id,
          move_to_list: true,
        }),
    ],
    ['somebody wrote to the person', async () => void world.sandbox.control.writeMessage(await thread())],
    ['the person wrote', async () => void world.sandbox.control.receiveMessage(await thread())],
    [
      'somebody put a tag on the person',
      () =>
        byOthers('POST', UPSERT, {
          lead: { linkedin_id: mira.slug, tags: ['extension', 'hot'] },
          list_uuid: world.procurement.id,
          update_if_exists: true,
        }),
    ],
    ['the same person was added once more', () => world.worker.ask('contact.add', addOf(world.procurement))],
    ['a message to the person has left', writeToMira],
  ])('is refused when %s meanwhile', async (_name, meanwhile) => {
    const { entryId } = await addMira();
    await meanwhile();
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
    expect(exists()).toBe(true);
  });

  test('is not offered for whom an add of before made, though GetSales finds nobody in between', async () => {
    await addMira();
    const nobody = { status: 200, body: { kind: 'text', text: '{}' } } as const;
    world.sandbox.control.fault({ method: 'POST', path: '/leads/api/leads/lookup-one', times: 1, effect: nobody });
    const moving = addOf(world.founders, { ifPresent: 'move' });
    expect(await world.worker.ask('contact.add', moving)).toMatchObject(ok({ effect: 'moved', undoUntil: null }));
    expect(await undo(moving.entryId)).toEqual(err({ code: 'undo-unsafe' }));
    expect(exists()).toBe(true);
  });

  test('is refused for a contact that was not asked about before it was made', async () => {
    expect(await undo(newEntryId())).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('counts as done when the contact is gone although the answer was lost', async () => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({
      method: 'DELETE',
      path: '/leads/api/leads/*',
      effect: { connection: 'reset-after' },
    });
    expect(await undo(entryId)).toEqual(ok(null));
    expect(exists()).toBe(false);
  });

  test('fails with the reason when it could not be done, and can be tried again', async () => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({
      method: 'DELETE',
      path: '/leads/api/leads/*',
      times: 1,
      effect: { status: 403, body: { kind: 'json', value: {} } },
    });
    expect(await undo(entryId)).toEqual(err({ code: 'forbidden', by: 'api' }));
    expect(await undo(entryId)).toEqual(ok(null));
  });

  test('does not last longer because the clock was set back', async () => {
    const { entryId } = await addMira();
    world.pass(-3_600_000);
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
  });

  const DELETE = { method: 'DELETE', path: '/leads/api/leads/*' } as const;
  const FORBIDDEN = { status: 403, body: { kind: 'json', value: {} } } as const;

  test.each([
    ['it was done', {}],
    ['it was not done', FORBIDDEN],
  ])('is carried on by the next start when nobody wrote down whether %s', async (_name, effect) => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({ ...DELETE, times: 1, effect });
    const { outbox } = await world.worker.current();
    const write = outbox.changeAdd.bind(outbox);
    vi.spyOn(outbox, 'changeAdd')
      .mockImplementationOnce(write)
      .mockResolvedValueOnce(err({ code: 'storage-unavailable', trouble: 'quota' }));
    expect(await undo(entryId)).toMatchObject({ ok: false });
    expect(await world.states()).toMatchObject([{ name: 'undoing' }]);
    await world.startWorker().services.recovery.work(false);
    expect(await world.states()).toMatchObject([{ name: 'undone' }]);
    expect(exists()).toBe(false);
  });

  test('is repeated while nobody knows whether it arrived: what is late must not take away what was called kept', async () => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({ ...DELETE, times: 1, effect: LOST });
    expect(await undo(entryId)).toEqual(ok(null));
    expect(exists()).toBe(false);
    expect(await world.states()).toEqual([{ name: 'undone' }]);
  });

  test('comes first when the same person is added while it is not known how it ended', async () => {
    const { entryId } = await addMira();
    const fault = world.sandbox.control.fault({ ...DELETE, effect: LOST });
    expect(await undo(entryId)).toMatchObject({ ok: false });
    const again = addOf(world.procurement);
    expect(await world.worker.ask('contact.add', again)).toMatchObject(ok({ effect: 'waiting' }));
    expect(await world.states()).toMatchObject([{ name: 'waiting' }, { name: 'undoing' }]);
    fault.remove();
    world.pass(60_000);
    await world.worker.services.recovery.work(true);
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }, { name: 'undone' }]);
    expect(exists()).toBe(true);
  });

  test('that GetSales never took is given up once nothing of it can be on its way', async () => {
    const { entryId } = await addMira();
    const fault = world.sandbox.control.fault({ ...DELETE, effect: LOST });
    await undo(entryId);
    world.pass(600_001);
    await world.worker.services.recovery.work(false);
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
    fault.remove();
    expect(exists()).toBe(true);
  });

  async function writeToMira() {
    const { leadUuid: contactId, senderUuid } = await thread();
    const senderId = SenderId.parse(senderUuid);
    const send = { entryId: newEntryId(), contactId, senderId, personName: mira.name, text: 'Hi', overrides: null };
    await world.worker.ask('message.send', send);
  }

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
