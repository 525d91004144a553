import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import type { ReportFacts } from '@/lib/browser/report-tab';
import { usePageReport } from '@/lib/ui/profile/use-page-report';
import styles from './PageReport.module.css';

interface PageReportProps {
  readonly tabId: number;
  /** The result of the reader, for the report. */
  readonly facts: ReportFacts;
  /** What is wrong with the page, in words. */
  readonly children: ReactNode;
}

/** Says that a page could not be read as expected, and offers a report of its structure for the maintainers. */
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
          {reportHint(state)}
        </p>
      </div>
      {state.name === 'shown' && <ReportText text={state.text} />}
    </aside>
  );
}

function reportHint(state: ReturnType<typeof usePageReport>['state']): string {
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

/** The report, selected so that it can be copied by hand. */
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
