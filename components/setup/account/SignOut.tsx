import { useId, useState } from 'react';
import { API_KEYS_PAGE } from '@/components/setup/key/api-key';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { Notice } from '@/components/ui/Notice';
import type { InFlightReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { useSignOut } from '@/lib/ui/setup/use-sign-out';
import { WaitingForAnswers } from './KeyErasedNotice';
import { PendingLosses } from './PendingLosses';
import styles from './SignOut.module.css';

interface SignOutProps {
  /** There is an account to sign out of. An open dialog stays open, so that a failure is shown. */
  readonly offered: boolean;
  /** @param inFlight requests that were under way when the key was erased */
  readonly onDone: (inFlight: readonly InFlightReport[]) => void;
}

/** Sign-out. Says what is erased, what stays, and what only GetSales can do, before anything is erased. */
export function SignOut({ offered, onDone }: SignOutProps) {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const { underWay, failed, pending, counting, isAgain, signOut, reset } = useSignOut(asking);
  const close = (): void => {
    if (underWay) return;
    setAsking(false);
    reset();
  };
  const confirm = (): void => {
    signOut((inFlight) => {
      setAsking(false);
      onDone(inFlight);
    });
  };
  if (!offered && !asking) return null;
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <div className={styles.words}>
        <h2 className={styles.title} id={`${id}title`}>
          {t('options.signOut.title')}
        </h2>
        <p className={styles.intro}>{t('options.signOut.intro')}</p>
      </div>
      <Button
        look="danger"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('options.signOut.button')}
      </Button>
      <Dialog
        open={asking}
        title={t('options.signOut.ask')}
        onClose={close}
        actions={
          <>
            <Button onClick={close} disabled={underWay}>
              {t('common.cancel')}
            </Button>
            <Button look="danger" onClick={confirm} busy={underWay || counting}>
              {failed ? t('common.retry') : t('options.signOut.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('options.signOut.erases')}</p>
        {pending !== null && <PendingLosses pending={pending} isAgain={isAgain} />}
        <p>{t('options.signOut.stays')}</p>
        <p>
          {t('options.signOut.revoke')}{' '}
          <ExternalLink href={API_KEYS_PAGE}>{t('options.connect.openKeys')}</ExternalLink>
        </p>
        <WaitingForAnswers isWaiting={underWay} />
        {failed && (
          <Notice tone="bad" title={t('options.signOut.failed')} announce="alert">
            {t('options.signOut.failedBody')}
          </Notice>
        )}
      </Dialog>
    </section>
  );
}
