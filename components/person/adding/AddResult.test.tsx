import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome } from '@/lib/domain/contact';
import { t } from '@/lib/i18n/text';
import { contactA, entryIdOf, listA, uuidOf } from '@/lib/outbox/testing/entries';
import { ListId } from '@/lib/domain/ids';
import type { AddState } from '@/lib/ui/adding/add-state';
import { AddResult } from './AddResult';

const list = { id: listA, name: 'Recruiters' };
const elsewhere = ListId.parse(uuidOf(302));
const entryId = entryIdOf(1);
const PERSON = 'Mira Okonkwo';
const OFFLINE: AppError = { code: 'offline' };

const outcome = (change: Partial<AddOutcome> = {}): AddOutcome => ({
  effect: 'created',
  contactId: contactA,
  listId: listA,
  listName: 'Recruiters',
  undoUntil: null,
  ...change,
});
const done = (change: Partial<AddOutcome> = {}): AddState => ({
  name: 'done',
  entryId,
  list,
  outcome: outcome(change),
});

/** Shows the result of an add; `pressed` collects what the user asks for. */
async function result(state: AddState) {
  const pressed: string[] = [];
  const press = (what: string) => () => void pressed.push(what);
  const of = (shown: AddState) => (
    <AddResult
      personName={PERSON}
      state={shown}
      onUndo={press('undo')}
      onRetry={press('retry')}
      onMove={press('move')}
      onChangeList={press('change list')}
      onConnect={press('connect')}
      onRefresh={press('refresh')}
      onTryNow={press('try now')}
      onCancel={press('cancel')}
    />
  );
  const { user, update } = await show(of(state));
  return {
    pressed,
    click: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
    become: (next: AddState) => update(of(next)),
  };
}

const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const said = (words: string) => screen.queryByText(saying(words)) !== null;

test.each<AddState>([
  { name: 'idle', dismissed: false },
  { name: 'idle', dismissed: true },
  { name: 'adding', list, ifPresent: 'keep' },
])('shows nothing before there is an outcome: %o', async (state) => {
  await result(state);
  expect(document.body.textContent).toBe('');
});

describe('an add that GetSales answered', () => {
  test.each<[string, Partial<AddOutcome>, string, string]>([
    ['created', {}, t('popup.result.created', { list: 'Recruiters' }), t('popup.result.createdBody')],
    ['moved', { effect: 'moved' }, t('popup.result.moved', { list: 'Recruiters' }), t('popup.result.movedBody')],
    ['kept', { effect: 'kept' }, t('popup.result.kept', { list: 'Recruiters' }), t('popup.result.keptBody')],
    [
      'kept without a list',
      { effect: 'kept', listId: null, listName: null },
      t('popup.result.keptNoList'),
      t('popup.result.keptBody'),
    ],
    [
      'created in a list without a known name',
      { listName: null },
      t('popup.result.created', { list: t('popup.guard.otherList') }),
      t('popup.result.createdBody'),
    ],
  ])('says what changed: %s', async (_name, change, title, body) => {
    await result(done(change));
    expect(said(title)).toBe(true);
    expect(said(body)).toBe(true);
    expect(buttons()).toContain(t('popup.result.changeList'));
  });

  test('names the list of the answer, not the chosen one', async () => {
    await result(done({ effect: 'kept', listId: elsewhere, listName: 'Partners' }));
    expect(said(t('popup.result.kept', { list: 'Partners' }))).toBe(true);
  });

  test('offers to move a contact that turned out to be elsewhere', async () => {
    const { click, pressed } = await result(done({ effect: 'kept', listId: elsewhere, listName: 'Partners' }));
    await click(t('popup.guard.move', { list: 'Recruiters' }));
    expect(pressed).toEqual(['move']);
  });

  test('offers no move to the list where the contact is', async () => {
    await result(done({ effect: 'kept' }));
    expect(buttons()).toEqual([t('popup.result.changeList')]);
  });

  test('lets the user choose another list', async () => {
    const { click, pressed } = await result(done());
    await click(t('popup.result.changeList'));
    expect(pressed).toEqual(['change list']);
  });

  test.each([
    [false, t('popup.result.matchedBody', { contact: 'Ana Duarte, Vinho' })],
    [true, t('popup.result.matchedMovedBody', { contact: 'Ana Duarte, Vinho', list: 'Recruiters' })],
  ])('warns of another contact and links to it; may have moved: %s', async (mayHaveMoved, body) => {
    const matched = { name: 'Ana Duarte', company: 'Vinho', mayHaveMoved };
    await result(done({ effect: 'matched-other', matched }));
    expect(said(t('popup.result.matchedOther'))).toBe(true);
    expect(said(body)).toBe(true);
    expect(screen.getByRole('link').getAttribute('href')).toContain(contactA);
    expect(buttons()).toEqual([]);
  });
});

