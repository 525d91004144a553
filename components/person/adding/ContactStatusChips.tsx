import { Button } from '@/components/ui/Button';
import { Chip } from '@/components/ui/Chip';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStatus } from '@/lib/domain/contact';
import { formatAgo } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import styles from './ContactStatusChips.module.css';
import { contactStatusFacts, type ContactStatusFact } from './contact-status-facts';

interface ContactStatusChipsProps {
  /** The last answer; null when there is none yet. */
  readonly contactStatus: ContactStatus | null;
  readonly error: AppError | null;
  readonly asking: boolean;
  readonly onRetry: () => void;
  readonly nowMs: number;
}

/** The person's contact status as far as it is known. A failed lookup is shown as such, never as "not in GetSales". */
export function ContactStatusChips({ contactStatus, error, asking, onRetry, nowMs }: ContactStatusChipsProps) {
  const isSlow = useIsSlow(asking && contactStatus === null);
  return (
    <div role="status">
      <div className={styles.chips}>
        {contactStatus !== null ? (
          contactStatusFacts(contactStatus).map((fact, index) => <FactChip key={index} fact={fact} nowMs={nowMs} />)
        ) : error !== null && !asking ? (
          <>
            <Chip tone="care">{t('popup.contactStatus.failed')}</Chip>
            <Button look="quiet" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          </>
        ) : (
          <Chip>{t('popup.contactStatus.asking')}</Chip>
        )}
      </div>
      {contactStatus === null && error !== null && !asking && (
        <p className={styles.hint}>
          {t('popup.contactStatus.failedHint', { reason: errorWords(error).title })}
          {error.code === 'unreachable' && error.why !== 'timeout' && ` ${t('error.unreachable.blocked')}`}
        </p>
      )}
      {isSlow && <p className={styles.hint}>{t('popup.contactStatus.slow')}</p>}
    </div>
  );
}

function FactChip({ fact, nowMs }: { readonly fact: ContactStatusFact; readonly nowMs: number }) {
  switch (fact.kind) {
    case 'absent':
      return <Chip tone="good">{t('popup.contactStatus.absent')}</Chip>;
    case 'on-list':
      return (
        <Chip>
          <span>{rich('popup.contactStatus.onList', { list: <bdi>{fact.listName}</bdi> })}</span>
        </Chip>
      );
    case 'in-getsales':
      return <Chip>{t('popup.contactStatus.present')}</Chip>;
    case 'no-list':
      return <Chip>{t('popup.contactStatus.noList')}</Chip>;
    case 'stage':
      return (
        <Chip>
          <span>{rich('popup.contactStatus.stage', { stage: <bdi>{fact.stageName}</bdi> })}</span>
        </Chip>
      );
    case 'automation':
      return (
        <Chip tone="care">
          <span>{rich('popup.contactStatus.automation', { automation: <bdi>{fact.name}</bdi> })}</span>
        </Chip>
      );
    case 'partial':
      return <Chip>{t('popup.contactStatus.partial')}</Chip>;
    case 'replied':
      return <Chip>{t('popup.contactStatus.replied', { when: formatAgo(fact.at, nowMs) })}</Chip>;
  }
}
