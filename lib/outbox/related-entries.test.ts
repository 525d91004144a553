import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MessageId } from '@/lib/domain/ids';
import type { AddEvent } from '@/lib/domain/outbox/add-transitions';
import type { AddEntry, SendEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { DATABASE } from './database';
import { createOutboxStore, type Outbox } from './outbox';
import { addEntry, contactA, contactB, entryIdOf, listA, messageIdOf, sendEntry } from './testing/entries';

const NOW = '2026-11-23T13:00:00.000Z';
const accepted = { type: 'accepted', messageId: messageIdOf(9) } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const supersededBy = (n: number) => ({ state: { name: 'superseded', by: entryIdOf(n) }, settledAt: NOW }) as const;

let outbox: Outbox;

beforeEach(() => {
  outbox = createOutboxStore(() => Date.parse(NOW)).of({ owns: () => true });
});

/** Damages a record, except for its index fields. */
async function damage(entry: AddEntry | SendEntry): Promise<void> {
  await outbox.add(entry);
  const db = await openDB(DATABASE);
  const record: unknown = await db.get('entries', entry.id);
  await db.put('entries', { ...Object(record), entry: { kind: 'send' } });
  db.close();
}

describe('the adds that an add superseded', () => {
  test.each<[string, readonly AddEvent[], StateName]>([
    ['is refused', [{ type: 'refused', error: { code: 'bad-request' } }], 'waiting'],
    ['is completed', [{ type: 'completed', outcome, undo: null }], 'superseded'],
    ['waits', [{ type: 'delayed', error: { code: 'offline' }, retryAt: NOW, mayHaveArrived: false }], 'superseded'],
    [
      'is undone',
      [
        { type: 'completed', outcome, undo: { kind: 'remove', stageId: null, tagIds: [] } },
        { type: 'undo-started' },
        { type: 'undo-completed' },
      ],
      'waiting',
    ],
  ])('when it %s', async (_name, events, state) => {
    await outbox.add(addEntry(1, supersededBy(3)));
    await outbox.add(addEntry(3));
    for (const event of events) expect(await outbox.applyToAdd(entryIdOf(3), event)).toMatchObject({ ok: true });
    expect(await outbox.get(entryIdOf(1))).toMatchObject(ok({ state: { name: state } }));
  });

  test('are found besides damaged records and those that another one superseded', async () => {
    await damage(addEntry(1, supersededBy(3)));
    await outbox.add(addEntry(2, supersededBy(3)));
    await outbox.add(addEntry(4, supersededBy(5)));
    await outbox.add(addEntry(3));
    await outbox.applyToAdd(entryIdOf(3), { type: 'refused', error: { code: 'bad-request' } });
    expect(await outbox.inStates(['waiting'])).toMatchObject(ok([{ id: entryIdOf(2) }]));
  });

  test('are all restored', async () => {
    for (const number of [1, 2]) await outbox.add(addEntry(number, supersededBy(3)));
    await outbox.add(addEntry(3));
    await outbox.applyToAdd(entryIdOf(3), { type: 'refused', error: { code: 'bad-request' } });
    expect(await outbox.inStates(['waiting'])).toMatchObject(ok([{ id: entryIdOf(1) }, { id: entryIdOf(2) }]));
  });
});

describe('the baseline of other messages', () => {
  const open = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
  const ended = { name: 'refused', error: { code: 'bad-request' } } as const;

  test.each<[string, Partial<SendEntry>, readonly MessageId[]]>([
    ['gets a sent message, once', { baseline: [messageIdOf(8)] }, [messageIdOf(8), messageIdOf(9)]],
    ['gets it when the message is unconfirmed', { state: open }, [messageIdOf(9)]],
    ['keeps it when it was there', { baseline: [messageIdOf(9)] }, [messageIdOf(9)]],
    ['is left alone when the message has ended', { state: ended }, []],
    ['is left alone for a contact whose id is larger', { contactId: contactB }, []],
  ])('%s', async (_name, change, baseline) => {
    await outbox.add(sendEntry(1, change));
    await outbox.add(sendEntry(2));
    await outbox.applyToSend(entryIdOf(2), accepted);
    expect(await outbox.get(entryIdOf(1))).toMatchObject(ok({ baseline }));
  });

  test('gets the message of an earlier entry that is removed', async () => {
    await outbox.add(sendEntry(2));
    await outbox.applyToSend(entryIdOf(2), accepted);
    await outbox.add(sendEntry(1, { state: open }));
    expect(await outbox.remove(['sent'], () => true)).toEqual(ok(1));
    expect(await outbox.get(entryIdOf(1))).toMatchObject(ok({ baseline: [messageIdOf(9)] }));
  });

  test('is left alone for a contact whose id is smaller', async () => {
    await outbox.add(sendEntry(1));
    await outbox.add(sendEntry(2, { contactId: contactB }));
    await outbox.applyToSend(entryIdOf(2), accepted);
    expect(await outbox.get(entryIdOf(1))).toMatchObject(ok({ baseline: [] }));
  });

  test('is not changed by an event that proves no message', async () => {
    await outbox.add(sendEntry(1));
    await outbox.add(sendEntry(2));
    await outbox.applyToSend(entryIdOf(2), { type: 'unconfirmed', error: { code: 'offline' } });
    expect(await outbox.get(entryIdOf(1))).toEqual(ok(sendEntry(1)));
  });

  test('is found besides the contact’s adds and damaged records', async () => {
    await outbox.add(addEntry(1, { state: { name: 'done', outcome } }));
    await damage(sendEntry(2));
    await outbox.add(sendEntry(3));
    await outbox.add(sendEntry(4));
    expect(await outbox.applyToSend(entryIdOf(4), accepted)).toMatchObject({ ok: true });
    expect(await outbox.get(entryIdOf(3))).toMatchObject(ok({ baseline: [messageIdOf(9)] }));
    expect(await outbox.get(entryIdOf(1))).toEqual(ok(addEntry(1, { state: { name: 'done', outcome } })));
  });
});

test.each([entryIdOf(1), entryIdOf(2), entryIdOf(3)])(
  'an event for a missing entry or the other kind: %s',
  async (id) => {
    await outbox.add(addEntry(1));
    await outbox.add(sendEntry(2));
    const missing = err({ code: 'not-found', what: 'entry' });
    const answers = [
      await outbox.applyToAdd(id, { type: 'refused', error: { code: 'bad-request' } }),
      await outbox.applyToSend(id, accepted),
    ];
    expect(answers).toContainEqual(missing);
  },
);
