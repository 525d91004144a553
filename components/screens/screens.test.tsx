import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { freshChrome } from '@/components/testing/chrome';
import { fakeWorker, noAnswer } from '@/components/testing/fake-worker';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import type { Session } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { t } from '@/lib/i18n/text';
import { knownWorkspace } from '@/lib/settings/first-paint';
import { PanelScreen } from './panel/PanelScreen';
import { PopupScreen } from './popup/PopupScreen';

// The parts that the screens load by themselves.
await Promise.all([import('./popup/PopupPerson'), import('./popup/PopupPeoplePage'), import('./panel/PanelPerson')]);

const PROFILE = 'https://www.linkedin.com/in/mira-okonkwo/';
const ABSENT = ok({ kind: 'absent', asOf: '2026-11-23T12:00:00.000Z' } as const);
const DISCONNECTED: Result<Session> = ok({ state: 'disconnected' });
const REJECTED: Result<Session> = ok({ state: 'rejected', account: maraAccount });

type Answers = Parameters<typeof fakeWorker>[0];
const popup = (answers: Answers = {}) =>
  show(<PopupScreen />, fakeWorker({ 'contact.status': () => ABSENT, ...answers }));
const panel = (answers: Answers = {}) =>
  show(<PanelScreen />, fakeWorker({ 'contact.status': () => ABSENT, ...answers }));
const said = (words: string) => screen.queryAllByText(saying(words)).length > 0;
const words = () => document.body.textContent;

/** The browser with this page in front; null: a page that it does not tell. */
function inFront(url: string | null) {
  const browser = freshChrome();
  browser.tabUrl = url;
  return browser;
}

describe('the popup', () => {
  test('says that it is looking while the session is not known', async () => {
    inFront(PROFILE);
    await popup({ 'session.get': noAnswer });
    expect(said(t('popup.looking'))).toBe(true);
    expect(said(t('popup.bar.asking'))).toBe(true);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('shows the person before the session is known when a workspace is remembered', async () => {
    inFront(PROFILE);
    await knownWorkspace.setValue('Acme');
    await popup({ 'session.get': noAnswer });
    expect(said('Acme')).toBe(true);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('mira-okonkwo');
  });

  test.each([
    ['no account', DISCONNECTED, 'popup.connect.title', 'common.connect', 'popup.bar.disconnected'],
    ['a rejected key', REJECTED, 'popup.checkKey.title', 'common.checkKey', 'popup.bar.rejected'],
  ] as const)('with %s leads to the options', async (_name, session, title, name, bar) => {
    const browser = inFront(PROFILE);
    const { user } = await popup({ 'session.get': () => session });
    expect(said(t(title))).toBe(true);
    expect(said(t(bar))).toBe(true);
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.click(screen.getByRole('button', { name: t(name) }));
    expect(browser.opened).toEqual(['options', 'closed']);
  });

  test('whose session cannot be read says so and asks again', async () => {
    inFront(PROFILE);
    const { user, worker } = await popup({
      'session.get': () => err({ code: 'unexpected', reference: 'channel-lost' }),
    });
    expect(said(t('error.unexpected.title'))).toBe(true);
    worker.answer({ 'session.get': () => DISCONNECTED });
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(said(t('popup.connect.title'))).toBe(true);
  });

  test('shows the person of the address even when the page cannot be read', async () => {
    inFront(PROFILE);
    await popup();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('mira-okonkwo');
    expect(said(t('popup.person.unreadable'))).toBe(true);
    expect(said('Acme')).toBe(true);
  });

  test('opens the options by its icon', async () => {
    const browser = inFront(PROFILE);
    const { user } = await popup();
    await user.click(screen.getByRole('button', { name: t('common.options') }));
    expect(browser.opened).toEqual(['options', 'closed']);
  });

  test.each([
    ['a page that is not shared', null, t('popup.noProfile.body')],
    ['another site', 'https://example.com/', t('popup.noProfile.body')],
    ['the user’s own profile', 'https://www.linkedin.com/in/me/', t('popup.noProfile.self')],
  ])('on %s asks for a link', async (_name, url, body) => {
    inFront(url);
    await popup();
    expect(said(t('popup.noProfile.title'))).toBe(true);
    expect(said(body)).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: t('popup.paste.label') }));
  });
});

