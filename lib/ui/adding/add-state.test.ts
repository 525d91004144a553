import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { accountA } from '@/lib/outbox/testing/entries';
import {
  addReducer,
  addsOf,
  NOT_ADDED,
  withOutboxResult,
  recentAdd,
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
      'ignores a second press, even for another list',
      [press, { type: 'press', list: other, ifPresent: 'move' }],
      { name: 'adding', list, ifPresent: 'keep' },
    ],
    ['is done once GetSales confirmed it', [press, added], { name: 'done', entryId, list, outcome }],
    [
      'keeps the list and the choice when refused, so that a retry is one press',
      [press, { type: 'refused', error: offline }],
      { name: 'failed', list, ifPresent: 'keep', error: offline },
    ],
    [
      'stops when the tab shows another person',
      [press, { type: 'page-changed', error: { code: 'person-changed' } }],
      { name: 'page-changed', error: { code: 'person-changed' } },
    ],
    ['ignores an answer without a press', [added], NOT_ADDED],
    [
      'is kept without a request when the user chooses so',
      [{ type: 'keep', listName: 'EU founders' }],
      { name: 'kept', listName: 'EU founders' },
    ],
    ['is undone', [press, added, undo, { type: 'undone' }], { name: 'undone', list, effect: outcome.effect }],
    ['ignores a second Undo', [press, added, undo, undo], { name: 'undoing', entryId, list, outcome }],
    [
      'shows why the undo failed',
      [press, added, undo, { type: 'undo-refused', error: { code: 'undo-unsafe' } }],
      { name: 'undo-failed', entryId, list, outcome, error: { code: 'undo-unsafe' } },
    ],
    [
      'waits while GetSales cannot be reached',
      [press, { type: 'waits', entryId, error: offline }],
      { name: 'waiting', entryId, list, ifPresent: 'keep', error: offline },
    ],
    [
      'is retried at once by a press while it waits',
      [press, { type: 'waits', entryId, error: offline }, press, added],
      { name: 'done', entryId, list, outcome },
    ],
    ['can be dismissed', [press, added, { type: 'dismiss' }], { name: 'idle', dismissed: true }],
    ['cannot be dismissed while under way', [press, { type: 'dismiss' }], { name: 'adding', list, ifPresent: 'keep' }],
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
    ['shows a result from half a minute ago', done, { name: 'done', entryId, list, outcome }],
    [
      'shows an add that is still under way',
      entry({ name: 'dispatching', tries: 0, mayHaveArrived: false }, null),
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
      'shows a waiting add of any age',
      entry(
        { name: 'waiting', error: offline, tries: 9, retryAt: '2026-11-23T12:10:00.000Z', mayHaveArrived: true },
        '2026-11-20T12:00:00.000Z',
      ),
      { name: 'waiting', entryId, list, ifPresent: 'move', error: offline },
    ],
    ['shows nothing for a superseded add', entry({ name: 'superseded', by: entryId }), null],
    ['shows nothing for an undone add', entry({ name: 'undone' }), null],
    ['shows nothing for an old result', entry({ name: 'done', outcome }, '2026-11-23T11:58:59.000Z'), null],
  ])('%s', (_, newest, state) => {
    expect(recentAdd([newest], NOON)).toEqual(state);
  });

  it('shows the newest add of this person only', () => {
    const undone = entry({ name: 'undone' });
    expect(recentAdd(addsOf([undone, done], mira), NOON)).toBeNull();
    expect(addsOf([done], teo)).toEqual([]);
  });

  it('does not show a dismissed result again, and prefers the state of this popup', () => {
    const recent = recentAdd([done], NOON);
    expect(shownAdd(NOT_ADDED, recent)).toEqual(recent);
    expect(shownAdd({ name: 'idle', dismissed: true }, recent)).toEqual({ name: 'idle', dismissed: true });
    expect(shownAdd(after(press), recent)).toEqual(after(press));
  });
});

describe('a waiting add while the popup is open', () => {
  const waiting = after(press, { type: 'waits', entryId, error: offline });

  it('shows its outcome', () => {
    expect(withOutboxResult(waiting, [done])).toEqual({ name: 'done', entryId, list, outcome });
  });

  it('stays waiting during a retry, and after the outcome of another add', () => {
    expect(withOutboxResult(waiting, [entry({ name: 'dispatching', tries: 0, mayHaveArrived: false })])).toEqual(
      waiting,
    );
    expect(withOutboxResult(waiting, [{ ...done, id: otherId }])).toEqual(waiting);
  });

  it('is cleared when a newer add supersedes it', () => {
    expect(withOutboxResult(waiting, [entry({ name: 'superseded', by: otherId })])).toEqual(NOT_ADDED);
  });

  it('can be cancelled', () => {
    expect(addReducer(waiting, { type: 'cancelled' })).toEqual({ name: 'cancelled' });
  });

  describe('an undo that failed at first', () => {
    const failed = after(press, added, undo, { type: 'undo-refused', error: offline });

    it.each<[string, AddEntry['state'], AddState]>([
      [
        'is under way again while the worker retries it',
        { name: 'undoing', outcome, undo: { kind: 'move-back', toListId: other.id } },
        { name: 'undoing', entryId, list, outcome },
      ],
      ['succeeds later', { name: 'undone' }, { name: 'undone', list, effect: outcome.effect }],
      ['stays failed, with the reason, when the worker gave up', { name: 'done', outcome }, failed],
    ])('%s', (_name, state, shown) => {
      expect(withOutboxResult(failed, [entry(state)])).toEqual(shown);
    });
  });
});
