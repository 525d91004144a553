import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { downloads } from '@/components/testing/downloads';
import { fakeWorker, lateAnswer, noAnswer } from '@/components/testing/fake-worker';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import type { ActivityPage } from '@/lib/domain/activity';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { formatDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { maraAccount } from '@/lib/domain/testing/account';
import { addEntry, contactA, entryIdOf, listA, sendEntry } from '@/lib/outbox/testing/entries';
import { Activity } from './Activity';
import { RequestLog } from './RequestLog';

const NOW = Date.UTC(2026, 10, 23, 13);
const WAITING = addEntry(1, {
  state: {
    name: 'waiting',
    error: { code: 'offline' },
    tries: 1,
    retryAt: '2026-11-23T14:00:00.000Z',
    mayHaveArrived: false,
  },
});
const DONE = addEntry(2, {
  personName: 'Ana Duarte',
  state: {
    name: 'done',
    outcome: { effect: 'created', contactId: contactA, listId: listA, listName: 'Recruiters', undoUntil: null },
  },
});
const UNCONFIRMED = sendEntry(3, { state: { name: 'unknown', error: { code: 'offline' }, checks: 0 } });

const page = (entries: readonly OutboxEntry[], change: Partial<ActivityPage> = {}): Result<ActivityPage> =>
  ok({ entries, next: null, damaged: 0, lostAt: null, ...change });
const withEntries = (...entries: readonly OutboxEntry[]) => fakeWorker({ 'activity.page': () => page(entries) });
const list = () => screen.queryByRole('list', { name: t('activity.list') });
const entryOf = (person: string): HTMLElement =>
  screen.getAllByRole('listitem').find((each) => each.textContent.includes(person)) ?? expect.fail(person);
const button = (name: string) => screen.getByRole('button', { name });

describe('the activity', () => {
  test('says that it is loading', async () => {
    await show(<Activity nowMs={NOW} />, fakeWorker({ 'activity.page': noAnswer }));
    expect(screen.getByText(t('activity.loading'))).not.toBeNull();
    expect(screen.queryByText(t('activity.empty'))).toBeNull();
  });

  test('says that it is empty', async () => {
    await show(<Activity nowMs={NOW} />);
    expect(screen.getByText(t('activity.empty'))).not.toBeNull();
    expect(list()).toBeNull();
  });

  test('that cannot be read never counts as empty, and is asked for again', async () => {
    const { user, worker } = await show(
      <Activity nowMs={NOW} />,
      fakeWorker({ 'activity.page': () => err({ code: 'storage-unavailable', trouble: 'blocked' }) }),
    );
    expect(screen.getByRole('alert').textContent).toContain(t('error.storageBlocked.title'));
    expect(screen.getByText(t('activity.stillWorks'))).not.toBeNull();
    expect(screen.queryByText(t('activity.empty'))).toBeNull();
    worker.answer({ 'activity.page': () => page([DONE]) });
    await user.click(button(t('common.retry')));
    expect(within(list() ?? expect.fail()).getAllByRole('listitem')).toHaveLength(1);
  });

  test('lists every entry with person, act and outcome', async () => {
    await show(<Activity nowMs={NOW} />, withEntries(DONE, WAITING));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(entryOf('Ana Duarte').textContent).toContain(t('activity.act.add', { list: 'Recruiters' }));
    expect(entryOf('Ana Duarte').textContent).toContain(t('activity.is.created', { list: 'Recruiters' }));
    expect(entryOf('Mira Okonkwo').textContent).toContain(t('error.offline.title'));
  });

  test(titleOf('D2', 'an add in Activity'), async () => {
    const { slug } = DONE.identity;
    await show(<Activity nowMs={NOW} />, withEntries(DONE));
    expect(within(entryOf('Ana Duarte')).getByText(slug ?? expect.fail()).tagName).toBe('BDI');
  });

  test('is asked for the connected account', async () => {
    const { worker } = await show(<Activity nowMs={NOW} />);
    expect(worker.accountOf('activity.page')).toBe(maraAccount.id);
  });

  test('asks for what the filter names, and says when nothing passes', async () => {
    const { user, worker } = await show(<Activity nowMs={NOW} />, withEntries());
    await user.selectOptions(screen.getByRole('combobox', { name: t('activity.show') }), t('activity.show.failed'));
    expect(worker.inputs('activity.page').at(-1)).toMatchObject({ show: 'failed', after: null });
    expect(screen.getByText(t('activity.emptyFiltered'))).not.toBeNull();
  });

  test('loads older entries below the newer ones', async () => {
    const next = { createdAt: DONE.createdAt, id: DONE.id };
    const { user, worker } = await show(
      <Activity nowMs={NOW} />,
      fakeWorker({ 'activity.page': ({ after }) => (after === null ? page([DONE], { next }) : page([WAITING])) }),
    );
    await user.click(button(t('activity.older')));
    expect(worker.inputs('activity.page').at(-1)).toMatchObject({ after: next });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: t('activity.older') })).toBeNull();
  });

  test('is busy while older entries are loading', async () => {
    const next = { createdAt: DONE.createdAt, id: DONE.id };
    const { user } = await show(
      <Activity nowMs={NOW} />,
      fakeWorker({ 'activity.page': ({ after }) => (after === null ? page([DONE], { next }) : noAnswer()) }),
    );
    await user.click(button(t('activity.older')));
    expect(screen.getByRole('button', { name: t('activity.olderLoading'), busy: true })).not.toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  test('says that entries are damaged, and that the browser deleted some', async () => {
    const lostAt = '2026-11-20T12:00:00.000Z';
    await show(<Activity nowMs={NOW} />, fakeWorker({ 'activity.page': () => page([DONE], { damaged: 2, lostAt }) }));
    expect(screen.getByText(t('activity.damaged', { count: 2 }))).not.toBeNull();
    expect(screen.getByText(t('activity.lost', { date: formatDate(lostAt) }))).not.toBeNull();
  });
});

