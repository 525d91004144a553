import { useId } from 'react';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { SenderId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import styles from './Composer.module.css';
import { isConnected } from './sender-choice';

interface SenderPickerProps {
  /** Senders that can write; null until known. */
  readonly senders: readonly Sender[] | null;
  readonly connections: readonly SenderConnection[];
  readonly value: SenderId | null;
  readonly onChange: (senderId: SenderId) => void;
}

/** Chooses who sends. Marks senders that are connected to the contact and senders disabled in GetSales. */
export function SenderPicker({ senders, connections, value, onChange }: SenderPickerProps) {
  const id = useId();
  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={id}>
        {t('panel.composer.sender')}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value ?? ''}
        disabled={senders === null}
        onChange={(event) => {
          const chosen = SenderId.safeParse(event.target.value);
          if (chosen.success) onChange(chosen.data);
        }}
      >
        {value === null && (
          <option value="">{t(senders === null ? 'panel.blocked.preparing' : 'panel.composer.chooseSender')}</option>
        )}
        {senders?.map((sender) => (
          <option key={sender.id} value={sender.id}>
            {optionText(sender, connections)}
          </option>
        ))}
      </select>
    </div>
  );
}

function optionText({ id, name, enabled }: Sender, connections: readonly SenderConnection[]): string {
  const text = t(
    isConnected(connections, id) ? 'panel.composer.senderConnected' : 'panel.composer.senderNotConnected',
    { sender: name },
  );
  return enabled ? text : t('panel.composer.senderPaused', { sender: text });
}

interface SenderFilterProps {
  readonly senders: readonly Sender[];
  readonly value: SenderId | null;
  readonly onChange: (senderId: SenderId | null) => void;
}

/** Filters the thread by sender. */
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
