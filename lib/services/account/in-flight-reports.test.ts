import { expect, test } from 'vitest';
import type { AddState, SendState } from '@/lib/domain/outbox/outbox-entry';
import type { EntryId } from '@/lib/domain/ids';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { inFlightEntries, inFlightReports } from './in-flight-reports';

const error = { code: 'offline' } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const undo = { kind: 'remove' as const, stageId: null, tagIds: [] };
const at = '2026-11-23T12:00:00.000Z';

const outbox = () => createOutboxStore(Date.now).of({ owns: () => true });
const reported = (what: string, name: string, outcomes: readonly string[]) =>
  outcomes.map((each) => ({ what, name, outcome: each }));

test.each<[AddState, add: readonly string[], undo: readonly string[]]>([
  [{ name: 'done', outcome }, ['done'], []],
  [{ name: 'dispatching', tries: 0, mayHaveArrived: false }, ['unknown'], []],
  [{ name: 'waiting', error, tries: 1, retryAt: at, mayHaveArrived: true }, ['unknown'], []],
  [{ name: 'waiting', error, tries: 1, retryAt: at, mayHaveArrived: false }, [], []],
  [{ name: 'unknown', error }, ['unknown'], []],
  [{ name: 'refused', error }, [], []],
  [{ name: 'superseded', by: entryIdOf(9) }, [], []],
  [{ name: 'undoing', outcome, undo }, [], ['unknown']],
  [{ name: 'undone' }, [], ['done']],
])('an add that is %j when its key was replaced', async (state, asAdd, asUndo) => {
  const stored = outbox();
  await stored.add(addEntry(1, { state }));
  const reports = (what: 'add' | 'undo') => inFlightReports([{ what, id: entryIdOf(1) }], { outbox: stored });
  expect(await reports('add')).toEqual(reported('add', 'Mira Okonkwo', asAdd));
  expect(await reports('undo')).toEqual(reported('undo', 'Mira Okonkwo', asUndo));
});

test.each<[SendState, readonly string[]]>([
  [{ name: 'sent', messageId: messageIdOf(9) }, ['done']],
  [{ name: 'dispatching' }, ['unknown']],
  [{ name: 'unknown', error, checks: 0 }, ['unknown']],
  [{ name: 'queued', sendAt: at, blockedBy: null }, []],
  [{ name: 'refused', error }, []],
  [{ name: 'cancelled', why: 'by-user' }, []],
])('a message that is %j when its key was replaced', async (state, outcomes) => {
  const stored = outbox();
  await stored.add(sendEntry(1, { state }));
  const entries = [{ what: 'message', id: entryIdOf(1) } as const];
  expect(await inFlightReports(entries, { outbox: stored })).toEqual(reported('message', 'Ana Duarte', outcomes));
});

test('an entry that is gone is not reported', async () => {
  expect(await inFlightReports([{ what: 'add', id: entryIdOf(1) }], { outbox: outbox() })).toEqual([]);
});

test('every entry in flight is listed with what happens to it', () => {
  const running = (...ids: readonly EntryId[]) => ({ inFlight: { has: () => false, ids: () => ids } });
  const [one, two, three] = [entryIdOf(1), entryIdOf(2), entryIdOf(3)];
  expect(inFlightEntries({ addContact: running(one), undoAdd: running(two), sendMessage: running(three) })).toEqual([
    { what: 'add', id: one },
    { what: 'undo', id: two },
    { what: 'message', id: three },
  ]);
});
