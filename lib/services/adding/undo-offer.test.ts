import { describe, expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok } from '@/lib/domain/result';
import { addEntry, contactB, entryIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { NOW, iso, unsafe, remove, outcome, done, undoOf } from './testing/undo';

describe('the time for an undo', () => {
  test.each<[string, string | null, boolean]>([
    ['in time', iso(NOW), true],
    ['two seconds late', iso(NOW - 2_000), true],
    ['later', iso(NOW - 2_001), false],
    ['with more time left than was offered', iso(NOW + 12_001), false],
    ['with two seconds more', iso(NOW + 12_000), true],
    ['without an offer', null, false],
  ])('%s', async (_name, undoUntil, isDone) => {
    const undo = await undoOf({ entries: [done(remove, undoUntil)] });
    expect(await undo.undo()).toEqual(isDone ? ok(null) : unsafe);
  });
});

describe('an undo is refused while something else relies on the contact', () => {
  const again = (change: Partial<AddEntry>) => addEntry(2, { settledAt: iso(NOW), ...change });
  const another = LinkedInIdentity.parse({ slug: 'someone-else', memberId: null, salesId: null });

  test.each<[string, OutboxEntry, boolean]>([
    ['a message to it', sendEntry(2), false],
    [
      'a message to it that was refused',
      sendEntry(2, { state: { name: 'refused', error: { code: 'offline' } } }),
      true,
    ],
    ['a message to another contact', sendEntry(2, { contactId: contactB }), true],
    ['a later add of the person', again({}), false],
    ['an add of the person that has not ended', again({ settledAt: null }), false],
    ['a later add of the person before which the clock was set back', again({ settledAt: iso(NOW - 9_000) }), false],
    ['a later add of another person', again({ identity: another }), true],
    ['a later add that was refused', again({ state: { name: 'refused', error: { code: 'offline' } } }), true],
    ['a later add that was undone', again({ state: { name: 'undone' } }), true],
    ['a later add that was superseded', again({ state: { name: 'superseded', by: entryIdOf(3) } }), true],
  ])('%s', async (_name, other, isDone) => {
    const undo = await undoOf({ entries: [done(remove), other] });
    expect(await undo.undo()).toEqual(isDone ? ok(null) : unsafe);
  });

  test.each<[string, Partial<AddEntry>, boolean]>([
    ['one from before', { settledAt: iso(NOW - 5_001) }, true],
    ['one that ended at the same moment', { settledAt: iso(NOW - 5_000) }, false],
    ['one that was tried again since', { settledAt: iso(NOW) }, false],
    ['one that has not ended', { settledAt: null }, false],
  ])('an earlier add of the person: %s', async (_name, change, isDone) => {
    const undo = await undoOf({ entries: [again(change), done(remove)] });
    expect(await undo.undo()).toEqual(isDone ? ok(null) : unsafe);
  });

  test.each<[string, readonly OutboxEntry[]]>([
    ['a missing entry', []],
    ['a message', [sendEntry(1)]],
    ['an add without an undo', [addEntry(1, { state: { name: 'done', outcome } })]],
    ['an add that has not ended', [addEntry(1)]],
  ])('%s has no undo', async (_name, entries) => {
    expect(await (await undoOf({ entries })).undo()).toEqual(unsafe);
  });
});
