import type { Result } from '@/lib/domain/result';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { classes } from '@/components/ui/classes';
import styles from './Bubble.module.css';
import { DayMark } from './MessageRow';
import { MessageText } from './MessageText';
import type { SendStage } from './thread-rows';
import { QueuedSend } from './QueuedSend';
import { Unconfirmed, type UnconfirmedActs } from './UnconfirmedSend';

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
