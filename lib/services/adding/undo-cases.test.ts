import { describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { contactOf } from '@/lib/domain/testing/contact';
import {
  NOW,
  iso,
  listB,
  lost,
  forbidden,
  network,
  unsafe,
  offline,
  remove,
  moveBack,
  asAdded,
  done,
  REMOVE,
  MOVE,
  connection,
  undoOf,
  type Given,
} from './testing/undo';

/** An add with two tags, one of which GetSales did not show at once. */
const tagged: AddEntry = { ...done(remove), draft: { tags: ['Met in Oslo', 'Buyer'] } };
const twoTags = { ...asAdded, tagIds: ['ours', 'late', 'hot'] };

describe('an undo', () => {
  test.each<[string, Given, object, readonly string[], string]>([
    ['removes the contact', { entries: [done(remove)] }, ok(null), ['changed', REMOVE, 'changed'], 'undone'],
    ['moves the contact back', { entries: [done(moveBack)] }, ok(null), ['changed', MOVE, 'changed'], 'undone'],
    [
      'asks for nothing where the contact is back already',
      { entries: [done(moveBack)], contacts: [ok(contactOf({ listId: listB }))] },
      ok(null),
      ['changed', 'changed'],
      'undone',
    ],
    [
      'asks for nothing where GetSales says that the contact is gone',
      { entries: [done(remove)], contacts: [ok(null)] },
      ok(null),
      ['changed', 'changed'],
      'undone',
    ],
    [
      'keeps a contact when another one was moved',
      { entries: [done(moveBack)], writes: [ok('another')] },
      unsafe,
      ['changed', MOVE, 'changed'],
      'done',
    ],
    [
      'keeps a contact that GetSales does not delete',
      { entries: [done(remove)], writes: [forbidden] },
      err({ code: 'forbidden', by: 'api' }),
      ['changed', REMOVE, 'changed'],
      'done',
    ],
    [
      'is repeated three times, and stays open',
      { entries: [done(remove)], writes: [lost] },
      network,
      ['changed', REMOVE, 'sleep 500', REMOVE, 'sleep 1000', REMOVE],
      'undoing',
    ],
    [
      'ends when a lost request was performed',
      { entries: [done(remove)], writes: [lost], contacts: [ok(asAdded), ok(null)] },
      ok(null),
      ['changed', REMOVE, 'sleep 500', 'changed'],
      'undone',
    ],
    [
      'ends when the contact has changed after a lost request',
      { entries: [done(remove)], writes: [lost], contacts: [ok(asAdded), ok(contactOf())] },
      unsafe,
      ['changed', REMOVE, 'sleep 500', 'changed'],
      'done',
    ],
    [
      'stays open when the contact cannot be read after a lost request',
      { entries: [done(remove)], writes: [lost], contacts: [ok(asAdded), offline] },
      offline,
      ['changed', REMOVE, 'sleep 500'],
      'undoing',
    ],
    [
      'stays open when a repeated request is refused, which says nothing of the first',
      { entries: [done(remove)], writes: [lost, forbidden] },
      err({ code: 'forbidden', by: 'api' }),
      ['changed', REMOVE, 'sleep 500', REMOVE, 'sleep 1000', REMOVE],
      'undoing',
    ],
    [
      'keeps a contact when another one was moved after a lost request',
      { entries: [done(moveBack)], contacts: [ok(asAdded)], writes: [lost, ok('another')] },
      unsafe,
      ['changed', MOVE, 'sleep 500', MOVE, 'changed'],
      'done',
    ],
  ])('%s', async (_name, given, answer, steps, state) => {
    const undo = await undoOf(given);
    expect(await undo.undo()).toEqual(answer);
    expect(undo.steps).toEqual(steps);
    expect(await undo.state()).toBe(state);
  });

  test.each<[string, Partial<Given>]>([
    ['is on another list', { contacts: [ok({ ...asAdded, listId: listB })] }],
    ['is in another stage', { contacts: [ok({ ...asAdded, stageId: 'won' })] }],
    ['has a tag more', { contacts: [ok({ ...asAdded, tagIds: ['ours', 'hot'] })] }],
    ['has unread messages', { contacts: [ok({ ...asAdded, unread: 1 })] }],
    ['has messages', { contacts: [ok({ ...asAdded, connections: [{ ...connection, lastMessageAt: iso(NOW) }] })] }],
    [
      'has messages from one of two senders',
      { contacts: [ok({ ...asAdded, connections: [connection, { ...connection, lastMessageAt: iso(NOW) }] })] },
    ],
    ['has two tags more, one of which may be late', { entries: [tagged], contacts: [ok(twoTags)] }],
    ['is in an automation', { automations: ok([{ id: 'a', name: 'Q4', status: 'in_progress' }]) }],
  ])('does not remove a contact that %s', async (_name, given) => {
    const undo = await undoOf({ entries: [done(remove)], ...given });
    expect(await undo.undo()).toEqual(unsafe);
    expect([undo.steps, await undo.state()]).toEqual([[], 'done']);
  });

  test.each<[string, Contact]>([
    ['lost its tag', { ...asAdded, tagIds: [] }],
    ['has a tag that the add brought late', { ...asAdded, tagIds: ['ours', 'late'] }],
    ['has connections without messages', { ...asAdded, connections: [connection] }],
  ])('removes a contact that %s', async (_name, contact) => {
    const undo = await undoOf({ entries: [tagged], contacts: [ok(contact)] });
    expect(await undo.undo()).toEqual(ok(null));
  });

  test.each<[string, Contact | null]>([
    ['moved', contactOf({ listId: null })],
    ['deleted', null],
  ])('does not move back a contact that was %s since', async (_name, contact) => {
    const undo = await undoOf({ entries: [done(moveBack)], contacts: [ok(contact)] });
    expect(await undo.undo()).toEqual(unsafe);
    expect(undo.steps).toEqual([]);
  });

  test.each<[string, Partial<Given>]>([
    ['the contact', { contacts: [offline] }],
    ['the automations', { automations: offline }],
  ])('is not begun when it cannot read %s', async (_name, given) => {
    const undo = await undoOf({ entries: [done(remove)], ...given });
    expect(await undo.undo()).toEqual(offline);
    expect([undo.steps, await undo.state()]).toEqual([[], 'done']);
  });
});
