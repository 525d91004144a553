import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { fakeWorker } from '@/components/testing/fake-worker';
import { show } from '@/components/testing/show';
import { ok } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { SiteAccess } from './SiteAccess';

const GETSALES = { origins: ['https://amazing.getsales.io/*'] };
const allow = () => screen.queryByRole('button', { name: t('access.allow') });

/** The notice in a browser that allows or withholds access; `change` is the user's choice in the browser's settings. */
async function noticeWith(isAllowed: boolean) {
  let now = isAllowed;
  const listeners: Parameters<typeof chrome.permissions.onAdded.addListener>[0][] = [];
  vi.spyOn(chrome.permissions, 'contains').mockImplementation(() => Promise.resolve(now));
  vi.spyOn(chrome.permissions.onAdded, 'addListener').mockImplementation((listener) => {
    listeners.push(listener);
  });
  const change = (allowed: boolean): Promise<void> =>
    act(async () => {
      now = allowed;
      for (const listener of listeners) listener({});
      await Promise.resolve();
    });
  const shown = await show(<SiteAccess />, fakeWorker({ 'connection.back': () => ok(null) }));
  return { ...shown, change };
}

test('nothing is said while the browser allows access', async () => {
  const { worker } = await noticeWith(true);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(worker.inputs('connection.back')).toEqual([]);
});

test('withheld access is named, asked for in the click, and what waits is carried on once it is allowed', async () => {
  const request = vi.spyOn(chrome.permissions, 'request').mockImplementation(() => Promise.resolve(false));
  const { user, worker, change } = await noticeWith(false);
  expect(screen.getByRole('alert').textContent).toContain(t('access.body'));
  await user.click(allow() ?? expect.fail('no button'));
  expect(request).toHaveBeenCalledWith(GETSALES);
  expect(worker.inputs('connection.back')).toEqual([]);
  expect(allow()).not.toBeNull();
  await change(true);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(worker.inputs('connection.back')).toEqual([{}]);
});

test('access that is withdrawn while the page is open is named', async () => {
  const { change } = await noticeWith(true);
  await change(false);
  expect(allow()).not.toBeNull();
});
