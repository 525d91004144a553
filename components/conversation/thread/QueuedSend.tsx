import { useState } from 'react';
import { SEND_TTL_MS } from '@/lib/domain/outbox-entry';
import type { Result } from '@/lib/domain/result';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { useSecondsLeft } from '@/lib/ui/page/use-seconds-left';
import { Button } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import styles from './Bubble.module.css';

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
