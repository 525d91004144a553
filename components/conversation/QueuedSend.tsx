import { useState } from 'react';
import { SEND_TTL_MS } from '@/lib/domain/intent';
import type { Result } from '@/lib/domain/result';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/error-words';
import type { TrackedSend } from '@/lib/ui/tracked-sends';
import { useSecondsLeft } from '@/lib/ui/use-seconds-left';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './Bubble.module.css';

interface QueuedSendProps {
  readonly send: TrackedSend & { readonly state: { readonly name: 'queued' } };
  /** Takes it back; an error when it has left. */
  readonly takeBack: (send: TrackedSend) => Promise<Result<null>>;
}

/** A message that has not left: its seconds run down beside Undo, or it waits for a connection and says until when. */
export function QueuedSend({ send, takeBack }: QueuedSendProps) {
  const [step, setStep] = useState<{ readonly busy: boolean; readonly said: string | null }>(STILL);
  const { leavesAt, heldBy } = send.state;
  const left = useSecondsLeft(heldBy === null ? leavesAt : null);

  const press = async (): Promise<void> => {
    setStep({ busy: true, said: null });
    const taken = await takeBack(send);
    setStep({
      busy: false,
      said: taken.ok ? null : t('panel.queued.failed', { reason: errorWords(taken.error).title }),
    });
  };

  if (heldBy === null) {
    return (
      <div className={styles.undo}>
        <span className={styles.by}>{step.said ?? t('panel.queued.leaves')}</span>
        <Button busy={step.busy} onClick={() => void press()}>
          {step.busy ? t('panel.queued.takingBack') : t('common.undo')}
          {left > 0 && (
            <span className={styles.seconds} aria-hidden="true">
              {left}
            </span>
          )}
        </Button>
      </div>
    );
  }
  const time = formatTime(new Date(Date.parse(send.createdAt) + SEND_TTL_MS).toISOString());
  return (
    <Notice
      tone="care"
      title={t('panel.queued.held')}
      announce="status"
      actions={
        <Button busy={step.busy} onClick={() => void press()}>
          {t('panel.queued.takeBack')}
        </Button>
      }
    >
      {step.said ?? t('panel.queued.heldBody', { time, reason: errorWords(heldBy).title })}
    </Notice>
  );
}

const STILL = { busy: false, said: null } as const;
