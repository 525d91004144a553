import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import type { AppError } from '@/lib/domain/app-error';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Thread } from '@/lib/ui/conversation/use-thread';
import { errorWords } from '@/lib/ui/page/error-words';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import styles from './Thread.module.css';

/** Shown until the first messages arrive; after a second it says that GetSales is slow. */
export function ThreadLoading() {
  const isSlow = useIsSlow(true);
  return (
    <div className={styles.loading}>
      <Skeleton lines={[70, 55, 85, 40]} label={t('panel.thread.loading')} />
      <p role="status">{isSlow && t('panel.thread.slow')}</p>
    </div>
  );
}

/** A conversation without messages, or without messages of the chosen sender. */
export function ThreadEmpty({ filtered }: { readonly filtered: boolean }) {
  return (
    <p className={styles.calm}>
      <strong>{t(filtered ? 'panel.thread.emptyFiltered' : 'panel.thread.empty')}</strong>
      <span>{t(filtered ? 'panel.thread.emptyFilteredHint' : 'panel.thread.emptyHint')}</span>
    </p>
  );
}

interface StaleProps {
  readonly error: AppError;
  readonly asOf: string;
  readonly retrying: boolean;
  readonly onRetry: () => void;
  readonly onConnect: () => void;
}

/** Shown when the newest messages could not be loaded; the loaded ones stay, with their time. */
export function ThreadStale({ error, asOf, retrying, onRetry, onConnect }: StaleProps) {
  const { title, help } = errorWords(error);
  return (
    <div className={styles.stale} role="status">
      <p>
        <strong>{title}.</strong> {t('panel.thread.stale', { time: formatTime(asOf) })}
      </p>
      {help === 'connect' ? (
        <Button onClick={onConnect}>{t('common.checkKey')}</Button>
      ) : (
        <Button onClick={onRetry} busy={retrying}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}

/** Shown above the oldest loaded message. */
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
