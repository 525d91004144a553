import { Button } from '@/components/ui/Button';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { Hidden } from '@/components/ui/Hidden';
import { classes } from '@/components/ui/classes';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { type Activity, useEntryAct } from '@/lib/ui/activity/use-activity';
import { contactPage } from '@/lib/ui/adding/matched-contact';
import { errorWords } from '@/lib/ui/page/error-words';
import styles from './Activity.module.css';
import { entryActs, intentWords } from './describe-entry';

interface ActivityEntryProps extends Pick<Activity, 'retry' | 'check' | 'remove'> {
  readonly entry: OutboxEntry;
  readonly nowMs: number;
}

/** One act: when, whom it was about, what came of it, and what can still be done. */
export function ActivityEntry({ entry, nowMs, retry, check, remove }: ActivityEntryProps) {
  const { act, outcome, tone } = intentWords(entry);
  const acts = entryActs(entry, nowMs);
  const { busy, error, run } = useEntryAct();
  return (
    <li className={styles.entry}>
      <time className={styles.when} dateTime={entry.createdAt}>
        {formatDateShort(entry.createdAt, nowMs)}, {formatTime(entry.createdAt)}
      </time>
      <div className={styles.what}>
        <p className={styles.person}>
          <bdi>{entry.personName}</bdi>
        </p>
        <p className={styles.act}>
          <span dir="auto">{act}</span>
          <Hidden>: </Hidden>
          <span className={classes(styles.outcome, styles[tone])} dir="auto">
            {outcome}
          </span>
        </p>
        <p className={styles.problem} role="status">
          {error === null ? '' : t('activity.notDone', { reason: errorWords(error).title })}
        </p>
      </div>
      <div className={styles.acts}>
        {acts.open !== null && (
          <ExternalLink href={contactPage(acts.open)}>
            {t('common.openInGetSales')}
            <Hidden>: {entry.personName}</Hidden>
          </ExternalLink>
        )}
        {acts.retry && (
          <Button
            busy={busy}
            aria-label={t('activity.retryOf', { person: entry.personName })}
            onClick={() => void run(() => retry(entry.id))}
          >
            {t('activity.retry')}
          </Button>
        )}
        {acts.check && (
          <Button
            busy={busy}
            aria-label={t('activity.checkOf', { person: entry.personName })}
            onClick={() => void run(() => check(entry.id))}
          >
            {t('activity.check')}
          </Button>
        )}
        {acts.remove && (
          <Button
            look="quiet"
            aria-label={t('activity.removeOf', { person: entry.personName })}
            onClick={() => void run(() => remove(entry.id))}
          >
            {t('activity.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
