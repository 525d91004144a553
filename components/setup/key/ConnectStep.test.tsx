import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import type { Account } from '@/lib/domain/account';
import { maraAccount } from '@/lib/domain/testing/account';
import { formatDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { SessionView } from '@/lib/ui/worker/use-session';
import { ConnectStep, type ReplaceForm } from './ConnectStep';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;
const ignore = (): void => undefined;
const newKey = () => screen.queryByLabelText(t('options.connect.newKey'));
const facts = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

interface Step {
  readonly session: SessionView;
  readonly lists?: number | null;
  readonly senders?: number | null;
  readonly form?: ReplaceForm;
  readonly onForm?: (form: ReplaceForm) => void;
  readonly onRetry?: () => void;
}

function step({ session, lists = null, senders = null, form = 'untouched', onForm = ignore, onRetry = ignore }: Step) {
  return (
    <ConnectStep
      {...{ session, lists, senders, form, onForm, onRetry }}
      nowMs={NOW}
      onConnected={ignore}
      signedOut={false}
    />
  );
}

const connected = (change: Partial<Account> = {}): SessionView => ({
  state: 'connected',
  account: { ...maraAccount, ...change },
});
const expiring = (inMs: number): SessionView => connected({ keyExpiresAt: new Date(NOW + inMs).toISOString() });

test('shows that it is loading until the session is known', async () => {
  await show(step({ session: { state: 'asking', expected: false } }));
  expect(screen.getByRole('status').textContent).toBe(t('common.loading'));
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('offers to ask again when the session cannot be read, and no form', async () => {
  let retries = 0;
  const session: SessionView = { state: 'failed', error: { code: 'storage-unavailable', trouble: 'blocked' } };
  const { user } = await show(step({ session, onRetry: () => (retries += 1) }));
  expect(screen.queryByLabelText(t('options.connect.key'))).toBeNull();
  await user.click(screen.getByRole('button', { name: t('common.retry') }));
  expect(retries).toBe(1);
});

test('asks for a key without an account', async () => {
  await show(step({ session: { state: 'disconnected' } }));
  expect(screen.getByLabelText(t('options.connect.key'))).not.toBeNull();
});

test('focuses the key field after a sign-out', async () => {
  await show(
    <ConnectStep
      session={{ state: 'disconnected' }}
      lists={null}
      senders={null}
      nowMs={NOW}
      onRetry={ignore}
      form="untouched"
      onForm={ignore}
      onConnected={ignore}
      signedOut
    />,
  );
  expect(document.activeElement).toBe(screen.getByLabelText(t('options.connect.key')));
});

test('asks for a new key when the stored one cannot be decrypted', async () => {
  await show(step({ session: { state: 'failed', error: { code: 'key-unreadable' } } }));
  expect(screen.getByRole('alert').textContent).toContain(t('error.keyUnreadable.title'));
  expect(newKey()).not.toBeNull();
});

test('shows a rejected account as a former one, with the form for a new key', async () => {
  await show(step({ session: { state: 'rejected', account: maraAccount } }));
  expect(screen.getByText(saying(t('options.account.was', { name: 'Mara Lind' })))).not.toBeNull();
  expect(screen.queryByText(saying(t('options.account.connected', { name: 'Mara Lind' })))).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain(t('error.keyRejected.title'));
  expect(newKey()).not.toBeNull();
});

test('shows the connected account with what is known of its workspace', async () => {
  const keyExpiresAt = new Date(NOW + 400 * DAY_MS).toISOString();
  await show(step({ session: connected({ keyExpiresAt }), lists: 12, senders: 1 }));
  expect(screen.getByText(saying(t('options.account.connected', { name: 'Mara Lind' })))).not.toBeNull();
  expect(facts()).toEqual([
    t('options.account.workspace', { name: 'Acme' }),
    t('options.account.lists', { count: 12 }),
    t('options.account.senders', { count: 1 }),
    expect.stringContaining('abcd'),
    t('options.account.validUntil', { date: formatDate(keyExpiresAt) }),
  ]);
});

test('leaves out what is not known of the workspace', async () => {
  await show(step({ session: connected({ workspace: null }) }));
  expect(facts()).toEqual([t('options.account.keyTail', { tail: 'abcd' })]);
});

test.each([
  ['in 3 days', 3 * DAY_MS + 1, t('options.account.ending', { count: 3 })],
  ['today', DAY_MS / 2, t('options.account.endingToday')],
  ['already', -1, t('options.account.ended')],
])('warns that the key expires %s, with the button that helps', async (_when, inMs, words) => {
  const forms: ReplaceForm[] = [];
  const { user } = await show(step({ session: expiring(inMs), onForm: (form) => forms.push(form) }));
  expect(screen.getByText(words)).not.toBeNull();
  await user.click(screen.getByRole('button', { name: t('options.account.replace') }));
  expect(forms).toEqual(['replacing']);
});

test('does not warn of a key that is valid for a month', async () => {
  await show(step({ session: expiring(30 * DAY_MS) }));
  expect(screen.queryByText(t('options.account.endingBody'))).toBeNull();
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('opens the form for another key, and closes it again', async () => {
  const forms: ReplaceForm[] = [];
  const { user } = await show(step({ session: connected(), form: 'replacing', onForm: (form) => forms.push(form) }));
  expect(document.activeElement).toBe(newKey());
  expect(screen.queryByRole('button', { name: t('options.account.replace') })).toBeNull();
  await user.click(screen.getByRole('button', { name: t('common.cancel') }));
  expect(forms).toEqual(['settled']);
});

test('focuses the account once the form has closed', async () => {
  await show(step({ session: connected(), form: 'settled' }));
  expect(document.activeElement?.textContent).toBe(t('options.account.connected', { name: 'Mara Lind' }));
});
