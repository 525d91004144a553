import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import { SelectField } from '@/components/ui/SelectField';
import { Skeleton } from '@/components/ui/Skeleton';
import { ACTIVITY_FILTERS, type ActivityFilter } from '@/lib/domain/activity';
import { formatDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { type Activity as ActivityState, useActivity } from '@/lib/ui/activity/use-activity';
import { useFocusFallback } from '@/lib/ui/page/use-focus-fallback';
import styles from './Activity.module.css';
import { ActivityEntry } from './ActivityEntry';
import { EraseActivity, ExportActivity } from './ActivityTools';

/** The outbox entries and their outcomes, with retry, removal, export and erasure. */
export function Activity({ nowMs }: { readonly nowMs: number }) {
  const id = useId();
  const [show, setShow] = useState<ActivityFilter>('all');
  const activity = useActivity(show);
  const focusFallback = useFocusFallback();
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <h2 className={styles.title} id={`${id}title`}>
        {t('activity.title')}
      </h2>
      <p className={styles.intro}>{t('activity.intro')}</p>
      {activity.lostAt !== null && (
        <Notice tone="care" title={t('activity.lost', { date: formatDate(activity.lostAt) })}>
          {t('activity.lostBody')}
        </Notice>
      )}
      <div className={styles.bar}>
        <SelectField
          label={t('activity.show')}
          value={show}
          onChange={({ target }) => {
            setShow(ACTIVITY_FILTERS.find((filter) => filter === target.value) ?? 'all');
          }}
        >
          {ACTIVITY_FILTERS.map((filter) => (
            <option key={filter} value={filter}>
              {t(`activity.show.${filter}`)}
            </option>
          ))}
        </SelectField>
        <ExportActivity all={activity.all} />
        <EraseActivity erase={activity.erase} />
      </div>
      <div className={styles.region} role="group" aria-labelledby={`${id}title`} {...focusFallback}>
        <Entries activity={activity} isFiltered={show !== 'all'} nowMs={nowMs} />
      </div>
    </section>
  );
}

interface EntriesProps {
  readonly activity: ActivityState;
  readonly isFiltered: boolean;
  readonly nowMs: number;
}

function Entries({ activity, isFiltered, nowMs }: EntriesProps) {
  const { entries, error, damaged, older } = activity;
  if (error !== null) {
    return (
      <>
        <ErrorNotice error={error} onRetry={activity.refetch} />
        {error.code === 'storage-unavailable' && <p className={styles.note}>{t('activity.stillWorks')}</p>}
      </>
    );
  }
  if (entries === null) return <Skeleton lines={[70, 85, 55]} label={t('activity.loading')} />;
  return (
    <>
      {damaged > 0 && <Notice tone="care" title={t('activity.damaged', { count: damaged })} />}
      {entries.length === 0 ? (
        <p className={styles.note}>{t(isFiltered ? 'activity.emptyFiltered' : 'activity.empty')}</p>
      ) : (
        <ul className={styles.entries} aria-label={t('activity.list')}>
          {entries.map((entry) => (
            <ActivityEntry
              key={entry.id}
              entry={entry}
              nowMs={nowMs}
              retry={activity.retry}
              check={activity.check}
              remove={activity.remove}
            />
          ))}
        </ul>
      )}
      {older.has && (
        <Button onClick={older.load} busy={older.loading}>
          {t(older.loading ? 'activity.olderLoading' : 'activity.older')}
        </Button>
      )}
    </>
  );
}