describe('an entry', () => {
  const retry = t('activity.retryOf', { person: 'Mira Okonkwo' });
  const remove = t('activity.removeOf', { person: 'Mira Okonkwo' });

  test('that waits is tried again, and is busy until then', async () => {
    const worker = withEntries(WAITING);
    const late = lateAnswer<Result<never>>();
    worker.answer({ 'activity.retry': () => late.promise });
    const { user } = await show(<Activity nowMs={NOW} />, worker);
    await user.click(button(retry));
    await user.click(screen.getByRole('button', { name: retry, busy: true }));
    expect(worker.inputs('activity.retry')).toEqual([{ entryId: WAITING.id }]);
    late.give(err({ code: 'offline' }));
    await settled();
    expect(within(entryOf('Mira')).getByRole('status').textContent).toBe(
      t('activity.notDone', { reason: t('error.offline.title') }),
    );
  });

  test('that is removed leaves the focus in the list', async () => {
    const worker = withEntries(WAITING);
    const { user } = await show(<Activity nowMs={NOW} />, worker);
    worker.answer({
      'activity.remove': () => {
        worker.answer({ 'activity.page': () => page([]) });
        return ok(null);
      },
    });
    await user.click(button(remove));
    expect(worker.inputs('activity.remove')).toEqual([{ entryId: WAITING.id }]);
  });

  test('that is under way can no longer be removed', async () => {
    const worker = withEntries(WAITING);
    worker.answer({ 'activity.remove': () => err({ code: 'too-late' }) });
    const { user } = await show(<Activity nowMs={NOW} />, worker);
    await user.click(button(remove));
    expect(within(entryOf('Mira')).getByRole('status').textContent).toContain(t('error.tooLate.title'));
  });

  test('that is unconfirmed is looked for, never sent, and not removed on its first day', async () => {
    const worker = withEntries(UNCONFIRMED);
    worker.answer({ 'message.reconcile': () => ok({ state: 'unknown', entryId: entryIdOf(3) }) });
    const { user } = await show(<Activity nowMs={NOW} />, worker);
    expect(within(entryOf('Ana')).getAllByRole('button')).toHaveLength(1);
    await user.click(button(t('activity.checkOf', { person: 'Ana Duarte' })));
    expect(worker.inputs('message.reconcile')).toEqual([{ entryId: UNCONFIRMED.id }]);
    expect(worker.inputs('message.send')).toEqual([]);
  });

  test('that matched another contact links to that one', async () => {
    const matched = addEntry(4, {
      state: {
        name: 'done',
        outcome: {
          effect: 'matched-other',
          contactId: contactA,
          listId: listA,
          listName: 'Recruiters',
          undoUntil: null,
          matched: { name: 'Ana Duarte', company: null, mayHaveMoved: false },
        },
      },
    });
    await show(<Activity nowMs={NOW} />, withEntries(matched));
    expect(screen.getByRole('link').getAttribute('href')).toContain(contactA);
  });

  test('that is being added offers nothing', async () => {
    await show(<Activity nowMs={NOW} />, withEntries(addEntry(5)));
    expect(within(entryOf('Mira')).queryByRole('button')).toBeNull();
  });
});

describe('the export', () => {
  test('saves every page of what the filter shows, and says how many entries', async () => {
    const saved = downloads();
    const next = { createdAt: DONE.createdAt, id: DONE.id };
    const { user } = await show(
      <Activity nowMs={NOW} />,
      fakeWorker({ 'activity.page': ({ after }) => (after === null ? page([DONE], { next }) : page([UNCONFIRMED])) }),
    );
    await user.click(button(t('activity.export')));
    const text = (await saved[0]?.text()) ?? '';
    expect(saved.map(({ name }) => name)).toEqual([t('activity.file')]);
    expect(text.trim().split('\r\n')).toHaveLength(3);
    expect(text).not.toContain(UNCONFIRMED.text);
    expect(screen.getByText(t('activity.exported', { count: 2 }))).not.toBeNull();
  });

  test('is busy while entries are read', async () => {
    const { user } = await show(<Activity nowMs={NOW} />, fakeWorker({ 'activity.page': noAnswer }));
    await user.click(button(t('activity.export')));
    expect(screen.getByRole('button', { name: t('activity.exporting'), busy: true })).not.toBeNull();
  });

  test('that fails halfway saves nothing and says why', async () => {
    const saved = downloads();
    const next = { createdAt: DONE.createdAt, id: DONE.id };
    const { user } = await show(
      <Activity nowMs={NOW} />,
      fakeWorker({
        'activity.page': ({ after }) => (after === null ? page([DONE], { next }) : err({ code: 'key-replaced' })),
      }),
    );
    await user.click(button(t('activity.export')));
    expect(saved).toEqual([]);
    expect(screen.getByText(t('activity.notDone', { reason: t('error.keyReplaced.title') }))).not.toBeNull();
  });
});