describe('a pasted link', () => {
  const field = () => screen.getByRole('textbox', { name: t('popup.paste.label') });
  const lookUp = (): HTMLButtonElement => screen.getByRole('button', { name: t('popup.paste.show') });

  test('cannot be looked up while it is empty', async () => {
    inFront(null);
    const { user } = await popup();
    expect(lookUp().disabled).toBe(true);
    await user.type(field(), '   ');
    expect(lookUp().disabled).toBe(true);
  });

  test('shows its person, and leads back to another link', async () => {
    inFront(null);
    const { user, worker } = await popup();
    await user.type(field(), `${PROFILE}{Enter}`);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('mira-okonkwo');
    expect(worker.inputs('contact.status')).toMatchObject([{ identity: { slug: 'mira-okonkwo' } }]);
    await user.click(screen.getByRole('button', { name: t('popup.paste.back') }));
    expect(field()).not.toBeNull();
  });

  test.each([
    ['hello', t('popup.paste.problem')],
    ['https://example.com/in/mira', t('popup.paste.problem')],
    ['https://www.linkedin.com/in/me/', t('popup.paste.self')],
    [`${PROFILE} https://www.linkedin.com/in/ana-duarte/`, t('popup.paste.several')],
    ['https://www.linkedin.com/messaging/thread/2-YWJj/', t('popup.paste.thread')],
    ['https://www.linkedin.com/company/nordlys/', t('popup.paste.notAPerson')],
  ])('that names no person says why: %s', async (text, problem) => {
    inFront(null);
    const { user, worker } = await popup();
    await user.click(field());
    await user.paste(text);
    await user.click(lookUp());
    expect(screen.getByRole('alert').textContent).toBe(problem);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(worker.inputs('contact.status')).toEqual([]);
  });
});

describe('the side panel', () => {
  test('says that it is looking while the session is not known', async () => {
    inFront(PROFILE);
    await panel({ 'session.get': noAnswer });
    expect(said(t('panel.looking'))).toBe(true);
  });

  test('without an account leads to the options', async () => {
    const browser = inFront(PROFILE);
    const { user } = await panel({ 'session.get': () => DISCONNECTED });
    expect(said(t('panel.connect.title'))).toBe(true);
    await user.click(screen.getByRole('button', { name: t('common.connect') }));
    expect(browser.opened).toEqual(['options']);
  });

  test('whose session cannot be read says so and asks again', async () => {
    inFront(PROFILE);
    const { user, worker } = await panel({ 'session.get': () => err({ code: 'unexpected', reference: 'x' }) });
    expect(said(t('error.unexpected.title'))).toBe(true);
    worker.answer({ 'session.get': () => DISCONNECTED });
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(said(t('panel.connect.title'))).toBe(true);
  });

  test('on a tab that is not shared says how to share it', async () => {
    inFront(null);
    await panel();
    expect(said(t('panel.hidden.title'))).toBe(true);
    expect(screen.getByRole('button', { name: t('panel.hidden.allow') })).not.toBeNull();
  });

  test.each([
    ['another site', 'https://example.com/', t('panel.noProfile.body')],
    ['the user’s own profile', 'https://www.linkedin.com/in/me/', t('panel.noProfile.self')],
  ])('on %s says that there is no person', async (_name, url, body) => {
    inFront(url);
    await panel();
    expect(said(t('panel.noProfile.title'))).toBe(true);
    expect(said(body)).toBe(true);
  });

  test('shows the person of the tab, and stays with a pinned one', async () => {
    inFront(PROFILE);
    const { user } = await panel();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('mira-okonkwo');
    expect(words()).toContain(t('panel.absent.body'));
    await user.click(screen.getByRole('button', { name: t('panel.header.following') }));
    expect(screen.getByRole('button', { name: t('panel.header.pinned') })).not.toBeNull();
  });
});
