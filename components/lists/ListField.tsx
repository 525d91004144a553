import { ChevronIcon } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import styles from './ListField.module.css';

/** The picker's closed field without its works: painted first, replaced as soon as the picker's code is there. */
export function ListField({ name }: { readonly name: string }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('popup.lists.label')}</span>
      <div className={styles.box}>
        <span className={styles.input} dir="auto">
          {name === '' ? '\u00a0' : name}
        </span>
        <span className={styles.toggle}>
          <ChevronIcon />
        </span>
      </div>
    </div>
  );
}
