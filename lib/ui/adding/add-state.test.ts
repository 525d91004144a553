import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { accountA } from '@/lib/outbox/testing/entries';
import {
  addReducer,
  addsOf,
  NOT_ADDED,
  overtaken,
  recalledAdd,
  shownAdd,
  type AddEvent,
  type AddState,
} from './add-state';

const list = { id: ListId.parse('11111111-0000-4000-8000-000000000001'), name: 'Nordic procurement' };
const other = { id: ListId.parse('11111111-0000-4000-8000-000000000002'), name: 'EU founders' };
const entryId = EntryId.parse('22222222-0000-4000-8000-000000000001');
const otherId = EntryId.parse('22222222-0000-4000-8000-000000000002');
const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const teo = LinkedInIdentity.parse({ slug: 'teo-larsen-test', memberId: null, salesId: null });
const outcome: AddOutcome = {
  effect: 'created',
  contactId: ContactId.parse('33333333-0000-4000-8000-000000000001'),
  listId: list.id,
  listName: list.name,
  undoUntil: '2026-11-23T12:00:10.000Z',
};
const offline: AppError = { code: 'offline' };

const press: AddEvent = { type: 'press', list, ifPresent: 'keep' };
const added: AddEvent = { type: 'added', entryId, outcome };
const undo: AddEvent = { type: 'undo', entryId, list, outcome };
const after = (...events: AddEvent[]): AddState => events.reduce(addReducer, NOT_ADDED);

describe('adding one person', () => {
  it.each<[string, AddEvent[], AddState]>([
    ['is under way after a press', [press], { name: 'adding', list, ifPresent: 'keep' }],
    [
      'stays one add after a second press, even for another list',
      [press, { type: 'press', list: other, ifPresent: 'move' }],
      { name: 'adding', list, ifPresent: 'keep' },
    ],
    ['is done once GetSales confirmed', [press, added], { name: 'done', entryId, list, outcome }],
    [
      'keeps list and intention when refused, so that trying again is one press',
      [press, { type: 'refused', error: offline }],
      { name: 'failed', list, ifPresent: 'keep', error: offline },
    ],
    [
      'stops when the tab shows somebody else',
      [press, { type: 'moved-on', error: { code: 'person-changed' } }],
      { name: 'elsewhere', error: { code: 'person-changed' } },
    ],
    ['ignores an answer that nobody waits for', [added], NOT_ADDED],
    [
      'is kept without a request when the user says so',
      [{ type: 'keep', listName: 'EU founders' }],
      { name: 'kept', listName: 'EU founders' },
    ],
    ['takes the add back', [press, added, undo, { type: 'undone' }], { name: 'undone', list }],
    ['ignores a second Undo', [press, added, undo, undo], { name: 'undoing', entryId, list, outcome }],
    [
      'says why the add could not be taken back, and that it stands',
      [press, added, undo, { type: 'undo-refused', error: { code: 'undo-unsafe' } }],
      { name: 'undo-failed', entryId, list, outcome, error: { code: 'undo-unsafe' } },
    ],
    [
      'waits, on disk, while GetSales cannot be reached',
      [press, { type: 'waits', entryId, error: offline }],
      { name: 'waiting', entryId, list, ifPresent: 'keep', error: offline },
    ],
    [
      'waits, and is tried at once at a press',
      [press, { type: 'waits', entryId, error: offline }, press, added],
      { name: 'done', entryId, list, outcome },
    ],
    ['can be put away', [press, added, { type: 'dismiss' }], { name: 'idle', dismissed: true }],
    ['cannot be put away while under way', [press, { type: 'dismiss' }], { name: 'adding', list, ifPresent: 'keep' }],
    [
      'can be tried again after a refusal',
      [press, { type: 'refused', error: offline }, press],
      { name: 'adding', list, ifPresent: 'keep' },
    ],
    [
      'can be done again after Undo',
      [press, added, undo, { type: 'undone' }, press],
      { name: 'adding', list, ifPresent: 'keep' },
    ],
  ])('%s', (_, events, state) => {
    expect(after(...events)).toEqual(state);
  });
});

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const entry = (state: AddEntry['state'], settledAt: string | null = '2026-11-23T11:59:30.000Z'): AddEntry => ({
  kind: 'add',
  id: entryId,
  account: accountA,
  createdAt: '2026-11-23T11:59:29.000Z',
  settledAt,
  personName: 'Mira Okonkwo',
  identity: mira,
  listId: list.id,
  listName: list.name,
  draft: {},
  ifPresent: 'move',
  state,
});
const done = entry({ name: 'done', outcome });

