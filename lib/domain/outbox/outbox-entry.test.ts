import { describe, expect, test } from 'vitest';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { OutboxEntry } from './outbox-entry';

const AT = '2026-11-23T12:00:00.000Z';
const error = { code: 'offline' };
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: 'EU', undoUntil: AT };
const remove = { kind: 'remove', stageId: 'stage-1', tagIds: ['tag-1'] };
const moveBack = { kind: 'move-back', toListId: listA };

/** Every state of an add, as earlier versions stored it. */
const addStates: readonly object[] = [
  { name: 'dispatching', tries: 1, mayHaveArrived: true },
  { name: 'waiting', error, tries: 2, retryAt: AT, mayHaveArrived: false },
  { name: 'done', outcome },
  { name: 'done', outcome, undo: remove },
  { name: 'done', outcome, undo: { ...remove, stageId: null, tagIds: [] } },
  { name: 'refused', error },
  { name: 'unknown', error },
  { name: 'undoing', outcome, undo: moveBack },
  { name: 'undone' },
  { name: 'superseded', by: entryIdOf(2) },
];

/** Every state of a message, as earlier versions stored it. */
const sendStates: readonly object[] = [
  { name: 'queued', sendAt: AT, blockedBy: null },
  { name: 'queued', sendAt: AT, blockedBy: error },
  { name: 'dispatching' },
  { name: 'sent', messageId: messageIdOf(9) },
  { name: 'refused', error },
  { name: 'unknown', error, checks: 3 },
  { name: 'cancelled', why: 'by-user' },
  { name: 'cancelled', why: 'expired' },
];

const add = (change: object): object => ({ ...addEntry(1), ...change });
const send = (change: object): object => ({ ...sendEntry(1), ...change });

describe('a stored entry is read back unchanged', () => {
  test.each([
    ...addStates.map((state) => add({ state })),
    add({ settledAt: AT }),
    add({ ifPresent: 'move' }),
    ...sendStates.map((state) => send({ state })),
    send({ settledAt: AT, dispatchedAt: AT, baseline: [messageIdOf(1)], skewMs: null, overrides: entryIdOf(2) }),
  ])('%j', (entry) => {
    expect(OutboxEntry.parse(entry)).toEqual(entry);
  });
});

describe('a record is no entry', () => {
  test.each<[string, object]>([
    ['of an unknown kind', add({ kind: 'move' })],
    ['without an account', add({ account: '' })],
    ['without the person’s name', add({ personName: null })],
    ['for a person without an id', add({ identity: { slug: null, memberId: null, salesId: null } })],
    ['with an unknown choice', add({ ifPresent: 'replace' })],
    ['in an unknown state', add({ state: { name: 'paused' } })],
    ['in a state of a message', add({ state: { name: 'queued', sendAt: AT, blockedBy: null } })],
    ['in a state without its details', add({ state: { name: 'dispatching' } })],
    ['being undone in no way', add({ state: { name: 'undoing', outcome } })],
    ['undone in an unknown way', add({ state: { name: 'undoing', outcome, undo: { kind: 'delete' } } })],
    ...[null, 'offline', {}, { code: 7 }, undefined].map((broken): [string, object] => [
      `refused with ${JSON.stringify(broken)}`,
      add({ state: { name: 'refused', error: broken } }),
    ]),
    ['without a recipient', send({ contactId: null })],
    ['with a state of an add', send({ state: { name: 'undone' } })],
    ['cancelled for an unknown reason', send({ state: { name: 'cancelled', why: 'lost' } })],
    ['sent as no message', send({ state: { name: 'sent' } })],
  ])('%s', (_name, record) => {
    expect(OutboxEntry.safeParse(record).success).toBe(false);
  });

  test('but an error code of a later version is kept', () => {
    const entry = add({ state: { name: 'refused', error: { code: 'from-the-future', detail: 1 } } });
    expect(OutboxEntry.parse(entry)).toEqual(entry);
  });
});
