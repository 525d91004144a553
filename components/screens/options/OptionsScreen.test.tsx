import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { freshChrome } from '@/components/testing/chrome';
import { fakeWorker, listsAre, noAnswer } from '@/components/testing/fake-worker';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import type { PendingCounts, Session } from '@/lib/domain/account';
import { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { t } from '@/lib/i18n/text';
import { addEntry, uuidOf } from '@/lib/outbox/testing/entries';
import { defaultListId } from '@/lib/settings/items';
import { OptionsScreen } from './OptionsScreen';

const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };
const DISCONNECTED: Result<Session> = ok({ state: 'disconnected' });
const REJECTED: Result<Session> = ok({ state: 'rejected', account: maraAccount });
const founders = { id: ListId.parse(uuidOf(1)), name: 'EU founders' };

type Answers = Parameters<typeof fakeWorker>[0];
const options = (answers: Answers = {}) => show(<OptionsScreen />, fakeWorker(answers));
const heading = (name: string | RegExp) => screen.queryByRole('heading', { name });
const keyField = () => screen.queryByLabelText(t('options.connect.key'));
const said = (words: string) => screen.queryAllByText(saying(words)).length > 0;
const currentStep = () =>
  screen
    .getAllByRole('listitem')
    .filter((item) => item.getAttribute('aria-current') === 'step')
    .map((item) => within(item).getByRole('heading', { level: 2 }).textContent);

describe('the options page', () => {
  test('shows its frame while the session is not known, and neither form nor activity', async () => {
    await options({ 'session.get': noAnswer });
    expect(said(t('options.lead.setup'))).toBe(true);
    expect(keyField()).toBeNull();
    expect(heading(t('activity.title'))).toBeNull();
    expect(screen.queryByRole('button', { name: t('options.signOut.button') })).toBeNull();
  });

  test('without an account opens the first step only', async () => {
    await options({ 'session.get': () => DISCONNECTED });
    expect(currentStep()).toEqual([t('options.connect.title')]);
    expect(keyField()).not.toBeNull();
    expect(said(t('options.defaults.later'))).toBe(true);
    expect(said(t('options.open.later'))).toBe(true);
    expect(heading(t('activity.title'))).toBeNull();
    expect(screen.queryByRole('button', { name: t('options.signOut.button') })).toBeNull();
  });

  test('says that the key was deleted when the user comes back, and keeps the account while the worker does not answer', async () => {
    const { worker } = await options();
    const comeBack = () =>
      act(async () => {
        window.dispatchEvent(new Event('visibilitychange'));
        await Promise.resolve();
      });
    worker.answer({ 'session.get': () => err({ code: 'unexpected', reference: 'channel-lost' }) });
    await comeBack();
    expect(said(t('options.account.connected', { name: 'Mara Lind' }))).toBe(true);
    worker.answer({ 'session.get': () => err({ code: 'key-unreadable' }) });
    await comeBack();
    expect(said(t('error.keyUnreadable.title'))).toBe(true);
    expect(said(t('options.account.connected', { name: 'Mara Lind' }))).toBe(false);
    expect(screen.queryByLabelText(t('options.connect.newKey'))).not.toBeNull();
  });

  test('with an account goes on with the defaults', async () => {
    await options({ 'lists.get': () => listsAre([founders]) });
    expect(said(t('options.lead.ready'))).toBe(true);
    expect(said(t('options.account.connected', { name: 'Mara Lind' }))).toBe(true);
    expect(said(t('options.account.lists', { count: 1 }))).toBe(true);
    expect(currentStep()).toEqual([t('options.defaults.title')]);
    expect(heading(t('activity.title'))).not.toBeNull();
    expect(heading(t('requests.title'))).not.toBeNull();
  });

  test('with a default list goes on with the icon, and names its shortcut', async () => {
    await defaultListId.setValue(founders.id);
    freshChrome().toolbar = { pinned: false, shortcut: 'Alt+L' };
    await options();
    expect(currentStep()).toEqual([t('options.open.title')]);
    expect(said(t('options.open.profile', { shortcut: 'Alt+L' }))).toBe(true);
  });

  test('has no step left once the icon is pinned', async () => {
    await defaultListId.setValue(founders.id);
    freshChrome().toolbar = { pinned: true, shortcut: '' };
    await options();
    expect(currentStep()).toEqual([]);
    expect(said(t('options.open.pinned'))).toBe(true);
  });

  test('with a rejected key asks for another one, and keeps activity and sign-out', async () => {
    await options({ 'session.get': () => REJECTED });
    expect(said(t('options.lead.replace'))).toBe(true);
    expect(screen.queryByLabelText(t('options.connect.newKey'))).not.toBeNull();
    expect(said(t('options.defaults.waiting'))).toBe(true);
    expect(heading(t('activity.title'))).not.toBeNull();
    expect(screen.queryByRole('button', { name: t('options.signOut.button') })).not.toBeNull();
  });

  test('asks for no lists of an account whose key is rejected', async () => {
    const { worker } = await options({ 'session.get': () => REJECTED });
    expect(worker.inputs('lists.get')).toEqual([]);
    expect(worker.inputs('senders.get')).toEqual([]);
  });

  test('whose session cannot be read says so and asks again', async () => {
    const { user, worker } = await options({
      'session.get': () => err({ code: 'storage-unavailable', trouble: 'blocked' }),
    });
    expect(said(t('error.storageBlocked.title'))).toBe(true);
    expect(heading(t('activity.title'))).toBeNull();
    worker.answer({ 'session.get': () => DISCONNECTED });
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(keyField()).not.toBeNull();
  });

  test('whose key cannot be decrypted can be signed out of', async () => {
    await options({ 'session.get': () => err({ code: 'key-unreadable' }) });
    expect(screen.queryByLabelText(t('options.connect.newKey'))).not.toBeNull();
    expect(screen.queryByRole('button', { name: t('options.signOut.button') })).not.toBeNull();
    expect(heading(t('activity.title'))).toBeNull();
  });
});

