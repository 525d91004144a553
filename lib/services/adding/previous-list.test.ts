import { describe, expect, test, vi } from 'vitest';
import { ListId, type ContactId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { addEntry, contactA, contactB, listA, sendEntry, uuidOf } from '@/lib/outbox/testing/entries';
import { findPreviousList } from './add-effect';

const listB = ListId.parse(uuidOf(302));
const outbox = () => createOutboxStore(Date.now).of({ owns: () => true });

/** The nth add, which put a contact on a list. */
function doneAdd(n: number, listId: ListId | null, contactId: ContactId = contactA): AddEntry {
  const outcome = { effect: 'created', contactId, listId, listName: null, undoUntil: null } as const;
  return addEntry(n, { state: { name: 'done', outcome } });
}

describe('the list where an earlier add put the contact', () => {
  const undoing: AddEntry['state'] = {
    name: 'undoing',
    outcome: { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null },
    undo: { kind: 'remove', stageId: null, tagIds: [] },
  };

  test.each<[string, readonly OutboxEntry[], ListId | null]>([
    ['is that of the earlier add', [doneAdd(1, listA)], listA],
    ['is that of the newest one', [doneAdd(1, listA), doneAdd(2, listB)], listB],
    ['is none if the newest one put it on none', [doneAdd(1, listA), doneAdd(2, null)], null],
    ['is not that of another contact', [doneAdd(1, listA), doneAdd(2, listB, contactB)], listA],
    ['is not that of this add', [doneAdd(9, listA)], null],
    ['is not that of an add that is being undone', [addEntry(1, { state: undoing })], null],
    ['is not that of an add that has not ended', [addEntry(1)], null],
    ['is none after a message', [sendEntry(1)], null],
    ['is none without an entry', [], null],
  ])('%s', async (_name, entries, listId) => {
    const stored = outbox();
    for (const entry of entries) await stored.add(entry);
    expect(await findPreviousList(stored, addEntry(9), contactA)).toBe(listId);
  });

  test('is none when the outbox cannot be read', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await findPreviousList(outbox(), addEntry(9), contactA)).toBeNull();
  });
});
