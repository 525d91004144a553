import { Button } from '@/components/ui/Button';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { Hidden } from '@/components/ui/Hidden';
import { classes } from '@/components/ui/classes';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { type Activity, useEntryAction } from '@/lib/ui/activity/use-activity';
import { contactPage } from '@/lib/ui/adding/matched-contact';
import { errorWords } from '@/lib/ui/page/error-words';
import styles from './Activity.module.css';
import { entryActions, describeEntry } from './describe-entry';

interface ActivityEntryProps extends Pick<Activity, 'retry' | 'check' | 'remove'> {
  readonly entry: OutboxEntry;
  readonly nowMs: number;
}

/** One outbox entry: time, person, outcome and possible actions. */
export function ActivityEntry({ entry, nowMs, retry, check, remove }: ActivityEntryProps) {
  const { action, outcome, tone } = describeEntry(entry);
  const actions = entryActions(entry, nowMs);
  const { busy, error, run } = useEntryAction();
  // A message is stored with GetSales' id of the contact only.
  const slug = entry.kind === 'add' ? entry.identity.slug : null;
  return (
    <li className={styles.entry}>
      <time className={styles.when} dateTime={entry.createdAt}>
        {formatDateShort(entry.createdAt, nowMs)}, {formatTime(entry.createdAt)}
      </time>
      <div className={styles.what}>
        <p className={styles.person}>
          <bdi>{entry.personName}</bdi>
          {slug !== null && slug !== entry.personName && (
            <>
              {' '}
              <bdi className={styles.handle}>{slug}</bdi>
            </>
          )}
        </p>
        <p className={styles.act}>
          <span dir="auto">{action}</span>
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
        {actions.open !== null && (
          <ExternalLink href={contactPage(actions.open)}>
            {t('common.openInGetSales')}
            <Hidden>: {entry.personName}</Hidden>
          </ExternalLink>
        )}
        {actions.retry && (
          <Button
            busy={busy}
            aria-label={t('activity.retryOf', { person: entry.personName })}
            onClick={() => void run(() => retry(entry.id))}
          >
            {t('activity.retry')}
          </Button>
        )}
        {actions.check && (
          <Button
            busy={busy}
            aria-label={t('activity.checkOf', { person: entry.personName })}
            onClick={() => void run(() => check(entry.id))}
          >
            {t('activity.check')}
          </Button>
        )}
        {actions.remove && (
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
