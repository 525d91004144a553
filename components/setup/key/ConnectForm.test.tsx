import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { fakeWorker, lateAnswer, noAnswer } from '@/components/testing/fake-worker';
import { show } from '@/components/testing/show';
import type { Connected, PendingCounts, InFlightReport } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { t } from '@/lib/i18n/text';
import { ConnectForm } from './ConnectForm';

const KEY = 'aaa.bbb.ccc';
const CONNECTED: Result<Connected> = ok({ state: 'connected', account: maraAccount, inFlight: [] });
const PENDING: PendingCounts = { adds: 2, messages: 0, unconfirmed: 1, undos: 0, drafts: 0 };
const QUESTION: Result<Connected> = ok({ state: 'confirm', account: maraAccount, pending: PENDING });
const ignore = (): void => undefined;

const field = (): HTMLInputElement => screen.getByLabelText(t('options.connect.key'));
const button = (name = t('options.connect.check')) => screen.getByRole('button', { name });

function form(onConnected: (inFlight: readonly InFlightReport[]) => void = ignore, onCancel?: () => void) {
  return (
    <ConnectForm
      replaces={false}
      focusField={false}
      onConnected={onConnected}
      {...(onCancel === undefined ? {} : { onCancel })}
    />
  );
}

/** The form of a worker that answers so to every key, after one key was pasted and sent. */
async function afterConnecting(...answers: readonly (Result<Connected> | Promise<Result<Connected>>)[]) {
  const reports: (readonly InFlightReport[])[] = [];
  const left = [...answers];
  const worker = fakeWorker({ 'session.connect': () => left.shift() ?? noAnswer() });
  const shown = await show(
    form((inFlight) => reports.push(inFlight)),
    worker,
  );
  await shown.user.type(field(), KEY);
  await shown.user.click(button());
  return { ...shown, reports };
}