describe('Undo', () => {
  const NOW = Date.UTC(2026, 10, 23, 12);
  const until = (ms: number) => new Date(NOW + ms).toISOString();
  const undo = () => screen.queryByRole('button', { name: t('common.undo') });

  test('is offered until its time, counted down for the eye only', async () => {
    const { pass } = stoppedClock(NOW);
    await result(done({ undoUntil: until(10_000) }));
    expect(undo()?.textContent).toContain('10');
    await pass(3_000);
    expect(undo()?.textContent).toContain('7');
    await pass(6_999);
    expect(undo()).not.toBeNull();
    await pass(1);
    expect(undo()).toBeNull();
  });

  test('undoes this add', async () => {
    stoppedClock(NOW);
    const { click, pressed } = await result(done({ undoUntil: until(10_000) }));
    await click(t('common.undo'));
    expect(pressed).toEqual(['undo']);
  });

  test.each([
    ['the effect cannot be undone', null],
    ['its time has passed', until(-1)],
  ])('is not offered when %s', async (_why, undoUntil) => {
    stoppedClock(NOW);
    await result(done({ undoUntil }));
    expect(undo()).toBeNull();
  });

  test('under way is busy, and the list cannot be changed until then', async () => {
    const { click, pressed } = await result({ name: 'undoing', entryId, list, outcome: outcome() });
    await click(t('popup.result.undoing'));
    expect(screen.getByRole('button', { name: t('popup.result.undoing'), busy: true })).not.toBeNull();
    expect(buttons()).toEqual([t('popup.result.undoing')]);
    expect(pressed).toEqual([]);
  });

  test.each([
    ['created', 'popup.result.undoneBody'],
    ['moved', 'popup.result.movedBackBody'],
  ] as const)('of an add that %s says what is true now', async (effect, body) => {
    await result({ name: 'undone', list, effect });
    expect(said(t('popup.result.undone'))).toBe(true);
    expect(said(t(body, { person: PERSON }))).toBe(true);
    expect(buttons()).toEqual([]);
  });

  test('that failed says that the contact is still there, and can be tried again', async () => {
    const { click, pressed } = await result({ name: 'undo-failed', entryId, list, outcome: outcome(), error: OFFLINE });
    expect(screen.getByRole('alert').textContent).toContain(t('error.offline.title'));
    expect(said(t('popup.result.stillThere', { list: 'Recruiters' }))).toBe(true);
    await click(t('common.retry'));
    expect(pressed).toEqual(['undo']);
  });

  test('that is no longer safe cannot be tried again', async () => {
    await result({ name: 'undo-failed', entryId, list, outcome: outcome(), error: { code: 'undo-unsafe' } });
    expect(screen.getByRole('alert').textContent).toContain(t('error.undoUnsafe.title'));
    expect(buttons()).toEqual([]);
  });
});

describe('an add that waits', () => {
  const waiting = (error: AppError): AddState => ({ name: 'waiting', entryId, list, ifPresent: 'keep', error });

  test.each<[AppError, 'popup.result.waitingReach' | 'popup.result.waitingAnswer' | 'popup.result.waitingKey']>([
    [OFFLINE, 'popup.result.waitingReach'],
    [{ code: 'unreachable', why: 'timeout' }, 'popup.result.waitingAnswer'],
    [{ code: 'server-trouble', status: 503 }, 'popup.result.waitingAnswer'],
    [{ code: 'rate-limited', retryAfterMs: 1_000 }, 'popup.result.waitingAnswer'],
    [{ code: 'key-rejected' }, 'popup.result.waitingKey'],
  ])('says what it waits for: %o', async (error, title) => {
    await result(waiting(error));
    expect(said(t(title, { person: PERSON }))).toBe(true);
  });

  test('can be tried now or cancelled', async () => {
    const { click, pressed } = await result(waiting(OFFLINE));
    await click(t('popup.result.tryNow'));
    await click(t('popup.result.drop'));
    expect(pressed).toEqual(['try now', 'cancel']);
  });

  test('for a key leads to the options instead', async () => {
    const { click, pressed } = await result(waiting({ code: 'key-expired' }));
    expect(buttons()).toEqual([t('common.checkKey'), t('popup.result.drop')]);
    await click(t('common.checkKey'));
    expect(pressed).toEqual(['connect']);
  });

  test('and was cancelled says that nothing will be tried', async () => {
    await result({ name: 'cancelled' });
    expect(said(t('popup.result.dropped'))).toBe(true);
    expect(said(t('popup.result.droppedBody'))).toBe(true);
  });
});

test('a contact that the user kept stays where it is', async () => {
  const { click, pressed } = await result({ name: 'kept', listName: 'Partners' });
  expect(said(t('popup.result.kept', { list: 'Partners' }))).toBe(true);
  await click(t('popup.result.changeList'));
  expect(pressed).toEqual(['change list']);
});

describe('a failed add', () => {
  const failed = (error: AppError): AddState => ({ name: 'failed', list, ifPresent: 'keep', error });

  test('can be tried again when that may help', async () => {
    const { click, pressed } = await result(failed({ code: 'server-trouble', status: 500 }));
    await click(t('common.retry'));
    expect(pressed).toEqual(['retry']);
  });

  test('for a key leads to the options', async () => {
    const { click, pressed } = await result(failed({ code: 'not-connected' }));
    await click(t('common.connect'));
    expect(pressed).toEqual(['connect']);
  });

  test('that GetSales refused says why and offers no retry', async () => {
    const problems = [{ field: 'headline', message: 'Too bold.' }];
    await result(failed({ code: 'refused', status: 422, problems }));
    expect(screen.getByRole('alert').textContent).toContain('Too bold.');
    expect(buttons()).toEqual([]);
  });
});

test.each([
  ['person-changed', 'popup.elsewhere.title'],
  ['tab-not-shared', 'popup.elsewhere.gone'],
  ['page-unreadable', 'popup.elsewhere.gone'],
] as const)('an add stopped because of %s sends nothing and looks again', async (code, title) => {
  const { click, pressed } = await result({ name: 'page-changed', error: { code } });
  expect(said(t(title))).toBe(true);
  expect(said(t('popup.elsewhere.body'))).toBe(true);
  await click(t('popup.elsewhere.show'));
  expect(pressed).toEqual(['refresh']);
});
