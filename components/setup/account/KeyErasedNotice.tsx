import { Notice } from '@/components/ui/Notice';
import type { InFlightReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import styles from './PendingLosses.module.css';

interface KeyErasedNoticeProps {
  readonly how: 'signed-out' | 'switched';
  readonly inFlight: readonly InFlightReport[];
}

/** Says that a key was erased, and which requests were under way then. They are stored nowhere. */
export function KeyErasedNotice({ how, inFlight }: KeyErasedNoticeProps) {
  return (
    <Notice
      tone={inFlight.length > 0 ? 'care' : 'good'}
      title={t(how === 'signed-out' ? 'options.signOut.done' : 'options.switch.done')}
      announce="status"
    >
      {inFlight.length > 0 && (
        <>
          <p>{t('options.inFlight.intro')}</p>
          <ul className={styles.list}>
            {inFlight.map(({ what, name, outcome }, index) => (
              <li key={index}>
                {rich(`options.inFlight.${what}`, { name: <bdi>{name}</bdi> })} {t(`options.inFlight.${outcome}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** Explains the wait while a key is erased: requests under way have a few seconds to finish. */
export function WaitingForAnswers({ isWaiting }: { readonly isWaiting: boolean }) {
  const isSlow = useIsSlow(isWaiting);
  return <p role="status">{isSlow ? t('options.inFlight.waiting') : ''}</p>;
}
