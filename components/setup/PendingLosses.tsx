import { Notice } from '@/components/ui/Notice';
import type { PendingCounts } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { ExportRecords } from './ExportRecords';
import styles from './PendingLosses.module.css';

const KINDS = [
  'adds',
  'messages',
  'unconfirmed',
  'undos',
  'drafts',
] as const satisfies readonly (keyof PendingCounts)[];

/** What erasing would lose, counted, with a way to keep a copy. */
export function PendingLosses({ pending }: { readonly pending: PendingCounts }) {
  const lost = KINDS.filter((kind) => pending[kind] > 0);
  if (lost.length === 0) return <ExportRecords />;
  return (
    <Notice tone="care" title={t('options.pending.title')} actions={<ExportRecords />}>
      <ul className={styles.list}>
        {lost.map((kind) => (
          <li key={kind}>{t(`options.pending.${kind}`, { count: pending[kind] })}</li>
        ))}
      </ul>
    </Notice>
  );
}
