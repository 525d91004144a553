import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeWorker } from '@/components/testing/fake-worker';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { err, ok } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { ClockWarning } from './ClockWarning';

const HOUR_MS = 3_600_000;
const request = (clockAheadMs: number | null): LoggedRequest => ({
  method: 'GET',
  path: '/leads/api/lists',
  fieldNames: [],
  status: 200,
  at: 0,
  clockAheadMs,
});
const answering = (...differences: readonly (number | null)[]) => ok(differences.map(request));
const warning = () => screen.queryByRole('status');

test.each([
  ['nothing was asked yet', answering()],
  ['the clocks agree', answering(2_000, 30 * HOUR_MS)],
  ['the difference is below an hour', answering(HOUR_MS - 1)],
  ['GetSales sends no date', answering(null)],
  ['the requests cannot be read', err({ code: 'storage-unavailable', trouble: 'unknown' } as const)],
])('nothing is said while %s', async (_why, requests) => {
  await show(<ClockWarning />, fakeWorker({ 'requestLog.recent': () => requests }));
  expect(warning()).toBeNull();
});

test.each([
  ['an hour behind', HOUR_MS, '1 hour'],
  ['two days and a half ahead', -60 * HOUR_MS, '3 days'],
  ['47 hours behind', 47 * HOUR_MS, '47 hours'],
])('a clock that is %s is named', async (_what, ahead, difference) => {
  await show(<ClockWarning />, fakeWorker({ 'requestLog.recent': () => answering(null, ahead, 0) }));
  expect(warning()?.textContent).toContain(t('clock.title'));
  expect(screen.queryByText(saying(t('clock.body', { difference })))).not.toBeNull();
});

test('the warning ends when the user comes back with a clock that was set right', async () => {
  const { worker } = await show(<ClockWarning />, fakeWorker({ 'requestLog.recent': () => answering(30 * HOUR_MS) }));
  expect(warning()).not.toBeNull();
  worker.answer({ 'requestLog.recent': () => answering(0, 30 * HOUR_MS) });
  await act(async () => {
    window.dispatchEvent(new Event('focus'));
    await Promise.resolve();
  });
  expect(warning()).toBeNull();
});