describe('the key form', () => {
  test('hides what is typed, and links to the page with the keys', async () => {
    await show(form());
    expect(field().type).toBe('password');
    expect(field().autocomplete).toBe('off');
    expect(screen.getByRole('link', { name: new RegExp(t('options.connect.openKeys'), 'u') })).not.toBeNull();
    expect(screen.queryByRole('button', { name: t('common.cancel') })).toBeNull();
  });

  test('asks for a new key where one is replaced, and can be cancelled', async () => {
    let cancelled = 0;
    const onCancel = (): void => void (cancelled += 1);
    const { user } = await show(<ConnectForm replaces focusField onConnected={ignore} onCancel={onCancel} />);
    expect(document.activeElement).toBe(screen.getByLabelText(t('options.connect.newKey')));
    await user.click(button(t('common.cancel')));
    expect(cancelled).toBe(1);
  });

  test.each(['', '   ', '" "'])('asks for a key when "%s" is submitted, and sends nothing', async (typed) => {
    const { user, worker } = await show(form());
    await user.type(field(), `${typed}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe(t('options.connect.empty'));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
    expect(worker.inputs('session.connect')).toEqual([]);
  });

  test('stops asking for a key once something is typed', async () => {
    const { user } = await show(form());
    await user.click(button());
    await user.type(field(), 'a');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('refuses a text that is too long to be a key, without sending it', async () => {
    const { user, worker } = await show(form());
    await user.click(field());
    await user.paste('x'.repeat(8_193));
    await user.click(button());
    expect(screen.getByRole('alert').textContent).toContain(t('error.keyMalformed.title'));
    expect(worker.inputs('session.connect')).toEqual([]);
  });

  test('sends the key without what was copied along, once', async () => {
    const worker = fakeWorker({ 'session.connect': () => CONNECTED });
    const { user } = await show(form(), worker);
    await user.click(field());
    await user.paste(`Bearer ${KEY}\n`);
    await user.click(button());
    expect(worker.inputs('session.connect')).toEqual([{ key: KEY, confirmed: null }]);
  });

  test('is busy while the key is checked, and ignores a second press and typing', async () => {
    const { user, worker } = await afterConnecting(noAnswer());
    const busy = screen.getByRole('button', { name: t('options.connect.checking'), busy: true });
    await user.click(busy);
    await user.type(field(), 'more{Enter}');
    expect(field().readOnly).toBe(true);
    expect(field().value).toBe(KEY);
    expect(worker.inputs('session.connect')).toHaveLength(1);
  });

  test('says after a second that GetSales is slow', async () => {
    const { pass } = stoppedClock(0);
    await afterConnecting(noAnswer());
    expect(screen.queryByText(t('options.connect.slow'))).toBeNull();
    await pass(1_000);
    expect(screen.getByText(t('options.connect.slow'))).not.toBeNull();
  });

  test('empties the field and reports requests under way when GetSales accepts the key', async () => {
    const inFlight: readonly InFlightReport[] = [{ what: 'message', name: 'Ana', outcome: 'unknown' }];
    const { reports } = await afterConnecting(ok({ state: 'connected', account: maraAccount, inFlight }));
    expect(field().value).toBe('');
    expect(reports).toEqual([inFlight]);
  });

  test.each<[AppError, string]>([
    [{ code: 'key-malformed' }, 'error.keyMalformed.title'],
    [{ code: 'key-expired' }, 'error.keyExpired.title'],
    [{ code: 'key-rejected' }, 'error.keyRejected.title'],
    [{ code: 'forbidden', by: 'api' }, 'error.forbidden.title'],
  ])('keeps and selects a key that cannot be used: %o', async (error) => {
    const { reports } = await afterConnecting(err(error));
    expect(screen.getByRole('alert')).not.toBeNull();
    expect(field().value).toBe(KEY);
    expect(document.activeElement).toBe(field());
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, KEY.length]);
    expect(screen.queryByRole('button', { name: t('common.retry') })).toBeNull();
    expect(reports).toEqual([]);
  });

  test.each<AppError>([
    { code: 'offline' },
    { code: 'unreachable', why: 'timeout' },
    { code: 'server-trouble', status: 503 },
    { code: 'rate-limited', retryAfterMs: 1_000 },
  ])('offers to send the same key again after %o', async (error) => {
    const { user, worker, reports } = await afterConnecting(err(error), CONNECTED);
    await user.click(button(t('common.retry')));
    expect(worker.inputs('session.connect')).toEqual([
      { key: KEY, confirmed: null },
      { key: KEY, confirmed: null },
    ]);
    expect(reports).toEqual([[]]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('clears a failure once the key is changed', async () => {
    const { user } = await afterConnecting(err({ code: 'key-rejected' }));
    await user.type(field(), 'x');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a key of another account', () => {
  const dialog = () => screen.getByRole('dialog', { name: t('options.switch.title') });
  const question = () => screen.findByRole('dialog', { name: t('options.switch.title') });

  test('is connected only after a question that counts what is lost', async () => {
    const { user, worker, reports } = await afterConnecting(QUESTION, CONNECTED);
    await question();
    expect(
      within(dialog())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([t('options.pending.adds', { count: 2 }), t('options.pending.unconfirmed', { count: 1 })]);
    expect(dialog().textContent).toContain(t('options.switch.workspace', { user: 'Mara Lind', workspace: 'Acme' }));
    expect(document.activeElement).toBe(within(dialog()).getByRole('button', { name: t('common.cancel') }));
    expect(reports).toEqual([]);
    await user.click(within(dialog()).getByRole('button', { name: t('options.switch.confirm') }));
    expect(worker.inputs('session.connect').at(-1)).toEqual({ key: KEY, confirmed: PENDING });
    expect(reports).toEqual([[]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('of a workspace without a name is named by its user', async () => {
    await afterConnecting(ok({ state: 'confirm', account: { ...maraAccount, workspace: null }, pending: PENDING }));
    await question();
    expect(dialog().textContent).toContain(t('options.switch.user', { user: 'Mara Lind' }));
  });

  test.each(['Escape', 'Cancel'])('changes nothing when the question is closed by %s', async (how) => {
    const { user, worker } = await afterConnecting(QUESTION);
    await question();
    await (how === 'Escape' ? user.keyboard('{Escape}') : user.click(button(t('common.cancel'))));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(field().value).toBe(KEY);
    expect(worker.inputs('session.connect')).toHaveLength(1);
  });

  test('cannot be cancelled while the accounts are switched', async () => {
    const switching = lateAnswer<Result<Connected>>();
    const { user, reports } = await afterConnecting(QUESTION, switching.promise);
    await question();
    await user.click(button(t('options.switch.confirm')));
    expect(screen.getByRole('button', { name: t('options.switch.confirm'), busy: true })).not.toBeNull();
    expect(within(dialog()).getByRole<HTMLButtonElement>('button', { name: t('common.cancel') }).disabled).toBe(true);
    await user.keyboard('{Escape}');
    expect(dialog()).not.toBeNull();
    switching.give(CONNECTED);
    await waitFor(() => {
      expect(reports).toEqual([[]]);
    });
  });

  test('is asked about again when more would be lost by then', async () => {
    const more = { ...PENDING, drafts: 3 };
    const { user } = await afterConnecting(QUESTION, ok({ state: 'confirm', account: maraAccount, pending: more }));
    await question();
    expect(dialog().textContent).toContain(t('options.pending.title'));
    await user.click(button(t('options.switch.confirm')));
    expect(await screen.findByText(t('options.pending.again'))).not.toBeNull();
    expect(dialog().textContent).toContain(t('options.pending.drafts', { count: 3 }));
  });

  test('leaves the former key in force when switching fails', async () => {
    const { user, reports } = await afterConnecting(QUESTION, err({ code: 'storage-unavailable', trouble: 'quota' }));
    await question();
    await user.click(button(t('options.switch.confirm')));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain(t('error.storageFull.title'));
    expect(reports).toEqual([]);
  });
});
