import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Skeleton } from '@/components/ui/Skeleton';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { useWorkerQuery } from '@/lib/ui/worker/worker-query';
import styles from './Activity.module.css';

/** The last requests to GetSales, without any values. */
export function RequestLog({ nowMs }: { readonly nowMs: number }) {
  const id = useId();
  const query = useWorkerQuery('requestLog.recent', {});
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <h2 className={styles.title} id={`${id}title`}>
        {t('requests.title')}
      </h2>
      <p className={styles.intro}>{t('requests.intro')}</p>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={[85, 85, 85]} label={t('requests.loading')} />}
      {query.data?.length === 0 && <p className={styles.note}>{t('requests.empty')}</p>}
      {query.data !== undefined && query.data.length > 0 && <Requests loggedRequests={query.data} nowMs={nowMs} />}
      {query.data !== undefined && (
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('requests.refresh')}
        </Button>
      )}
    </section>
  );
}

function Requests({
  loggedRequests,
  nowMs,
}: {
  readonly loggedRequests: readonly LoggedRequest[];
  readonly nowMs: number;
}) {
  return (
    // Focusable, so that it can be scrolled by keyboard.
    <div className={styles.scroller} role="region" aria-label={t('requests.table')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('requests.time')}</th>
            <th scope="col">{t('requests.request')}</th>
            <th scope="col">{t('requests.fields')}</th>
            <th scope="col">{t('requests.status')}</th>
          </tr>
        </thead>
        <tbody>
          {loggedRequests.map(({ at, method, path, fieldNames, status }, index) => (
            <tr key={`${String(at)} ${String(index)}`}>
              <td>{timeOf(at, nowMs)}</td>
              <td>
                <code>
                  {method} {path}
                </code>
              </td>
              <td>{fieldNames.length === 0 ? t('requests.noFields') : fieldNames.join(', ')}</td>
              <td>{status ?? t('requests.noStatus')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function timeOf(at: number, nowMs: number): string {
  const iso = new Date(at).toISOString();
  return `${formatDateShort(iso, nowMs)}, ${formatTime(iso)}`;
}
