import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { accountA } from '@/lib/outbox/testing/entries';
import { err, ok, type Result } from '@/lib/domain/result';
import {
  addsOf,
  type AddState,
  afterAdd,
  afterCancel,
  afterRetry,
  afterUndo,
  NOT_ADDED,
  recentAdd,
  shownAdd,
  withOutboxResult,
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

const adding: AddState = { name: 'adding', list, ifPresent: 'keep' };
const waiting = { name: 'waiting', entryId, list, ifPresent: 'keep', error: offline } as const;
const undoing = { name: 'undoing', entryId, list, outcome } as const;
const waitingEntry = (error: AppError): AddEntry['state'] => ({
  name: 'waiting',
  error,
  tries: 1,
  retryAt: '2026-11-23T12:10:00.000Z',
  mayHaveArrived: true,
});

describe('an add that the worker answered', () => {
  it('is done once GetSales confirmed it', () => {
    expect(afterAdd({ list, ifPresent: 'keep' }, entryId, ok(outcome))).toEqual({
      name: 'done',
      entryId,
      list,
      outcome,
    });
  });

  it('waits while GetSales cannot be reached', () => {
    const answer = ok({ effect: 'waiting', error: offline } as const);
    expect(afterAdd({ list, ifPresent: 'keep' }, entryId, answer)).toEqual(waiting);
  });

  it('keeps the list and the choice when refused, so that a retry is one press', () => {
    expect(afterAdd({ list, ifPresent: 'move' }, entryId, err(offline))).toEqual({
      name: 'failed',
      list,
      ifPresent: 'move',
      error: offline,
    });
  });
});

describe('a waiting add that was retried', () => {
  const failed = (error: AppError): AddState => ({ name: 'failed', list, ifPresent: 'keep', error });
  const unreachable: AppError = { code: 'unreachable', why: 'timeout' };

  it.each<[string, Result<AddEntry['state']>, AddState]>([
    ['is done', ok({ name: 'done', outcome }), { name: 'done', entryId, list, outcome }],
    ['waits again, for a new reason', ok(waitingEntry(unreachable)), { ...waiting, error: unreachable }],
    ['waits on while the worker retries it already', err({ code: 'too-late' }), waiting],
    ['is refused', ok({ name: 'refused', error: offline }), failed(offline)],
    ['could not be retried', err(unreachable), failed(unreachable)],
    ['is gone when another page removed it', err({ code: 'not-found', what: 'entry' }), NOT_ADDED],
    ['was superseded', ok({ name: 'superseded', by: otherId }), failed({ code: 'cancelled' })],
  ])('%s', (_, answer, state) => {
    expect(afterRetry(waiting, answer)).toEqual(state);
  });

  it('no longer says why it could not be cancelled before', () => {
    const notCancelled = { ...waiting, cancelError: unreachable };
    expect(afterRetry(notCancelled, ok(waitingEntry(offline)))).toEqual(waiting);
  });
});

describe('a waiting add that was cancelled', () => {
  const unreadable: AppError = { code: 'storage-unavailable', trouble: 'unknown' };

  it.each<[string, Result<null>, AddState]>([
    ['is cancelled', ok(null), { name: 'cancelled' }],
    ['waits for its outcome when GetSales has the person', err({ code: 'too-late' }), waiting],
    ['is gone when another page removed it', err({ code: 'not-found', what: 'entry' }), NOT_ADDED],
    ['waits on, and says why it could not be cancelled', err(unreadable), { ...waiting, cancelError: unreadable }],
  ])('%s', (_, answer, state) => {
    expect(afterCancel(waiting, answer)).toEqual(state);
  });

  it('says why it could not be cancelled until its entry ends, also when the outbox is read again', () => {
    const here = afterCancel(waiting, err(unreadable));
    const shown = withOutboxResult(here, [entry(waitingEntry(offline), null)]);
    expect(shown).toMatchObject({ name: 'waiting', error: offline, cancelError: unreadable });
    expect(withOutboxResult(here, [done])).toEqual({ name: 'done', entryId, list, outcome });
  });
});

describe('an undo that the worker answered', () => {
  it('is done', () => {
    expect(afterUndo(undoing, ok(null))).toEqual({ name: 'undone', list, effect: outcome.effect });
  });

  it('says why it failed', () => {
    const error: AppError = { code: 'undo-unsafe' };
    expect(afterUndo(undoing, err(error))).toEqual({ name: 'undo-failed', entryId, list, outcome, error });
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
      entry(waitingEntry(offline), '2026-11-20T12:00:00.000Z'),
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
    expect(shownAdd(adding, recent)).toEqual(adding);
  });
});

describe('a waiting add while the popup is open', () => {
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

  describe('an undo that failed at first', () => {
    const failed: AddState = { name: 'undo-failed', entryId, list, outcome, error: offline };

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
