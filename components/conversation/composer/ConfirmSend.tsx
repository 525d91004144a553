import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { useIsUnchanged } from '@/lib/ui/page/use-timers';
import styles from './Composer.module.css';
import type { SendWarning } from './send-check';
import { warningWords } from './send-check-words';

interface ConfirmSendProps {
  readonly warnings: readonly SendWarning[];
  readonly personName: string;
  readonly senderName: string;
  readonly nowMs: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Warnings before sending, and the button that sends anyway. It is disabled at first, so a double click cannot hit it. */
export function ConfirmSend({ warnings, personName, senderName, nowMs, onConfirm, onCancel }: ConfirmSendProps) {
  const isEnabled = useIsUnchanged('confirm');
  return (
    <Notice
      tone="care"
      title={t('panel.warning.title')}
      announce="alert"
      actions={
        <>
          <Button
            disabled={!isEnabled}
            onClick={(event) => {
              if (event.nativeEvent.isTrusted) onConfirm();
            }}
          >
            {rich('panel.warning.send', { person: <bdi>{personName}</bdi>, sender: <bdi>{senderName}</bdi> })}
          </Button>
          <Button look="quiet" autoFocus onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={warning.kind} dir="auto">
            {warningWords(warning, personName, senderName, nowMs)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