test('connecting shows the account and gives it the focus', async () => {
  const { user, worker } = await options({ 'session.get': () => DISCONNECTED });
  worker.answer({
    'session.connect': () => ok({ state: 'connected', account: maraAccount, inFlight: [] }),
    'session.get': () => ok({ state: 'connected', account: maraAccount }),
  });
  await user.type(screen.getByLabelText(t('options.connect.key')), 'a.b.c{Enter}');
  expect(said(t('options.account.connected', { name: 'Mara Lind' }))).toBe(true);
  expect(document.activeElement?.textContent).toBe(t('options.account.connected', { name: 'Mara Lind' }));
});

test('replacing the key can be cancelled, and gives the focus back to the account', async () => {
  const { user } = await options();
  await user.click(screen.getByRole('button', { name: t('options.account.replace') }));
  expect(document.activeElement).toBe(screen.getByLabelText(t('options.connect.newKey')));
  await user.click(screen.getByRole('button', { name: t('common.cancel') }));
  expect(document.activeElement?.textContent).toBe(t('options.account.connected', { name: 'Mara Lind' }));
});

test('a switch says what was under way under the former key', async () => {
  const { user, worker } = await options();
  const pending = { ...NOTHING, drafts: 1 };
  worker.answer({
    'session.connect': ({ confirmed }) =>
      confirmed === null
        ? ok({ state: 'confirm', account: maraAccount, pending })
        : ok({
            state: 'connected',
            account: { ...maraAccount, userName: 'Noor Haddad' },
            inFlight: [{ what: 'message', name: 'Ana', outcome: 'unknown' }],
          }),
  });
  await user.click(screen.getByRole('button', { name: t('options.account.replace') }));
  await user.type(screen.getByLabelText(t('options.connect.newKey')), 'a.b.c{Enter}');
  await user.click(screen.getByRole('button', { name: t('options.switch.confirm') }));
  expect(said(t('options.switch.done'))).toBe(true);
  expect(document.body.textContent).toContain(t('options.inFlight.message', { name: 'Ana' }));
  expect(said(t('options.account.connected', { name: 'Noor Haddad' }))).toBe(true);
});

test('signing out erases the page’s own answers, says what was under way, and focuses the key field', async () => {
  const { user, worker } = await options({
    'session.pending': () => ok(NOTHING),
    'activity.page': () => ok({ entries: [addEntry(1)], next: null, damaged: 0, lostAt: null }),
  });
  expect(document.body.textContent).toContain('Mira Okonkwo');
  worker.answer({
    'session.signOut': () => {
      worker.answer({ 'session.get': () => DISCONNECTED, 'activity.page': noAnswer });
      return ok({ state: 'signed-out', inFlight: [{ what: 'add', name: 'Ana', outcome: 'done' }] });
    },
  });
  await user.click(screen.getByRole('button', { name: t('options.signOut.button') }));
  await user.click(screen.getByRole('button', { name: t('options.signOut.confirm') }));
  expect(said(t('options.signOut.done'))).toBe(true);
  expect(document.body.textContent).toContain(t('options.inFlight.add', { name: 'Ana' }));
  expect(document.body.textContent).not.toContain('Mira Okonkwo');
  expect(document.body.textContent).not.toContain('Mara Lind');
  expect(document.activeElement).toBe(keyField());
});
