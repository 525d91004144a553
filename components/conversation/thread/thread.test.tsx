import { screen } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { show } from '@/components/testing/show';
import type { AppError } from '@/lib/domain/app-error';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { aMessage, aSend, minute } from '@/lib/ui/conversation/testing/examples';
import type { Thread as ThreadState } from '@/lib/ui/conversation/use-thread';
import { Thread } from './Thread';
import { threadRows } from './thread-rows';
import { ThreadEmpty, ThreadLoading, ThreadStale, ThreadTop } from './ThreadStates';

const OFFLINE: AppError = { code: 'offline' };
const words = () => document.body.textContent;

test('a loading thread says so, and after a second that it takes a while', async () => {
  const { pass } = stoppedClock(0);
  await show(<ThreadLoading />);
  expect(words()).toContain(t('panel.thread.loading'));
  expect(words()).not.toContain(t('panel.thread.slow'));
  await pass(1_000);
  expect(words()).toContain(t('panel.thread.slow'));
});

test.each([
  [false, t('panel.thread.empty'), t('panel.thread.emptyHint')],
  [true, t('panel.thread.emptyFiltered'), t('panel.thread.emptyFilteredHint')],
])('an empty thread says what to do; filtered: %s', async (filtered, title, hint) => {
  await show(<ThreadEmpty filtered={filtered} />);
  expect(screen.getByText(title)).not.toBeNull();
  expect(screen.getByText(hint)).not.toBeNull();
});

describe('a thread whose newest messages could not be loaded', () => {
  async function stale(error: AppError, retrying = false) {
    const events: string[] = [];
    const { user } = await show(
      <ThreadStale
        error={error}
        asOf={minute(5)}
        retrying={retrying}
        onRetry={() => events.push('retry')}
        onConnect={() => events.push('connect')}
      />,
    );
    return { user, events };
  }

  test('says why, from when the shown ones are, and can be asked again', async () => {
    const { user, events } = await stale(OFFLINE);
    expect(screen.getByRole('status').textContent).toContain(t('error.offline.title'));
    expect(screen.getByRole('status').textContent).toContain(t('panel.thread.stale', { time: formatTime(minute(5)) }));
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(events).toEqual(['retry']);
  });

  test('is busy while it is asked again', async () => {
    const { user, events } = await stale(OFFLINE, true);
    await user.click(screen.getByRole('button', { name: t('common.retry'), busy: true }));
    expect(events).toEqual([]);
  });

  test('for want of a key leads to the options', async () => {
    const { user, events } = await stale({ code: 'key-rejected' });
    await user.click(screen.getByRole('button', { name: t('common.checkKey') }));
    expect(events).toEqual(['connect']);
  });
});

describe('the top of the thread', () => {
  async function top(older: Partial<ThreadState['older']>) {
    let loads = 0;
    const { user } = await show(
      <ThreadTop older={{ state: 'idle', error: null, load: () => void (loads += 1), ...older }} />,
    );
    return { user, loads: () => loads };
  }

  test.each([
    ['idle', ''],
    ['loading', t('panel.thread.older')],
    ['none', t('panel.thread.start')],
  ] as const)('when %s says "%s"', async (state, said) => {
    await top({ state });
    expect(words()).toBe(said);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says why older messages could not be loaded, and loads them again', async () => {
    const { user, loads } = await top({ state: 'failed', error: OFFLINE });
    expect(screen.getByRole('alert').textContent).toContain(
      t('panel.thread.olderFailed', { reason: t('error.offline.title') }),
    );
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(loads()).toBe(1);
  });
});

describe('the thread', () => {
  const rows = threadRows(
    [aMessage(1), aMessage(2, { direction: 'in' })],
    [aSend(3, { name: 'dispatching' })],
    minute(20),
    null,
  );

  async function thread(canLoadOlder: boolean) {
    let loads = 0;
    await show(
      <Thread
        label="Conversation with Jonas"
        rows={rows}
        top={<p>{'Start'}</p>}
        canLoadOlder={canLoadOlder}
        loadOlder={() => (loads += 1)}
        renderRow={(row) => <p>{row.key}</p>}
        region={createRef<HTMLDivElement>()}
      />,
    );
    return { loads: () => loads };
  }

  test('shows the rows below its top, oldest first, in a region that the keyboard reaches', async () => {
    await thread(false);
    const region = screen.getByRole('region', { name: 'Conversation with Jonas' });
    expect(region.tabIndex).toBe(0);
    expect(screen.getAllByText(/./u, { selector: 'p' }).map(({ textContent }) => textContent)).toEqual([
      'Start',
      ...rows.map(({ key }) => key),
    ]);
  });

  test('that does not fill its view loads older messages where there are some', async () => {
    const { pass } = stoppedClock(0);
    const { loads } = await thread(true);
    await pass(250);
    expect(loads()).toBeGreaterThan(0);
  });

  test('loads nothing once it is complete', async () => {
    const { pass } = stoppedClock(0);
    const { loads } = await thread(false);
    await pass(250);
    expect(loads()).toBe(0);
  });
});
