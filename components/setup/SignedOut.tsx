import { Notice } from '@/components/ui/Notice';
import type { WireReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/rich';
import styles from './PendingLosses.module.css';

/** Says that everything is erased, and what had left for GetSales by then. It is remembered nowhere else. */
export function SignedOut({ onWire }: { readonly onWire: readonly WireReport[] }) {
  return (
    <Notice tone={onWire.length > 0 ? 'care' : 'good'} title={t('options.signOut.done')} announce="status">
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
