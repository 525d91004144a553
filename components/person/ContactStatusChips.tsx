import { Button } from '@/components/ui/Button';
import { Chip } from '@/components/ui/Chip';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStanding } from '@/lib/domain/contact';
import { formatAgo, formatDateShort } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import { useSlow } from '@/lib/ui/page/use-slow';
import styles from './ContactStatusChips.module.css';
import { standingFacts, type StandingFact } from './contact-status-facts';

interface StandingChipsProps {
  /** The last good answer; null when there is none yet. */
  readonly standing: ContactStanding | null;
  readonly error: AppError | null;
  readonly asking: boolean;
  readonly onRetry: () => void;
  readonly nowMs: number;
}

/** Where the person stands in GetSales, as far as it has been asked. Not knowing is said, never shown as "not there". */
export function StandingChips({ standing, error, asking, onRetry, nowMs }: StandingChipsProps) {
  const slow = useSlow(asking && standing === null);
  return (
    <div role="status">
      <div className={styles.chips}>
        {standing !== null ? (
          standingFacts(standing).map((fact, index) => <FactChip key={index} fact={fact} nowMs={nowMs} />)
        ) : error !== null && !asking ? (
          <>
            <Chip tone="care">{t('popup.standing.failed')}</Chip>
            <Button look="quiet" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          </>
        ) : (
          <Chip>{t('popup.standing.asking')}</Chip>
        )}
      </div>
      {standing === null && error !== null && !asking && (
        <p className={styles.hint}>{t('popup.standing.failedHint', { reason: errorWords(error).title })}</p>
      )}
      {slow && <p className={styles.hint}>{t('popup.standing.slow')}</p>}
    </div>
  );
}

function FactChip({ fact, nowMs }: { readonly fact: StandingFact; readonly nowMs: number }) {
  switch (fact.kind) {
    case 'absent':
      return <Chip tone="good">{t('popup.standing.absent')}</Chip>;
    case 'on-list':
      return (
        <Chip>
          <span>
            {fact.since === null
              ? rich('popup.standing.onList', { list: <bdi>{fact.listName}</bdi> })
              : rich('popup.standing.onListSince', {
                  list: <bdi>{fact.listName}</bdi>,
                  date: formatDateShort(fact.since, nowMs),
                })}
          </span>
        </Chip>
      );
    case 'in-getsales':
      return <Chip>{t('popup.standing.present')}</Chip>;
    case 'no-list':
      return <Chip>{t('popup.standing.noList')}</Chip>;
    case 'stage':
      return (
        <Chip>
          <span>{rich('popup.standing.stage', { stage: <bdi>{fact.stageName}</bdi> })}</span>
        </Chip>
      );
    case 'automation':
      return (
        <Chip tone="care">
          <span>{rich('popup.standing.automation', { automation: <bdi>{fact.name}</bdi> })}</span>
        </Chip>
      );
    case 'partial':
      return <Chip>{t('popup.standing.partial')}</Chip>;
    case 'replied':
      return <Chip>{t('popup.standing.replied', { when: formatAgo(fact.at, nowMs) })}</Chip>;
  }
}
