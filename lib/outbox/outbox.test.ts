import { openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { DATABASE } from './database';
import { createOutboxStore, type Outbox } from './outbox';
import { accountA, addEntry, contactA, contactB, entryIdOf, listA, messageIdOf, sendEntry } from './testing/entries';

const LATER = '2026-11-23T13:00:00.000Z';
const unavailable = (trouble: string) => ({ ok: false, error: { code: 'storage-unavailable', trouble } });

const accepted = { type: 'accepted', messageId: messageIdOf(9) } as const;
const refused = { type: 'refused', error: { code: 'bad-request' } } as const;
const queued = { name: 'queued', sendAt: LATER, blockedBy: null } as const;

const createOutbox = (): Outbox =>
  createOutboxStore(() => Date.parse(LATER)).of({ owns: (account) => account === accountA });

describe('writing an entry', () => {
  test('keeps it for the next worker', async () => {
    expect(await createOutbox().add(sendEntry(1))).toEqual({ ok: true, value: null });
    expect(await createOutbox().get(entryIdOf(1))).toEqual({ ok: true, value: sendEntry(1) });
  });

  test('resolves only once it is on disk', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const outbox = createOutbox();
    await outbox.add(addEntry(1));
    await outbox.applyToAdd(entryIdOf(1), refused);
    const writes = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(2);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  test('refuses the same entry a second time, also in the same instant, and keeps the first one', async () => {
    const outbox = createOutbox();
    const both = await Promise.all([outbox.add(sendEntry(1)), outbox.add(sendEntry(1, { text: 'Another text' }))]);
    const duplicate = { ok: false, error: { code: 'duplicate-entry', entryId: entryIdOf(1) } };
    expect(both).toEqual([{ ok: true, value: null }, duplicate]);
    expect(await outbox.add(sendEntry(1))).toEqual(duplicate);
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: sendEntry(1) });
  });
});

describe('an event', () => {
  test('changes the state, stores the time, and answers with the entry and the effect', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    const settled = sendEntry(1, { state: { name: 'sent', messageId: messageIdOf(9) }, settledAt: LATER });
    expect(await outbox.applyToSend(entryIdOf(1), accepted)).toEqual({
      ok: true,
      value: { entry: settled, effect: 'claim-message' },
    });
    expect(await outbox.get(entryIdOf(1))).toEqual({ ok: true, value: settled });
  });

  test('that is impossible in the state changes nothing', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    await outbox.applyToSend(entryIdOf(1), accepted);
    const after = await outbox.get(entryIdOf(1));
    expect(await outbox.applyToSend(entryIdOf(1), { type: 'unconfirmed', error: { code: 'offline' } })).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: 'sent' },
    });
    expect(await outbox.get(entryIdOf(1))).toEqual(after);
  });

  test('happens once when two that exclude each other come at the same time', async () => {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1, { state: queued }));
    const [dispatched, cancelled] = await Promise.all([
      outbox.applyToSend(entryIdOf(1), { type: 'dispatched', baseline: [], skewMs: 0, dispatchedAt: LATER }),
      createOutbox().applyToSend(entryIdOf(1), { type: 'cancelled', why: 'by-user' }),
    ]);
    expect(dispatched).toMatchObject({ ok: true, value: { effect: 'post' } });
    expect(cancelled).toEqual({ ok: false, error: { code: 'wrong-state', state: 'dispatching' } });
  });
});

describe('reading entries', () => {
  test('returns the last written first, up to the limit', async () => {
    const outbox = createOutbox();
    for (const n of [2, 3, 1]) await outbox.add(sendEntry(n));
    expect(await outbox.recent({ contactId: null, limit: 2 })).toEqual({
      ok: true,
      value: [sendEntry(1), sendEntry(3)],
    });
  });

  test('returns the messages of one contact and the adds that led to it', async () => {
    const outbox = createOutbox();
    const outcome = {
      effect: 'created',
      contactId: contactA,
      listId: listA,
      listName: 'Recruiters',
      undoUntil: null,
    } as const;
    await outbox.add(addEntry(1));
    await outbox.add(sendEntry(2));
    await outbox.add(sendEntry(3, { contactId: contactB }));
    await outbox.add(addEntry(4));
    await outbox.applyToAdd(entryIdOf(1), { type: 'completed', outcome, undo: null });
    expect(await outbox.recent({ contactId: contactA, limit: 100 })).toMatchObject({
      value: [{ id: entryIdOf(2) }, { id: entryIdOf(1) }],
    });
  });

  test('finds exactly the interrupted entries at the next start', async () => {
    const outbox = createOutbox();
    await outbox.add(addEntry(1));
    await outbox.add(sendEntry(2));
    await outbox.add(sendEntry(3));
    await outbox.applyToSend(entryIdOf(3), { type: 'refused', error: { code: 'bad-request' } });
    expect(await createOutbox().inStates(['dispatching'])).toEqual({ ok: true, value: [addEntry(1), sendEntry(2)] });
  });
});

test('removing deletes only entries in these states that pass', async () => {
  const outbox = createOutbox();
  for (const n of [1, 2]) await outbox.add(sendEntry(n));
  await outbox.add(sendEntry(3, { state: { name: 'cancelled', why: 'expired' } }));
  expect(await outbox.remove(['cancelled'], () => true)).toEqual({ ok: true, value: 1 });
  expect(await outbox.remove(['dispatching'], ({ id }) => id === entryIdOf(2))).toEqual({ ok: true, value: 1 });
  expect(await outbox.inStates(['dispatching', 'cancelled'])).toEqual({ ok: true, value: [sendEntry(1)] });
});

describe('a damaged record', () => {
  async function damaged() {
    const outbox = createOutbox();
    await outbox.add(sendEntry(1));
    await outbox.add(sendEntry(2));
    const db = await openDB(DATABASE);
    await db.put('entries', { id: entryIdOf(1), createdAt: 'x', stateName: 'dispatching', entry: { kind: 'send' } });
    db.close();
    return outbox;
  }

  test('is an error when it is read by id, never an absence, and does not hide other records', async () => {
    const outbox = await damaged();
    expect(await outbox.get(entryIdOf(1))).toEqual(unavailable('unknown'));
    expect(await outbox.recent({ contactId: null, limit: 10 })).toMatchObject({ value: [{ id: entryIdOf(2) }] });
  });

  test('is counted in pages', async () => {
    const outbox = await damaged();
    expect(await outbox.page({ passes: () => true, after: null, limit: 10 })).toMatchObject({ value: { damaged: 1 } });
    expect(await outbox.remove(['dispatching'], () => true)).toEqual({ ok: true, value: 1 });
    expect(await outbox.get(entryIdOf(1))).toEqual(unavailable('unknown'));
  });

  test('still blocks a second entry with the same id', async () => {
    const outbox = await damaged();
    expect(await outbox.add(sendEntry(1))).toMatchObject({ error: { code: 'duplicate-entry' } });
  });
});
