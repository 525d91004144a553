import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Skeleton } from '@/components/ui/Skeleton';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { useAsk } from '@/lib/ui/worker/worker-query';
import styles from './Activity.module.css';

/** The last requests, without a value of any. */
export function WhatLeft({ nowMs }: { readonly nowMs: number }) {
  const id = useId();
  const asked = useAsk('requestLog.recent', {});
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <h2 className={styles.title} id={`${id}title`}>
        {t('left.title')}
      </h2>
      <p className={styles.intro}>{t('left.intro')}</p>
      {asked.error !== null && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={[85, 85, 85]} label={t('left.loading')} />}
      {asked.data?.length === 0 && <p className={styles.note}>{t('left.empty')}</p>}
      {asked.data !== undefined && asked.data.length > 0 && <Requests loggedRequests={asked.data} nowMs={nowMs} />}
      {asked.data !== undefined && (
        <Button busy={asked.isFetching} onClick={() => void asked.refetch()}>
          {t('left.refresh')}
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
    // Scrolled by keyboard, so it takes the focus.
    <div className={styles.scroller} role="region" aria-label={t('left.table')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('left.time')}</th>
            <th scope="col">{t('left.request')}</th>
            <th scope="col">{t('left.fields')}</th>
            <th scope="col">{t('left.status')}</th>
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
              <td>{fieldNames.length === 0 ? t('left.noFields') : fieldNames.join(', ')}</td>
              <td>{status ?? t('left.noStatus')}</td>
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