describe('opening the popup again', () => {
  it.each<[string, AddEntry, AddState | null]>([
    ['shows a result of half a minute ago', done, { name: 'done', entryId, list, outcome }],
    [
      'shows an add that is still under way',
      entry({ name: 'dispatching' }, null),
      { name: 'adding', list, ifPresent: 'move' },
    ],
    [
      'shows a refusal',
      entry({ name: 'refused', error: offline }),
      { name: 'failed', list, ifPresent: 'move', error: offline },
    ],
    [
      'shows an unknown outcome as a failure',
      entry({ name: 'unknown', error: offline }),
      { name: 'failed', list, ifPresent: 'move', error: offline },
    ],
    [
      'shows an add that waits, however old',
      entry(
        { name: 'waiting', error: offline, tries: 9, retryAt: '2026-11-23T12:10:00.000Z' },
        '2026-11-20T12:00:00.000Z',
      ),
      { name: 'waiting', entryId, list, ifPresent: 'move', error: offline },
    ],
    ['says nothing of an add that a later one replaced', entry({ name: 'superseded', by: entryId }), null],
    ['says nothing of an add that was undone', entry({ name: 'undone' }), null],
    ['says nothing of an old result', entry({ name: 'done', outcome }, '2026-11-23T11:58:59.000Z'), null],
  ])('%s', (_, newest, state) => {
    expect(recalledAdd([newest], NOON)).toEqual(state);
  });

  it('asks the newest add of this person only', () => {
    const undone = entry({ name: 'undone' });
    expect(recalledAdd(addsOf([undone, done], mira), NOON)).toBeNull();
    expect(addsOf([done], teo)).toEqual([]);
  });

  it('does not show again what was put away, and prefers what happens now', () => {
    const recalled = recalledAdd([done], NOON);
    expect(shownAdd(NOT_ADDED, recalled)).toEqual(recalled);
    expect(shownAdd({ name: 'idle', dismissed: true }, recalled)).toEqual({ name: 'idle', dismissed: true });
    expect(shownAdd(after(press), recalled)).toEqual(after(press));
  });
});

describe('an add that waits while the popup is open', () => {
  const waiting = after(press, { type: 'waits', entryId, error: offline });

  it('shows what came of it', () => {
    expect(overtaken(waiting, [done])).toEqual({ name: 'done', entryId, list, outcome });
  });

  it('stays while it is tried, and whatever became of an earlier one', () => {
    expect(overtaken(waiting, [entry({ name: 'dispatching' })])).toEqual(waiting);
    expect(overtaken(waiting, [{ ...done, id: otherId }])).toEqual(waiting);
  });

  it('makes room for the add that took its place', () => {
    expect(overtaken(waiting, [entry({ name: 'superseded', by: otherId })])).toEqual(NOT_ADDED);
  });

  it('can be taken out', () => {
    expect(addReducer(waiting, { type: 'dropped' })).toEqual({ name: 'dropped' });
  });

  describe('an add that could not be taken back at once', () => {
    const failed = after(press, added, undo, { type: 'undo-refused', error: offline });

    it.each<[string, AddEntry['state'], AddState]>([
      [
        'is still being taken back while the worker carries it on',
        { name: 'undoing', outcome, undo: { kind: 'move-back', toListId: other.id } },
        { name: 'undoing', entryId, list, outcome },
      ],
      ['was taken back after all', { name: 'undone' }, { name: 'undone', list }],
      ['stays where it is, with the reason, when it was given up', { name: 'done', outcome }, failed],
    ])('%s', (_name, state, shown) => {
      expect(overtaken(failed, [entry(state)])).toEqual(shown);
    });
  });
});
