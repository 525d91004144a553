import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { show } from '@/components/testing/show';
import type { AppError } from '@/lib/domain/app-error';
import { t } from '@/lib/i18n/text';
import { Avatar } from './Avatar';
import { Button } from './Button';
import { ErrorNotice } from './ErrorNotice';
import { ExternalLink } from './ExternalLink';
import { NotLoaded } from './NotLoaded';
import { Notice } from './Notice';
import { Skeleton } from './Skeleton';

const OFFLINE: AppError = { code: 'offline' };
const noop = (): void => undefined;

test.each(['alert', 'status'] as const)('a notice can be announced as %s', async (announce) => {
  await show(
    <Notice tone="bad" title="Not sent" announce={announce} actions={<Button>{'Again'}</Button>}>
      {'Nothing was lost.'}
    </Notice>,
  );
  const notice = screen.getByRole(announce);
  expect(notice.textContent).toContain('Not sent');
  expect(notice.textContent).toContain('Nothing was lost.');
  expect(within(notice).getByRole('button', { name: 'Again' })).not.toBeNull();
});

test('a notice that was there from the start is not announced', async () => {
  await show(<Notice tone="plain" title="No profile here" />);
  expect(screen.getByText('No profile here')).not.toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByRole('status')).toBeNull();
});

test('a page that could not be loaded is announced with the button that reloads it', async () => {
  await show(<NotLoaded />);
  const notice = screen.getByRole('alert');
  expect(notice.textContent).toContain(t('common.notLoaded'));
  expect(within(notice).getByRole('button', { name: t('common.reload') })).not.toBeNull();
});

describe('an error', () => {
  test('is announced with what happened and what was kept', async () => {
    await show(<ErrorNotice error={OFFLINE} />);
    const notice = screen.getByRole('alert');
    expect(notice.textContent).toContain(t('error.offline.title'));
    expect(notice.textContent).toContain(t('error.offline.body'));
  });

  test('offers the retry that helps, and none where there is no retry', async () => {
    let retries = 0;
    const { user, update } = await show(<ErrorNotice error={OFFLINE} onRetry={() => (retries += 1)} />);
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(retries).toBe(1);
    await update(<ErrorNotice error={OFFLINE} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('shows that a retry is under way', async () => {
    await show(<ErrorNotice error={OFFLINE} onRetry={noop} retrying />);
    expect(screen.getByRole('button', { name: t('common.retry'), busy: true })).not.toBeNull();
  });

  test.each<[AppError, 'common.connect' | 'common.checkKey']>([
    [{ code: 'not-connected' }, 'common.connect'],
    [{ code: 'key-rejected' }, 'common.checkKey'],
    [{ code: 'key-expired' }, 'common.checkKey'],
    [{ code: 'key-unreadable' }, 'common.checkKey'],
  ])('that needs a key opens the options: %o', async (error, words) => {
    let opened = 0;
    const { user } = await show(<ErrorNotice error={error} onConnect={() => (opened += 1)} onRetry={noop} />);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: t(words) }));
    expect(opened).toBe(1);
  });

  test.each([
    ['none yet', 'no_update', 'error.storageNewer.none'],
    ['asked too often', 'throttled', 'error.storageNewer.none'],
    ['under way', 'update_available', 'error.storageNewer.body'],
  ] as const)('of a newer version’s data offers the update: %s', async (_what, status, words) => {
    const asked = vi.spyOn(chrome.runtime, 'requestUpdateCheck').mockImplementation(() => Promise.resolve({ status }));
    const { user } = await show(<ErrorNotice error={{ code: 'storage-unavailable', trouble: 'newer' }} />);
    await user.click(screen.getByRole('button', { name: t('error.storageNewer.update') }));
    expect(asked).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain(t(words));
  });

  test.each<AppError>([
    { code: 'refused', status: 422, problems: [] },
    { code: 'payment-required' },
    { code: 'forbidden', by: 'api' },
    { code: 'too-late' },
    { code: 'undo-unsafe' },
  ])('that no button helps has none: %o', async (error) => {
    await show(<ErrorNotice error={error} onRetry={noop} onConnect={noop} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('of a refusal shows GetSales’ own words', async () => {
    const problems = [
      { field: 'headline', message: 'Too bold.' },
      { field: 'name', message: 'Too long.' },
    ];
    await show(<ErrorNotice error={{ code: 'refused', status: 422, problems }} />);
    expect(screen.getByRole('alert').textContent).toContain('Too bold. Too long.');
  });

  test.each([
    [0, 1],
    [1_500, 2],
    [30_000, 30],
  ])('of the limit says how long to wait: %i ms', async (retryAfterMs, count) => {
    await show(<ErrorNotice error={{ code: 'rate-limited', retryAfterMs }} onRetry={noop} />);
    expect(screen.getByRole('alert').textContent).toContain(t('error.rateLimited.body', { count }));
  });
});

test('a skeleton says once what is loading', async () => {
  await show(<Skeleton lines={[85, 40]} label="Loading lists" />);
  expect(screen.getByRole('status').textContent).toBe('Loading lists');
});

test('a link out of the extension says that it opens a new tab, and passes nothing on', async () => {
  await show(<ExternalLink href="https://amazing.getsales.io/">{'Open GetSales'}</ExternalLink>);
  const link = screen.getByRole('link', { name: new RegExp(`^Open GetSales.*${t('common.newTab')}`, 'u') });
  expect(link.getAttribute('href')).toBe('https://amazing.getsales.io/');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')?.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
});

test.each([
  ['Mira Okonkwo', 'MO'],
  ['Ana Maria de Souza', 'AS'],
  ['Kofi', 'K'],
  ['王小明', '王'],
  ['Mira (she/her) Okonkwo', 'MO'],
  ['', ''],
  [null, ''],
])('an avatar of %s shows the initials "%s" and is hidden from screen readers', async (name, initials) => {
  await show(<Avatar name={name} />);
  expect(document.body.textContent).toBe(initials);
  expect(screen.queryByText(initials === '' ? 'none' : initials, { ignore: '[aria-hidden]' })).toBeNull();
});
