import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { lateAnswer } from '@/components/testing/fake-worker';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import type { Message } from '@/lib/domain/conversation';
import { err, ok, type Result } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { aMessage, minute } from '@/lib/ui/conversation/testing/examples';
import { MessageRow } from './MessageRow';

const NOW = Date.parse(minute(30));
const neverRetried = (): Promise<never> => Promise.reject(new Error('nothing to retry'));

interface Row {
  readonly day?: string | null;
  readonly namesReceiver?: boolean;
  readonly retry?: (message: Message) => Promise<Result<Message>>;
}

const row = (message: Message, { day = null, namesReceiver = false, retry = neverRetried }: Row = {}) => (
  <MessageRow
    message={message}
    day={day}
    personName="Jonas Berg"
    senderName="Mara (DE)"
    namesReceiver={namesReceiver}
    nowMs={NOW}
    locale="en-GB"
    retry={retry}
  />
);

const words = () => document.body.textContent;

describe('our own message', () => {
  test.each<[string, Partial<Message>, string]>([
    ['queued', { state: 'queued' }, t('panel.status.queued')],
    ['being sent', { state: 'sending' }, t('panel.status.sending')],
    ['sent', { state: 'sent' }, t('panel.status.sent')],
    ['read', { state: 'sent', readAt: minute(5) }, t('panel.status.read')],
    ['failed', { state: 'failed' }, t('panel.status.failed')],
    [
      'failed for a reason',
      { state: 'failed', failReason: 'Not connected' },
      t('panel.status.failedBecause', { reason: 'Not connected' }),
    ],
    ['in a state that we do not know', { state: 'other', status: 'snoozed' }, 'snoozed'],
  ])('that is %s says so', async (_state, change, status) => {
    await show(row(aMessage(1, change)));
    expect(screen.getByText(status)).not.toBeNull();
    expect(screen.getByText('Mara (DE)')).not.toBeNull();
    expect(screen.getByText('Message 1')).not.toBeNull();
  });

  test('says when an automation wrote it', async () => {
    await show(row(aMessage(1, { origin: 'auto' })));
    expect(screen.getByText(t('panel.message.automation'))).not.toBeNull();
  });

  test.each(['queued', 'sending', 'sent', 'other'] as const)('that is %s offers no retry', async (state) => {
    await show(row(aMessage(1, { state })));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('their message', () => {
  const incoming = (change: Partial<Message> = {}) => aMessage(1, { direction: 'in', ...change });

  test('names the person and has no status', async () => {
    await show(row(incoming({ state: 'failed', readAt: minute(5) })));
    expect(screen.getByText('Jonas Berg')).not.toBeNull();
    expect(words()).not.toContain(t('panel.status.failed'));
    expect(words()).not.toContain(t('panel.status.read'));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('names its receiver where several senders write', async () => {
    await show(row(incoming(), { namesReceiver: true }));
    expect(words()).toContain(t('panel.message.via', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  });
});

describe('the content', () => {
  test.each([null, '', '  \n'])('of a message without text (%j) is named', async (text) => {
    await show(row(aMessage(1, { text })));
    expect(screen.getByText(t('panel.message.empty'))).not.toBeNull();
  });

  test('counts attachments, which replace an empty text', async () => {
    await show(row(aMessage(1, { text: null, attachments: 2 })));
    expect(screen.getByText(t('panel.message.attachments', { count: 2 }))).not.toBeNull();
    expect(screen.queryByText(t('panel.message.empty'))).toBeNull();
  });

  test('is text, never markup', async () => {
    await show(row(aMessage(1, { text: '<img src=x onerror=alert(1)> <b>Hi</b>' })));
    expect(screen.getByText('<img src=x onerror=alert(1)> <b>Hi</b>')).not.toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
  });

  test(titleOf('D7'), async () => {
    await show(
      row(
        aMessage(1, {
          text: 'See https://nordlys.test/a, not javascript:alert(1), data:text/html,x, http://a.test or https://bank@evil.test',
        }),
      ),
    );
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://nordlys.test/a']);
    expect(screen.getByRole('link').getAttribute('rel')?.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
  });

  test('has a heading where a day begins, and a time', async () => {
    await show(row(aMessage(1), { day: minute(1) }));
    expect(screen.getByRole('heading', { level: 2 })).not.toBeNull();
    expect(screen.getByRole('time').getAttribute('datetime')).toBe(minute(1));
  });

  test('without a time shows none', async () => {
    await show(row(aMessage(1, { sentAt: null, createdAt: null })));
    expect(screen.queryByRole('time')).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('a message that GetSales could not deliver', () => {
  const failed = aMessage(1, { state: 'failed' });

  test('is retried as the same message, and is busy until then', async () => {
    const retried: Message[] = [];
    const late = lateAnswer<Result<Message>>();
    const retry = (message: Message) => {
      retried.push(message);
      return late.promise;
    };
    const { user } = await show(row(failed, { retry }));
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    const busy = screen.getByRole('button', { name: t('panel.failed.retrying'), busy: true });
    await user.click(busy);
    expect(retried).toEqual([failed]);
    late.give(ok(failed));
    await settled();
    expect(screen.getByRole('button', { name: t('common.retry') }).getAttribute('aria-busy')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('says why it could not be retried', async () => {
    const retry = () => Promise.resolve(err({ code: 'offline' } as const));
    const { user } = await show(row(failed, { retry }));
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(screen.getByRole('status').textContent).toBe(
      t('panel.failed.notRetried', { reason: t('error.offline.title') }),
    );
  });

  test('from the person is no message of ours to retry', async () => {
    await show(row({ ...failed, direction: 'in' }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
