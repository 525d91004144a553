import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { lateAnswer } from '@/components/testing/fake-worker';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import { pressesAreTrusted } from '@/components/testing/trusted';
import type { AppError } from '@/lib/domain/app-error';
import { err, ok, type Result } from '@/lib/domain/result';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Settlement } from '@/lib/ui/conversation/send-settlement';
import { aSend, messageId, minute } from '@/lib/ui/conversation/testing/examples';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { type SendActions, SendRow } from './SendRow';
import type { SendStage } from './thread-rows';

const NOW = Date.parse(minute(1));
const OFFLINE: AppError = { code: 'offline' };
const UNCONFIRMED: TrackedSend['state'] = { name: 'unknown', error: { code: 'unconfirmed', entryId: 'x' }, checks: 0 };
const unused = (): never => {
  throw new Error('not part of this test');
};

function row(send: TrackedSend, stage: SendStage, actions: Partial<SendActions> = {}) {
  const all: SendActions = { cancel: unused, check: unused, openInGetSales: unused, sendAgain: unused, ...actions };
  return (
    <SendRow
      send={send}
      stage={stage}
      day={null}
      personName="Jonas Berg"
      senderName="Mara (DE)"
      nowMs={NOW}
      actions={all}
    />
  );
}

const click = (name: string) => screen.getByRole('button', { name });
const words = () => document.body.textContent;

