import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { downloads } from '@/components/testing/downloads';
import { fakeWorker, lateAnswer, noAnswer, type FakeWorker } from '@/components/testing/fake-worker';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import type { PendingCounts, SignedOut, InFlightReport } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { addEntry, sendEntry } from '@/lib/outbox/testing/entries';
import { KeyErasedNotice } from './KeyErasedNotice';
import { OtherAccounts } from './OtherAccounts';
import { SignOut } from './SignOut';

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };
const PENDING: PendingCounts = { adds: 1, messages: 2, unconfirmed: 3, undos: 4, drafts: 5 };
const SIGNED_OUT: Result<SignedOut> = ok({ state: 'signed-out', inFlight: [] });
const button = (name: string) => screen.getByRole('button', { name });
const items = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('signing out', () => {
  const dialog = () => screen.queryByRole('dialog', { name: t('options.signOut.ask') });

  /** The open question, with what the worker counts and answers. */
  async function asked(worker: FakeWorker) {
    const reports: (readonly InFlightReport[])[] = [];
    const shown = await show(<SignOut offered onDone={(inFlight) => reports.push(inFlight)} />, worker);
    await shown.user.click(button(t('options.signOut.button')));
    return { ...shown, reports };
  }

  test('is not offered without an account', async () => {
    await show(<SignOut offered={false} onDone={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('counts nothing before the question is open', async () => {
    const { worker } = await show(<SignOut offered onDone={() => undefined} />);
    expect(worker.inputs('session.pending')).toEqual([]);
    expect(dialog()).toBeNull();
  });

  test('says what is erased, what stays and where to revoke the key, and erases nothing yet', async () => {
    const { worker } = await asked(fakeWorker({ 'session.pending': () => ok(NOTHING) }));
    expect(dialog()?.textContent).toContain(t('options.signOut.erases'));
    expect(dialog()?.textContent).toContain(t('options.signOut.stays'));
    expect(within(screen.getByRole('dialog')).getByRole('link').getAttribute('href')).toContain('getsales.io');
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(document.activeElement).toBe(button(t('common.cancel')));
    expect(worker.inputs('session.signOut')).toEqual([]);
  });

  test('lists every kind of unfinished work that is lost', async () => {
    await asked(fakeWorker({ 'session.pending': () => ok(PENDING) }));
    expect(items()).toEqual([
      t('options.pending.adds', { count: 1 }),
      t('options.pending.messages', { count: 2 }),
      t('options.pending.unconfirmed', { count: 3 }),
      t('options.pending.undos', { count: 4 }),
      t('options.pending.drafts', { count: 5 }),
    ]);
  });

  test('cannot be confirmed while the work is counted', async () => {
    const { user, worker } = await asked(fakeWorker({ 'session.pending': noAnswer }));
    await user.click(screen.getByRole('button', { name: t('options.signOut.confirm'), busy: true }));
    expect(worker.inputs('session.signOut')).toEqual([]);
  });

  test('can be confirmed when the work cannot be counted', async () => {
    const worker = fakeWorker({
      'session.pending': () => err({ code: 'storage-unavailable', trouble: 'unknown' }),
      'session.signOut': () => SIGNED_OUT,
    });
    const { user, reports } = await asked(worker);
    await user.click(button(t('options.signOut.confirm')));
    expect(worker.inputs('session.signOut')).toEqual([{ confirmed: null }]);
    expect(reports).toEqual([[]]);
  });

  test.each(['Escape', 'Cancel'])('erases nothing when the question is closed by %s', async (how) => {
    const { user, worker } = await asked(fakeWorker({ 'session.pending': () => ok(PENDING) }));
    await (how === 'Escape' ? user.keyboard('{Escape}') : user.click(button(t('common.cancel'))));
    expect(dialog()).toBeNull();
    expect(worker.inputs('session.signOut')).toEqual([]);
  });

  test('confirms the counts that were shown, and passes on what was under way', async () => {
    const inFlight: readonly InFlightReport[] = [{ what: 'add', name: 'Ana', outcome: 'done' }];
    const worker = fakeWorker({
      'session.pending': () => ok(PENDING),
      'session.signOut': () => ok({ state: 'signed-out', inFlight }),
    });
    const { user, reports } = await asked(worker);
    await user.click(button(t('options.signOut.confirm')));
    expect(worker.inputs('session.signOut')).toEqual([{ confirmed: PENDING }]);
    expect(reports).toEqual([inFlight]);
    expect(dialog()).toBeNull();
  });

  test('waits for requests under way, says so after a second, and cannot be cancelled then', async () => {
    const { pass } = stoppedClock(0);
    const late = lateAnswer<Result<SignedOut>>();
    const worker = fakeWorker({ 'session.pending': () => ok(NOTHING), 'session.signOut': () => late.promise });
    const { user, reports } = await asked(worker);
    await user.click(button(t('options.signOut.confirm')));
    expect(screen.queryByText(t('options.inFlight.waiting'))).toBeNull();
    await pass(1_000);
    expect(screen.getByText(t('options.inFlight.waiting'))).not.toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: t('common.cancel') }).disabled).toBe(true);
    await user.keyboard('{Escape}');
    expect(dialog()).not.toBeNull();
    late.give(SIGNED_OUT);
    await settled();
    expect(reports).toEqual([[]]);
  });

  test('is asked again when more would be lost by then', async () => {
    let counted = NOTHING;
    const worker = fakeWorker({
      'session.pending': () => ok(counted),
      'session.signOut': () => ok({ state: 'confirm', pending: PENDING }),
    });
    counted = { ...NOTHING, adds: 1 };
    const { user, reports } = await asked(worker);
    expect(screen.getByText(t('options.pending.title'))).not.toBeNull();
    await user.click(button(t('options.signOut.confirm')));
    expect(screen.getByText(t('options.pending.again'))).not.toBeNull();
    expect(reports).toEqual([]);
  });

  test('that could not erase everything says so, and can be tried again', async () => {
    const answers: Result<SignedOut>[] = [err({ code: 'storage-unavailable', trouble: 'unknown' }), SIGNED_OUT];
    const worker = fakeWorker({
      'session.pending': () => ok(NOTHING),
      'session.signOut': () => answers.shift() ?? noAnswer(),
    });
    const { user, reports } = await asked(worker);
    await user.click(button(t('options.signOut.confirm')));
    expect(screen.getByRole('alert').textContent).toContain(t('options.signOut.failed'));
    await user.click(button(t('common.retry')));
    expect(reports).toEqual([[]]);
  });

  test('keeps a failed question open when the account is gone by then', async () => {
    const worker = fakeWorker({
      'session.pending': () => ok(NOTHING),
      'session.signOut': () => err({ code: 'storage-unavailable', trouble: 'unknown' }),
    });
    const { user, update } = await asked(worker);
    await user.click(button(t('options.signOut.confirm')));
    await update(<SignOut offered={false} onDone={() => undefined} />);
    expect(screen.getByRole('alert').textContent).toContain(t('options.signOut.failedBody'));
  });
});

describe('exporting before something is erased', () => {
  const entries = [
    sendEntry(2, { state: { name: 'cancelled', why: 'by-user' } }),
    addEntry(1, { state: { name: 'undone' } }),
  ];

  async function exporting(worker: FakeWorker) {
    const saved = downloads();
    const { user } = await show(<OtherAccounts />, worker);
    await user.click(button(t('options.records.export')));
    return saved;
  }

  test('saves all entries with their unsent texts', async () => {
    const [file, ...others] = await exporting(
      fakeWorker({ 'others.count': () => ok(2), 'others.list': () => ok(entries) }),
    );
    expect(others).toEqual([]);
    expect(file?.name).toBe(t('activity.file'));
    const text = await file?.text();
    expect(text).toContain('Shall we talk on Thursday?');
    expect(text).toContain('Mira Okonkwo');
    expect(screen.getByText(t('options.records.exported'))).not.toBeNull();
  });

  test('saves nothing when the entries cannot be read, and says why', async () => {
    const saved = await exporting(
      fakeWorker({ 'others.count': () => ok(2), 'others.list': () => err({ code: 'offline' }) }),
    );
    expect(saved).toEqual([]);
    expect(screen.getByText(t('activity.notDone', { reason: t('error.offline.title') }))).not.toBeNull();
  });

  test('is busy while the entries are read', async () => {
    await exporting(fakeWorker({ 'others.count': () => ok(2), 'others.list': noAnswer }));
    expect(screen.getByRole('button', { name: t('options.records.export'), busy: true })).not.toBeNull();
    expect(screen.queryByText(t('options.records.exported'))).toBeNull();
  });
});

describe('entries of other accounts', () => {
  const withEntries = (answers: Parameters<typeof fakeWorker>[0] = {}) =>
    fakeWorker({ 'others.count': () => ok(3), ...answers });
  const dialog = () => screen.queryByRole('dialog', { name: t('options.others.ask', { count: 3 }) });

  test.each([
    ['there are none', ok(0)],
    ['they cannot be counted', err({ code: 'offline' } as const)],
  ])('are not mentioned when %s', async (_why, answer) => {
    await show(<OtherAccounts />, fakeWorker({ 'others.count': () => answer }));
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('are erased after a question only', async () => {
    const { user, worker } = await show(<OtherAccounts />, withEntries({ 'others.erase': () => ok(null) }));
    expect(screen.getByText(t('options.others.title', { count: 3 }))).not.toBeNull();
    await user.click(button(t('options.others.erase')));
    expect(worker.inputs('others.erase')).toEqual([]);
    expect(dialog()?.textContent).toContain(t('options.others.erases'));
    await user.click(button(t('options.others.confirm')));
    expect(worker.inputs('others.erase')).toEqual([{}]);
    expect(dialog()).toBeNull();
  });

  test('stay when the question is cancelled', async () => {
    const { user, worker } = await show(<OtherAccounts />, withEntries());
    await user.click(button(t('options.others.erase')));
    await user.click(button(t('common.cancel')));
    expect(dialog()).toBeNull();
    expect(worker.inputs('others.erase')).toEqual([]);
  });

  test('can no longer be kept while they are erased', async () => {
    const { user } = await show(<OtherAccounts />, withEntries({ 'others.erase': noAnswer }));
    await user.click(button(t('options.others.erase')));
    await user.click(button(t('options.others.confirm')));
    expect(screen.getByRole('button', { name: t('options.others.confirm'), busy: true })).not.toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: t('common.cancel') }).disabled).toBe(true);
    await user.keyboard('{Escape}');
    expect(dialog()).not.toBeNull();
  });

  test('that cannot be erased stay in the question with the reason', async () => {
    const { user } = await show(
      <OtherAccounts />,
      withEntries({ 'others.erase': () => err({ code: 'storage-unavailable', trouble: 'quota' }) }),
    );
    await user.click(button(t('options.others.erase')));
    await user.click(button(t('options.others.confirm')));
    expect(screen.getByRole('alert').textContent).toContain(t('error.storageFull.title'));
    expect(dialog()).not.toBeNull();
  });
});

