import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { mira } from '@/e2e/support/cast';
import { addOf, contactIdOf, identityOf, newEntryId, UPSERT } from '@/e2e/support/worker-people';
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

  test('deletes the contact that this add created, once', async () => {
    const { entryId } = await addMira();
    expect(await undo(entryId)).toEqual(ok(null));
    expect(exists()).toBe(false);
    expect(await world.states()).toEqual([{ name: 'undone' }]);
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('is known at once where the contact was shown', async () => {
    const status = () => world.worker.ask('contact.status', { identity: identityOf(mira), fresh: false });
    const { entryId } = await addMira();
    expect(await status()).toMatchObject(ok({ kind: 'present' }));
    await undo(entryId);
    expect(await status()).toMatchObject(ok({ kind: 'absent' }));
  });

  test('of a contact that someone else deleted asks for nothing, and the screens learn that it is gone', async () => {
    const status = () => world.worker.ask('contact.status', { identity: identityOf(mira), fresh: false });
    const { entryId } = await addMira();
    const contactId = await contactIdOf(world.worker, mira);
    expect(await status()).toMatchObject(ok({ kind: 'present' }));
    await requestByOthers('DELETE', `/leads/api/leads/${contactId}`, undefined);
    world.sandbox.control.clearRequests();
    expect(await undo(entryId)).toEqual(ok(null));
    expect(world.sandbox.control.requests().map(({ method }) => method)).toEqual(['GET']);
    expect(await status()).toMatchObject(ok({ kind: 'absent' }));
  });

  test('accepts a click up to two seconds late', async () => {
    const { entryId } = await addMira();
    world.pass(12_001);
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
    world.pass(-1);
    expect(await undo(entryId)).toEqual(ok(null));
  });

  test.each([
    [
      'another user moved the person',
      () =>
        requestByOthers('POST', UPSERT, {
          lead: { linkedin_id: mira.slug },
          list_uuid: world.founders.id,
          move_to_list: true,
        }),
    ],
    ['another user wrote to the person', async () => void world.sandbox.control.writeMessage(await thread())],
    ['the person wrote', async () => void world.sandbox.control.receiveMessage(await thread())],
    [
      'another user tagged the person',
      () =>
        requestByOthers('POST', UPSERT, {
          lead: { linkedin_id: mira.slug, tags: ['extension', 'hot'] },
          list_uuid: world.procurement.id,
          update_if_exists: true,
        }),
    ],
    ['the same person was added again', () => world.worker.ask('contact.add', addOf(world.procurement))],
    ['a message to the person was sent', writeToMira],
  ])('is refused when %s since', async (_name, changeContact) => {
    const { entryId } = await addMira();
    await changeContact();
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
    expect(exists()).toBe(true);
  });

  test('is not offered for a contact that an earlier add created, although a lookup between found none', async () => {
    await addMira();
    const notFound = { status: 200, body: { kind: 'text', text: '{}' } } as const;
    world.sandbox.control.fault({ method: 'POST', path: '/leads/api/leads/lookup-one', times: 1, effect: notFound });
    const moving = addOf(world.founders, { ifPresent: 'move' });
    expect(await world.worker.ask('contact.add', moving)).toMatchObject(ok({ effect: 'moved', undoUntil: null }));
    expect(await undo(moving.entryId)).toEqual(err({ code: 'undo-unsafe' }));
    expect(exists()).toBe(true);
  });

  test('is refused for an unknown entry', async () => {
    expect(await undo(newEntryId())).toEqual(err({ code: 'undo-unsafe' }));
  });

  test('is done when the answer is lost and the contact is gone', async () => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({
      method: 'DELETE',
      path: '/leads/api/leads/*',
      effect: { connection: 'reset-after' },
    });
    expect(await undo(entryId)).toEqual(ok(null));
    expect(exists()).toBe(false);
  });

  test('reports the error when GetSales refuses, and can be tried again', async () => {
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

  test('is not offered longer when the clock was set back', async () => {
    const { entryId } = await addMira();
    world.pass(-3_600_000);
    expect(await undo(entryId)).toEqual(err({ code: 'undo-unsafe' }));
  });

  const DELETE = { method: 'DELETE', path: '/leads/api/leads/*' } as const;
  const FORBIDDEN = { status: 403, body: { kind: 'json', value: {} } } as const;

  test.each([
    ['the request was performed', {}],
    ['the request was refused', FORBIDDEN],
  ])('is finished by the next worker when its outcome was not recorded: %s', async (_name, effect) => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({ ...DELETE, times: 1, effect });
    const { outbox } = await world.worker.current();
    const write = outbox.applyToAdd.bind(outbox);
    vi.spyOn(outbox, 'applyToAdd')
      .mockImplementationOnce(write)
      .mockResolvedValueOnce(err({ code: 'storage-unavailable', trouble: 'quota' }));
    expect(await undo(entryId)).toMatchObject({ ok: false });
    expect(await world.states()).toMatchObject([{ name: 'undoing' }]);
    await world.startWorker().services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'undone' }]);
    expect(exists()).toBe(false);
  });

  test('is repeated while its outcome is unknown, since a late request would delete a contact reported as kept', async () => {
    const { entryId } = await addMira();
    world.sandbox.control.fault({ ...DELETE, times: 1, effect: LOST });
    expect(await undo(entryId)).toEqual(ok(null));
    expect(exists()).toBe(false);
    expect(await world.states()).toEqual([{ name: 'undone' }]);
  });

  test('is finished before a new add for the same person', async () => {
    const { entryId } = await addMira();
    const fault = world.sandbox.control.fault({ ...DELETE, effect: LOST });
    expect(await undo(entryId)).toMatchObject({ ok: false });
    const again = addOf(world.procurement);
    expect(await world.worker.ask('contact.add', again)).toMatchObject(ok({ effect: 'waiting' }));
    expect(await world.states()).toMatchObject([{ name: 'waiting' }, { name: 'undoing' }]);
    fault.remove();
    world.pass(60_000);
    await world.worker.services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }, { name: 'undone' }]);
    expect(exists()).toBe(true);
  });

  test('is given up once none of its requests can be on the way', async () => {
    const { entryId } = await addMira();
    const fault = world.sandbox.control.fault({ ...DELETE, effect: LOST });
    await undo(entryId);
    world.pass(600_001);
    await world.worker.services.recovery.processDue(false);
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

  async function requestByOthers(method: string, path: string, body: unknown): Promise<void> {
    const headers = { authorization: `Bearer ${world.sandbox.key}`, 'content-type': 'application/json' };
    await world.sandbox.fetch(`https://amazing.getsales.io${path}`, { method, headers, body: JSON.stringify(body) });
  }
});
