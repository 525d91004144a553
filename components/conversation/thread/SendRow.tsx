import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import { classes } from '@/components/ui/classes';
import type { AppError } from '@/lib/domain/app-error';
import { SEND_TTL_MS } from '@/lib/domain/outbox/send-transitions';
import type { Result } from '@/lib/domain/result';
import { formatTime, formatTimeOrDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { errorWords } from '@/lib/ui/page/error-words';
import { useSecondsLeft } from '@/lib/ui/page/use-timers';
import styles from './Bubble.module.css';
import { DayMark, MessageText } from './MessageRow';
import { UnconfirmedSend, type UnconfirmedActions } from './UnconfirmedSend';
import type { SendStage } from './thread-rows';

export interface SendActions extends UnconfirmedActions {
  /** Cancels a message before it is sent; an error once it is being sent. */
  readonly cancel: (send: TrackedSend) => Promise<Result<null>>;
}

interface SendRowProps {
  readonly send: TrackedSend;
  readonly stage: SendStage;
  readonly day: string | null;
  readonly personName: string;
  readonly senderName: string;
  readonly nowMs: number;
  readonly actions: SendActions;
}

/** Our message before GetSales lists it: queued, sending, accepted, or unconfirmed. */
export function SendRow({ send, stage, day, personName, senderName, nowMs, actions }: SendRowProps) {
  return (
    <div className={styles.row}>
      {day !== null && <DayMark day={day} nowMs={nowMs} />}
      <div className={classes(styles.bubble, styles.out, stage !== 'accepted' && styles.pending)}>
        <MessageText text={send.text} />
        <p className={styles.by}>
          <bdi>{senderName}</bdi>
          <span aria-hidden="true">·</span>
          <time dateTime={send.createdAt}>{formatTimeOrDate(send.createdAt, nowMs)}</time>
          {(stage === 'sending' || stage === 'accepted') && (
            <>
              <span aria-hidden="true">·</span>
              <span>{stage === 'sending' ? t('panel.status.sending') : t('panel.status.queued')}</span>
            </>
          )}
        </p>
      </div>
      {stage === 'queued' && send.state.name === 'queued' && (
        <div className={styles.decision}>
          <QueuedSend send={{ ...send, state: send.state }} cancel={actions.cancel} />
        </div>
      )}
      {stage === 'unconfirmed' && (
        <div className={styles.decision}>
          <UnconfirmedSend send={send} personName={personName} senderName={senderName} actions={actions} />
        </div>
      )}
    </div>
  );
}

interface QueuedSendProps {
  readonly send: TrackedSend & { readonly state: { readonly name: 'queued' } };
  /** Cancels it; an error once it is being sent. */
  readonly cancel: (send: TrackedSend) => Promise<Result<null>>;
}

/** A queued message: a countdown beside Undo, or, while GetSales cannot be reached, how long it is kept. */
function QueuedSend({ send, cancel }: QueuedSendProps) {
  const [step, setStep] = useState<{ readonly busy: boolean; readonly error: AppError | null }>({
    busy: false,
    error: null,
  });
  const { sendAt, blockedBy } = send.state;

  const onClick = async (): Promise<void> => {
    setStep({ busy: true, error: null });
    const cancelled = await cancel(send);
    setStep({ busy: false, error: cancelled.ok ? null : cancelled.error });
  };
  const button = (
    <Button busy={step.busy} onClick={() => void onClick()}>
      {step.busy ? t('panel.queued.cancelling') : t(blockedBy === null ? 'common.undo' : 'panel.queued.cancel')}
    </Button>
  );
  const problem = (
    <span role="status">
      {step.error !== null && t('panel.queued.failed', { reason: errorWords(step.error).title })}
    </span>
  );

  if (blockedBy === null) {
    return (
      <div className={styles.undo}>
        {problem}
        {step.error === null && <Countdown until={sendAt} />}
        {button}
      </div>
    );
  }
  const time = formatTime(new Date(Date.parse(send.createdAt) + SEND_TTL_MS).toISOString());
  return (
    <Notice tone="care" title={t('panel.queued.waiting')} announce="status" actions={button}>
      {t('panel.queued.waitingBody', { time, reason: errorWords(blockedBy).title })} {problem}
    </Notice>
  );
}

/** The countdown is visual only; a screen reader announces the wait once, not every second. */
function Countdown({ until }: { readonly until: string }) {
  const left = useSecondsLeft(until);
  return (
    <span>
      <span className={styles.seconds} aria-hidden="true">
        {left > 0 ? t('panel.queued.sendsIn', { count: left }) : t('panel.queued.now')}
      </span>
      <Hidden>{t('panel.queued.soon')}</Hidden>
    </span>
  );
}
