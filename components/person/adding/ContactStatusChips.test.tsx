import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { aContact, presentStatus } from '@/components/testing/people';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStatus } from '@/lib/domain/contact';
import { t } from '@/lib/i18n/text';
import { ContactStatusChips } from './ContactStatusChips';

const NOW = Date.UTC(2026, 10, 23, 12);
const ABSENT: ContactStatus = { kind: 'absent', asOf: new Date(NOW).toISOString() };
const OFFLINE: AppError = { code: 'offline' };
const said = (words: string) => screen.queryByText(saying(words)) !== null;

async function chips(contactStatus: ContactStatus | null, error: AppError | null = null, asking = false) {
  let retries = 0;
  const { user } = await show(
    <ContactStatusChips
      contactStatus={contactStatus}
      error={error}
      asking={asking}
      onRetry={() => (retries += 1)}
      nowMs={NOW}
    />,
  );
  return { user, retries: () => retries };
}

test('says that GetSales is asked, and after a second that it takes a while', async () => {
  const { pass } = stoppedClock(NOW);
  await chips(null, null, true);
  expect(said(t('popup.contactStatus.asking'))).toBe(true);
  expect(said(t('popup.contactStatus.slow'))).toBe(false);
  await pass(1_000);
  expect(said(t('popup.contactStatus.slow'))).toBe(true);
});

describe('a lookup that failed', () => {
  test('never says that the person is absent, and can be repeated', async () => {
    const { user, retries } = await chips(null, OFFLINE);
    expect(said(t('popup.contactStatus.absent'))).toBe(false);
    expect(said(t('popup.contactStatus.failed'))).toBe(true);
    expect(said(t('popup.contactStatus.failedHint', { reason: t('error.offline.title') }))).toBe(true);
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(retries()).toBe(1);
  });

  test('and is repeated says that GetSales is asked', async () => {
    await chips(null, OFFLINE, true);
    expect(said(t('popup.contactStatus.asking'))).toBe(true);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('keeps the last answer', async () => {
    await chips(ABSENT, OFFLINE);
    expect(said(t('popup.contactStatus.absent'))).toBe(true);
    expect(said(t('popup.contactStatus.failed'))).toBe(false);
  });
});

describe('the answer of GetSales', () => {
  test('says that a person is not there', async () => {
    await chips(ABSENT);
    expect(screen.getByRole('status').textContent).toBe(t('popup.contactStatus.absent'));
  });

  test('names the list, or says that there is none or that its name is not known', async () => {
    await chips(presentStatus({ listName: 'Partners' }));
    expect(said(t('popup.contactStatus.onList', { list: 'Partners' }))).toBe(true);
  });

  test.each([
    ['no list', aContact({ listId: null }), t('popup.contactStatus.noList')],
    ['a list whose name is not known', aContact(), t('popup.contactStatus.present')],
  ])('says so of %s', async (_name, contact, words) => {
    await chips(presentStatus({ contact, listName: null }));
    expect(screen.getByRole('status').textContent).toBe(words);
  });

  test('names stage, running automations and the last reply', async () => {
    await chips(
      presentStatus({
        listName: 'Partners',
        stageName: 'Engaging',
        automations: [
          { name: 'Q4 outreach', status: 'in_progress' },
          { name: 'Old one', status: 'finished' },
          { name: 'Odd one', status: 'some_new_word' },
        ],
        lastReplyAt: new Date(NOW - 2 * 86_400_000).toISOString(),
      }),
    );
    expect(said(t('popup.contactStatus.stage', { stage: 'Engaging' }))).toBe(true);
    expect(said(t('popup.contactStatus.automation', { automation: 'Q4 outreach' }))).toBe(true);
    expect(said(t('popup.contactStatus.automation', { automation: 'Odd one' }))).toBe(true);
    expect(said(t('popup.contactStatus.automation', { automation: 'Old one' }))).toBe(false);
    expect(screen.getByText(/2 days ago/u)).not.toBeNull();
  });

  test('says when details are missing', async () => {
    await chips(presentStatus({ extras: 'partial' }));
    expect(said(t('popup.contactStatus.partial'))).toBe(true);
  });
});
