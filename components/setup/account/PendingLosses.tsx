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

interface PendingLossesProps {
  readonly pending: PendingCounts;
  /** More pending work was added since the first question. */
  readonly isAgain: boolean;
}

/** Counts of what erasing would lose, with an export. */
export function PendingLosses({ pending, isAgain }: PendingLossesProps) {
  const lost = KINDS.filter((kind) => pending[kind] > 0);
  if (lost.length === 0) return <ExportRecords />;
  return (
    <Notice
      tone="care"
      title={t(isAgain ? 'options.pending.again' : 'options.pending.title')}
      actions={<ExportRecords />}
    >
      <ul className={styles.list}>
        {lost.map((kind) => (
          <li key={kind}>{t(`options.pending.${kind}`, { count: pending[kind] })}</li>
        ))}
      </ul>
    </Notice>
  );
}
