import type { Sender } from '@/lib/domain/conversation';
import { SenderId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import styles from './Composer.module.css';

interface SenderFilterProps {
  readonly senders: readonly Sender[];
  readonly value: SenderId | null;
  readonly onChange: (senderId: SenderId | null) => void;
}

/** Messages of all senders, or of one. */
export function SenderFilter({ senders, value, onChange }: SenderFilterProps) {
  return (
    <select
      className={styles.select}
      aria-label={t('panel.filter.label')}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = SenderId.safeParse(event.target.value);
        onChange(chosen.success ? chosen.data : null);
      }}
    >
      <option value="">{t('panel.filter.all')}</option>
      {senders.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