describe('clearing the log', () => {
  const dialog = () => screen.queryByRole('dialog', { name: t('activity.eraseAsk') });

  test('happens after a question that says what stays', async () => {
    const { user, worker } = await show(<Activity nowMs={NOW} />, fakeWorker({ 'activity.erase': () => ok(null) }));
    await user.click(button(t('activity.erase')));
    expect(dialog()?.textContent).toContain(t('activity.eraseStays'));
    expect(worker.inputs('activity.erase')).toEqual([]);
    await user.click(button(t('activity.eraseConfirm')));
    expect(worker.inputs('activity.erase')).toEqual([{}]);
    expect(dialog()).toBeNull();
  });

  test('does not happen when the question is cancelled', async () => {
    const { user, worker } = await show(<Activity nowMs={NOW} />);
    await user.click(button(t('activity.erase')));
    await user.click(button(t('common.cancel')));
    expect(dialog()).toBeNull();
    expect(worker.inputs('activity.erase')).toEqual([]);
  });

  test('under way keeps the question open', async () => {
    const { user } = await show(<Activity nowMs={NOW} />, fakeWorker({ 'activity.erase': noAnswer }));
    await user.click(button(t('activity.erase')));
    await user.click(button(t('activity.eraseConfirm')));
    await user.keyboard('{Escape}');
    await user.click(button(t('common.cancel')));
    expect(dialog()).not.toBeNull();
    expect(screen.getByRole('button', { name: t('activity.eraseConfirm'), busy: true })).not.toBeNull();
  });

  test('that fails says why in the question', async () => {
    const { user } = await show(
      <Activity nowMs={NOW} />,
      fakeWorker({ 'activity.erase': () => err({ code: 'storage-unavailable', trouble: 'quota' }) }),
    );
    await user.click(button(t('activity.erase')));
    await user.click(button(t('activity.eraseConfirm')));
    expect(screen.getByRole('alert').textContent).toContain(t('error.storageFull.title'));
    expect(dialog()).not.toBeNull();
  });
});

describe('the request log', () => {
  const path = '/leads/api/leads/{uuid}';
  const request = { method: 'POST', path, fieldNames: ['lead.name'], status: 200, at: NOW, clockAheadMs: null };

  test('says that it is loading, and that it is empty', async () => {
    const late = lateAnswer<Result<readonly (typeof request)[]>>();
    await show(<RequestLog nowMs={NOW} />, fakeWorker({ 'requestLog.recent': () => late.promise }));
    expect(screen.getByText(t('requests.loading'))).not.toBeNull();
    late.give(ok([]));
    await settled();
    expect(screen.getByText(t('requests.empty'))).not.toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('shows method, path, names of fields and status', async () => {
    const noAnswerYet = { ...request, fieldNames: [], status: null };
    await show(<RequestLog nowMs={NOW} />, fakeWorker({ 'requestLog.recent': () => ok([request, noAnswerYet]) }));
    const [, first, second] = screen.getAllByRole('row');
    expect(first?.textContent).toContain('POST /leads/api/leads/{uuid}');
    expect(first?.textContent).toContain('lead.name');
    expect(first?.textContent).toContain('200');
    expect(within(second ?? expect.fail()).getAllByText(t('requests.noStatus'))).toHaveLength(2);
    expect(screen.getByRole('region', { name: t('requests.table') }).tabIndex).toBe(0);
  });

  test('is read again on request', async () => {
    const { user, worker } = await show(<RequestLog nowMs={NOW} />);
    worker.answer({ 'requestLog.recent': () => ok([request]) });
    await user.click(button(t('requests.refresh')));
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });

  test('that cannot be read says so and can be read again', async () => {
    const { user, worker } = await show(
      <RequestLog nowMs={NOW} />,
      fakeWorker({ 'requestLog.recent': () => err({ code: 'storage-unavailable', trouble: 'unknown' }) }),
    );
    expect(screen.getByRole('alert').textContent).toContain(t('error.storage.title'));
    expect(screen.queryByText(t('requests.empty'))).toBeNull();
    worker.answer({ 'requestLog.recent': () => ok([]) });
    await user.click(button(t('common.retry')));
    expect(screen.getByText(t('requests.empty'))).not.toBeNull();
  });
});
