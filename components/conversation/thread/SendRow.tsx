import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import { classes } from '@/components/ui/classes';
import { SEND_TTL_MS } from '@/lib/domain/outbox-entry';
import type { Result } from '@/lib/domain/result';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { errorWords } from '@/lib/ui/page/error-words';
import { useSecondsLeft } from '@/lib/ui/page/use-timers';
import styles from './Bubble.module.css';
import { DayMark, MessageText } from './MessageRow';
import { Unconfirmed, type UnconfirmedActs } from './UnconfirmedSend';
import type { SendStage } from './thread-rows';

export interface SendActs extends UnconfirmedActs {
  /** Takes a message back that has not left; an error when it has. */
  readonly takeBack: (send: TrackedSend) => Promise<Result<null>>;
}

interface SendRowProps {
  readonly send: TrackedSend;
  readonly stage: SendStage;
  readonly day: string | null;
  readonly personName: string;
  readonly senderName: string;
  readonly nowMs: number;
  readonly acts: SendActs;
}

/** A message of ours that GetSales does not list yet: about to leave, on its way, accepted, or of unknown fate. */
export function SendRow({ send, stage, day, personName, senderName, nowMs, acts }: SendRowProps) {
  return (
    <div className={styles.row}>
      {day !== null && <DayMark day={day} nowMs={nowMs} />}
      <div className={classes(styles.bubble, styles.out, stage !== 'accepted' && styles.pending)}>
        <MessageText text={send.text} />
        <p className={styles.by}>
          <bdi>{senderName}</bdi>
          <span aria-hidden="true">·</span>
          <time dateTime={send.createdAt}>{timeText(send.createdAt, nowMs)}</time>
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
          <QueuedSend send={{ ...send, state: send.state }} takeBack={acts.takeBack} />
        </div>
      )}
      {stage === 'unconfirmed' && (
        <div className={styles.decision}>
          <Unconfirmed send={send} personName={personName} senderName={senderName} acts={acts} />
        </div>
      )}
    </div>
  );
}

/** With the day when it is not today's: an unconfirmed message stands at the end of the thread, whatever its time. */
function timeText(iso: string, nowMs: number): string {
  const isToday = new Date(iso).toDateString() === new Date(nowMs).toDateString();
  return isToday ? formatTime(iso) : `${formatDateShort(iso, nowMs)}, ${formatTime(iso)}`;
}

interface QueuedSendProps {
  readonly send: TrackedSend & { readonly state: { readonly name: 'queued' } };
  /** Takes it back; an error when it has left. */
  readonly takeBack: (send: TrackedSend) => Promise<Result<null>>;
}

/** A message that has not left: its seconds run down beside Undo, or it waits for a connection and says until when. */
export function QueuedSend({ send, takeBack }: QueuedSendProps) {
  const [step, setStep] = useState<{ readonly busy: boolean; readonly said: string }>({ busy: false, said: '' });
  const { leavesAt, heldBy } = send.state;

  const press = async (): Promise<void> => {
    setStep({ busy: true, said: '' });
    const taken = await takeBack(send);
    const said = taken.ok ? '' : t('panel.queued.failed', { reason: errorWords(taken.error).title });
    setStep({ busy: false, said });
  };
  const button = (
    <Button busy={step.busy} onClick={() => void press()}>
      {step.busy ? t('panel.queued.takingBack') : t(heldBy === null ? 'common.undo' : 'panel.queued.takeBack')}
    </Button>
  );
  const problem = <span role="status">{step.said}</span>;

  if (heldBy === null) {
    return (
      <div className={styles.undo}>
        {problem}
        {step.said === '' && <Countdown until={leavesAt} />}
        {button}
      </div>
    );
  }
  const time = formatTime(new Date(Date.parse(send.createdAt) + SEND_TTL_MS).toISOString());
  return (
    <Notice tone="care" title={t('panel.queued.held')} announce="status" actions={button}>
      {t('panel.queued.heldBody', { time, reason: errorWords(heldBy).title })} {problem}
    </Notice>
  );
}

/** For the eyes only: a screen reader hears once that there is a moment, not every second of it. */
function Countdown({ until }: { readonly until: string }) {
  const left = useSecondsLeft(until);
  return (
    <span>
      <span className={styles.seconds} aria-hidden="true">
        {left > 0 ? t('panel.queued.leavesIn', { count: left }) : t('panel.queued.leaving')}
      </span>
      <Hidden>{t('panel.queued.leaves')}</Hidden>
    </span>
  );
}
