import { useState } from 'react';
import { reportTab, type ReportFacts } from '@/lib/browser/report-tab';
import { copyReport, type ReportState } from './copy-report';

export type { ReportFacts };

export interface PageReport {
  readonly state: ReportState;
  /** Makes the report of the tab's page and copies it; call it in a click handler, browsers want the user's gesture. */
  readonly copy: () => void;
}

/** The report of a tab's page, made only when it is asked for. */
export function usePageReport(tabId: number, facts: ReportFacts): PageReport {
  const [state, setState] = useState<ReportState>({ name: 'idle' });
  return {
    state,
    copy: () => {
      setState({ name: 'making' });
      const made = copyReport(
        () => reportTab(tabId, facts),
        (text) => navigator.clipboard.writeText(text),
      );
      void made.then(setState);
    },
  };
}
