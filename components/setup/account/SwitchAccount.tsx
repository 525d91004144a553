import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { IdentifiedAccount, PendingCounts } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { WaitingForAnswers } from './KeyErasedNotice';
import { PendingLosses } from './PendingLosses';

interface SwitchAccountProps {
  /** The account of the pasted key, and what connecting it would erase; null when there is nothing to ask. */
  readonly question: {
    readonly account: IdentifiedAccount;
    readonly pending: PendingCounts;
    /** More pending work was added since the first question. */
    readonly isAgain: boolean;
  } | null;
  readonly busy: boolean;
  readonly onConfirm: (pending: PendingCounts) => void;
  readonly onCancel: () => void;
}

/** Asks before connecting a key of another account. Nothing has changed so far. */
export function SwitchAccount({ question, busy, onConfirm, onCancel }: SwitchAccountProps) {
  const close = (): void => {
    if (!busy) onCancel();
  };
  return (
    <Dialog
      open={question !== null}
      title={t('options.switch.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close} disabled={busy}>
            {t('common.cancel')}
          </Button>
          <Button
            look="danger"
            busy={busy}
            onClick={() => {
              if (question !== null) onConfirm(question.pending);
            }}
          >
            {t('options.switch.confirm')}
          </Button>
        </>
      }
    >
      {question !== null && (
        <>
          <p>
            {rich(question.account.workspace === null ? 'options.switch.user' : 'options.switch.workspace', {
              user: <bdi>{question.account.userName}</bdi>,
              workspace: <bdi>{question.account.workspace}</bdi>,
            })}
          </p>
          <p>{t('options.switch.erases')}</p>
          <PendingLosses pending={question.pending} isAgain={question.isAgain} />
          <p>{t('options.switch.stays')}</p>
          <WaitingForAnswers isWaiting={busy} />
        </>
      )}
    </Dialog>
  );
}
