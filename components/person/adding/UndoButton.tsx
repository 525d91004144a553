import { Button } from '@/components/ui/Button';
import { t } from '@/lib/i18n/text';
import { useSecondsLeft } from '@/lib/ui/page/use-timers';
import styles from './UndoButton.module.css';

interface UndoButtonProps {
  /** ISO time until which Undo is offered; null when it is not. */
  readonly until: string | null;
  readonly undoing: boolean;
  readonly onUndo: () => void;
}

/** Undo with its seconds running down. The countdown is for the eyes only; it is not read out every second. */
export function UndoButton({ until, undoing, onUndo }: UndoButtonProps) {
  const left = useSecondsLeft(until);
  if (undoing) return <Button busy>{t('popup.result.undoing')}</Button>;
  if (left === 0) return null;
  return (
    <Button onClick={onUndo}>
      {t('common.undo')}
      <span className={styles.seconds} aria-hidden="true">
        {left}
      </span>
    </Button>
  );
}
