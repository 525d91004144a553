import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { usePageReport, type ReportFacts } from '@/lib/ui/profile/use-page-report';
import styles from './PageReport.module.css';

interface PageReportProps {
  readonly tabId: number;
  /** What the reader made of the page. */
  readonly facts: ReportFacts;
  /** Why a report would help. */
  readonly children: ReactNode;
}

/** Says quietly that a page could not be read as it should, and hands out what a maintainer needs to know about it. */
export function PageReport({ tabId, facts, children }: PageReportProps) {
  const { state, copy } = usePageReport(tabId, facts);
  return (
    <aside className={styles.report}>
      <p>{children}</p>
      <div className={styles.row}>
        <Button look="quiet" busy={state.name === 'making'} onClick={copy}>
          {t(state.name === 'making' ? 'popup.report.making' : 'popup.report.copy')}
        </Button>
        <p className={styles.hint} role="status">
          {outcome(state)}
        </p>
      </div>
      {state.name === 'shown' && <ReportText text={state.text} />}
    </aside>
  );
}

function outcome(state: ReturnType<typeof usePageReport>['state']): string {
  switch (state.name) {
    case 'idle':
    case 'making':
    case 'shown':
      return t('popup.report.hint');
    case 'copied':
      return t('popup.report.copied');
    case 'failed':
      return t('popup.report.failed', { reason: errorWords(state.error).title });
  }
}

/** The report for whoever has to copy it by hand: all of it is selected at once. */
function ReportText({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.select();
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <textarea
      ref={field}
      className={styles.text}
      aria-label={t('popup.report.shown')}
      readOnly
      rows={6}
      wrap="off"
      spellCheck={false}
      value={text}
    />
  );
}
