import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import type { Thread } from '@/lib/ui/conversation/use-thread';
import { Button } from '@/components/ui/Button';
import styles from './Thread.module.css';

/** What stands above the oldest loaded message. */
export function ThreadTop({ older }: { readonly older: Thread['older'] }) {
  switch (older.state) {
    case 'idle':
      return <div className={styles.top} />;
    case 'loading':
      return <div className={styles.top}>{t('panel.thread.older')}</div>;
    case 'none':
      return <div className={styles.top}>{t('panel.thread.start')}</div>;
    case 'failed':
      return (
        <div className={styles.top} role="alert">
          {older.error !== null && t('panel.thread.olderFailed', { reason: errorWords(older.error).title })}
          <Button onClick={older.load}>{t('common.retry')}</Button>
        </div>
      );
  }
}
