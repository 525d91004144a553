import { Notice } from '@/components/ui/Notice';
import type { WireReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { useSlow } from '@/lib/ui/page/use-timers';
import styles from './PendingLosses.module.css';

interface KeyClosedProps {
  readonly how: 'signed-out' | 'switched';
  readonly onWire: readonly WireReport[];
}

/** Says that a key is erased, and what had left for GetSales by then. It is remembered nowhere else. */
export function KeyClosed({ how, onWire }: KeyClosedProps) {
  return (
    <Notice
      tone={onWire.length > 0 ? 'care' : 'good'}
      title={t(how === 'signed-out' ? 'options.signOut.done' : 'options.switch.done')}
      announce="status"
    >
      {onWire.length > 0 && (
        <>
          <p>{t('options.wire.intro')}</p>
          <ul className={styles.list}>
            {onWire.map(({ what, name, outcome }, index) => (
              <li key={index}>
                {rich(`options.wire.${what}`, { name: <bdi>{name}</bdi> })} {t(`options.wire.${outcome}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** Says what takes so long while a key is closed: requests on their way have a few seconds to be answered. */
export function WireWait({ waiting }: { readonly waiting: boolean }) {
  const slow = useSlow(waiting);
  return <p role="status">{slow ? t('options.wire.waiting') : ''}</p>;
}
