import { useState } from 'react';
import type { Message } from '@/lib/domain/conversation';
import type { Result } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { Button } from '@/components/ui/Button';
import styles from './Bubble.module.css';

interface FailedMessageProps {
  readonly message: Message;
  readonly retry: (message: Message) => Promise<Result<Message>>;
}

/** The way on for a message that GetSales could not deliver: the same message again, never a second one. */
export function FailedMessage({ message, retry }: FailedMessageProps) {
  const [step, setStep] = useState<{ readonly busy: boolean; readonly said: string | null }>({
    busy: false,
    said: null,
  });
  const press = async (): Promise<void> => {
    setStep({ busy: true, said: null });
    const tried = await retry(message);
    const said = tried.ok ? null : t('panel.failed.notRetried', { reason: errorWords(tried.error).title });
    setStep({ busy: false, said });
  };
  return (
    <div className={styles.undo}>
      <span role="status">{step.said}</span>
      <Button busy={step.busy} onClick={() => void press()}>
        {step.busy ? t('panel.failed.retrying') : t('common.retry')}
      </Button>
    </div>
  );
}