describe('the notice that a key was erased', () => {
  test.each([
    ['signed-out', t('options.signOut.done')],
    ['switched', t('options.switch.done')],
  ] as const)('names how: %s', async (how, words) => {
    await show(<KeyErasedNotice how={how} inFlight={[]} />);
    expect(screen.getByRole('status').textContent).toBe(words);
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  test.each<[InFlightReport, string]>([
    [{ what: 'add', name: 'Ana', outcome: 'done' }, t('options.inFlight.add', { name: 'Ana' })],
    [{ what: 'undo', name: 'Ana', outcome: 'unknown' }, t('options.inFlight.undo', { name: 'Ana' })],
    [{ what: 'message', name: 'Ana', outcome: 'unknown' }, t('options.inFlight.message', { name: 'Ana' })],
    [{ what: 'message-retry', name: '', outcome: 'done' }, t('options.inFlight.message-retry')],
    [{ what: 'list', name: 'VIPs', outcome: 'done' }, t('options.inFlight.list', { name: 'VIPs' })],
  ])('tells of a request under way: %o', async (report, words) => {
    await show(<KeyErasedNotice how="signed-out" inFlight={[report]} />);
    expect(items()).toEqual([`${words} ${t(`options.inFlight.${report.outcome}`)}`]);
  });
});