describe('a message of ours that GetSales does not list yet', () => {
  test.each<[SendStage, TrackedSend['state'], string]>([
    ['sending', { name: 'dispatching' }, t('panel.status.sending')],
    ['accepted', { name: 'sent', messageId: messageId(1) }, t('panel.status.queued')],
  ])('that is %s says so and offers nothing', async (stage, state, status) => {
    await show(row(aSend(1, state), stage));
    expect(screen.getByText(status)).not.toBeNull();
    expect(screen.getByText('Hello')).not.toBeNull();
    expect(screen.getByText('Mara (DE)')).not.toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a queued message', () => {
  const queued = aSend(1, { name: 'queued', sendAt: new Date(NOW + 5_000).toISOString(), blockedBy: null });

  test('counts down for the eye, and is announced once', async () => {
    const { pass } = stoppedClock(NOW);
    await show(row(queued, 'queued'));
    expect(words()).toContain(t('panel.queued.sendsIn', { count: 5 }));
    await pass(2_000);
    expect(words()).toContain(t('panel.queued.sendsIn', { count: 3 }));
    await pass(3_000);
    expect(words()).toContain(t('panel.queued.now'));
    expect(screen.getByText(t('panel.queued.soon'))).not.toBeNull();
  });

  test('is cancelled by Undo, once', async () => {
    stoppedClock(NOW);
    const cancelled: TrackedSend[] = [];
    const late = lateAnswer<Result<null>>();
    const cancel = (send: TrackedSend) => {
      cancelled.push(send);
      return late.promise;
    };
    const { user } = await show(row(queued, 'queued', { cancel }));
    await user.click(click(t('common.undo')));
    await user.click(screen.getByRole('button', { name: t('panel.queued.cancelling'), busy: true }));
    expect(cancelled).toEqual([queued]);
    late.give(ok(null));
    await settled();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('that can no longer be cancelled says why instead of counting', async () => {
    stoppedClock(NOW);
    const { user } = await show(row(queued, 'queued', { cancel: () => Promise.resolve(err({ code: 'too-late' })) }));
    await user.click(click(t('common.undo')));
    expect(screen.getByRole('status').textContent).toBe(t('panel.queued.failed', { reason: t('error.tooLate.title') }));
    expect(words()).not.toContain(t('panel.queued.soon'));
  });

  test('that is held up says by what and until when, and can be cancelled', async () => {
    const held = aSend(1, { name: 'queued', sendAt: minute(1), blockedBy: OFFLINE });
    const cancelled: TrackedSend[] = [];
    const cancel = (send: TrackedSend) => {
      cancelled.push(send);
      return Promise.resolve(ok(null));
    };
    const { user } = await show(row(held, 'queued', { cancel }));
    expect(words()).toContain(t('panel.queued.waiting'));
    expect(words()).toContain(
      t('panel.queued.waitingBody', { reason: t('error.offline.title'), time: formatTime(minute(11)) }),
    );
    await user.click(click(t('panel.queued.cancel')));
    expect(cancelled).toEqual([held]);
  });
});

describe('an unconfirmed message', () => {
  const send = aSend(1, UNCONFIRMED);
  const sendAgain = t('panel.unconfirmed.twiceSend', { person: 'Jonas Berg', sender: 'Mara (DE)' });
  const refused: Settlement['state'] = { name: 'refused', error: OFFLINE };

  test('says that it is not resent by itself', async () => {
    await show(row(send, 'unconfirmed'));
    expect(screen.getByRole('alert').textContent).toContain(t('panel.unconfirmed.title'));
    expect(screen.getByRole('alert').textContent).toContain(t('panel.unconfirmed.body'));
  });

  test('is checked without being sent, and is busy until then', async () => {
    const checked: TrackedSend[] = [];
    const late = lateAnswer<Settlement['state']>();
    const check = (asked: TrackedSend) => {
      checked.push(asked);
      return late.promise;
    };
    const { user } = await show(row(send, 'unconfirmed', { check }));
    await user.click(click(t('panel.unconfirmed.check')));
    expect(screen.getByRole('alert').textContent).toContain(t('panel.unconfirmed.checking'));
    await user.click(screen.getByRole('button', { name: t('panel.unconfirmed.check'), busy: true }));
    expect(checked).toEqual([send]);
    late.give(UNCONFIRMED);
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('not found in GetSales');
  });

  test('that could not be checked says why', async () => {
    const check = () => Promise.resolve({ name: 'unknown', error: OFFLINE, checks: 0 } as const);
    const { user } = await show(row(send, 'unconfirmed', { check }));
    await user.click(click(t('panel.unconfirmed.check')));
    expect(screen.getByRole('alert').textContent).toContain(
      t('panel.unconfirmed.checkFailed', { reason: t('error.offline.title') }),
    );
  });

  test('is opened in GetSales', async () => {
    const opened: TrackedSend[] = [];
    const { user } = await show(row(send, 'unconfirmed', { openInGetSales: (each) => opened.push(each) }));
    await user.click(click(t('common.openInGetSales')));
    expect(opened).toEqual([send]);
  });

  /** The question whether to send it again. `again` collects what is sent. */
  async function asked(answer: Promise<Settlement['state'] | null> = new Promise(() => undefined)) {
    const clock = stoppedClock(NOW);
    const again: TrackedSend[] = [];
    const shown = await show(
      row(send, 'unconfirmed', {
        sendAgain: (each) => {
          again.push(each);
          return answer;
        },
      }),
    );
    await shown.user.click(click(t('panel.unconfirmed.anyway')));
    return { ...shown, ...clock, again };
  }

  test('is sent again after a warning that names recipient and sender, by a second press', async () => {
    pressesAreTrusted();
    const { user, pass, again } = await asked();
    expect(screen.getByRole('alert').textContent).toContain(t('panel.unconfirmed.twice', { person: 'Jonas Berg' }));
    expect(document.activeElement).toBe(click(t('common.cancel')));
    expect(again).toEqual([]);
    await pass(600);
    await user.click(click(sendAgain));
    expect(again).toEqual([send]);
    await user.click(screen.getByRole('button', { name: sendAgain, busy: true }));
    expect(again).toHaveLength(1);
  });

  test('is not sent again by a double click', async () => {
    pressesAreTrusted();
    const { user, pass, again } = await asked();
    await user.click(click(sendAgain));
    await pass(599);
    await user.click(click(sendAgain));
    expect(again).toEqual([]);
  });

  test('is not sent again by a script', async () => {
    const { user, pass, again } = await asked();
    await pass(600);
    await user.click(click(sendAgain));
    expect(again).toEqual([]);
  });

  test('is not sent again when the warning is cancelled', async () => {
    const { user, again } = await asked();
    await user.click(click(t('common.cancel')));
    expect(screen.getByRole('alert').textContent).toContain(t('panel.unconfirmed.title'));
    expect(document.activeElement).toBe(click(t('panel.unconfirmed.check')));
    expect(again).toEqual([]);
  });

  test('whose second copy is refused says why', async () => {
    pressesAreTrusted();
    const { user, pass } = await asked(Promise.resolve(refused));
    await pass(600);
    await user.click(click(sendAgain));
    expect(screen.getByRole('alert').textContent).toContain(
      t('panel.unconfirmed.failed', { reason: t('error.offline.title') }),
    );
  });
});
