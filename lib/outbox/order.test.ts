import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '@/lib/domain/result';
import { DATABASE } from './database';
import { createOutboxStore, type Outbox } from './outbox';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from './testing/entries';

const BEFORE = '2026-11-24T12:00:00.000Z';
/** The clock was set back by a day. */
const AFTER = '2026-11-23T12:00:00.000Z';
const unknown = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;

let outbox: Outbox;

beforeEach(() => {
  outbox = createOutboxStore(Date.now).of({ owns: () => true });
});

/** The numbers of all entries, first written first: by state, by contact and in pages. */
async function orders() {
  const page = await outbox.page({ passes: () => true, after: null, limit: 9 });
  const answers = [
    await outbox.inStates(['dispatching', 'unknown', 'waiting', 'sent', 'superseded', 'refused', 'done']),
    await outbox.recent({ contactId: null }),
    page.ok ? ok(page.value.entries) : page,
  ];
  const [byState = [], ...newestFirst] = answers.map((answer) =>
    answer.ok ? answer.value.map(({ id }) => Number(id.slice(-4))) : [],
  );
  return [byState, ...newestFirst.map((ids) => ids.toReversed())];
}

const inOrder = (...numbers: readonly number[]) => [numbers, numbers, numbers];

describe('entries stay in the order in which they were written when the clock was set back', () => {
  test('also among themselves, and with their own time', async () => {
    for (const [n, createdAt] of [
      [3, BEFORE],
      [2, AFTER],
      [1, AFTER],
      [4, BEFORE],
    ] as const)
      await outbox.add(sendEntry(n, { createdAt }));
    expect(await orders()).toEqual(inOrder(3, 2, 1, 4));
    expect(await outbox.get(entryIdOf(2))).toMatchObject(ok({ createdAt: AFTER }));
  });

  test('after events of their own', async () => {
    await outbox.add(sendEntry(2, { createdAt: BEFORE }));
    await outbox.add(sendEntry(1, { createdAt: AFTER }));
    await outbox.applyToSend(entryIdOf(1), { type: 'unconfirmed', error: { code: 'offline' } });
    expect(await orders()).toEqual(inOrder(2, 1));
  });

  test('after a message of the same contact was found', async () => {
    await outbox.add(sendEntry(3, { createdAt: BEFORE }));
    await outbox.add(sendEntry(2, { createdAt: AFTER, state: unknown }));
    await outbox.add(sendEntry(1, { createdAt: AFTER }));
    await outbox.applyToSend(entryIdOf(1), { type: 'accepted', messageId: messageIdOf(9) });
    expect(await outbox.get(entryIdOf(2))).toMatchObject(ok({ baseline: [messageIdOf(9)] }));
    expect(await orders()).toEqual(inOrder(3, 2, 1));
  });

  test('after the add that superseded them was refused', async () => {
    await outbox.add(addEntry(3, { createdAt: BEFORE, state: { name: 'done', outcome } }));
    await outbox.add(addEntry(2, { createdAt: AFTER, state: { name: 'superseded', by: entryIdOf(1) } }));
    await outbox.add(addEntry(1, { createdAt: AFTER }));
    await outbox.applyToAdd(entryIdOf(1), { type: 'refused', error: { code: 'bad-request' } });
    expect(await outbox.get(entryIdOf(2))).toMatchObject(ok({ state: { name: 'waiting' } }));
    expect(await orders()).toEqual(inOrder(3, 2, 1));
  });
});

test('an entry is written beside a damaged record whose time is unusable', async () => {
  await outbox.inStates([]);
  const db = await openDB(DATABASE);
  await db.put('entries', { id: 'x', createdAt: 'x', stateName: 'sent', entry: null });
  db.close();
  expect(await outbox.add(sendEntry(1))).toEqual(ok(null));
  expect(await outbox.recent({ contactId: null })).toEqual(ok([sendEntry(1)]));
});
