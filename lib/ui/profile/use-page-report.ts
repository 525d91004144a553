import { useState } from 'react';
import { type ReportFacts, reportTab } from '@/lib/browser/report-tab';
import type { AppError } from '@/lib/domain/app-error';
import type { Result } from '@/lib/domain/result';

export interface PageReport {
  readonly state: ReportState;
  /** Makes and copies the report. Call it directly in a click handler: browsers require a user gesture. */
  readonly copy: () => void;
}

/** The report of a tab's page, made on request. */
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

/** The progress of a page report. */
type ReportState =
  | { readonly name: 'idle' }
  | { readonly name: 'making' }
  | { readonly name: 'copied' }
  /** Made, but the browser refused to copy it; the user can copy it by hand. */
  | { readonly name: 'shown'; readonly text: string }
  | { readonly name: 'failed'; readonly error: AppError };

/** Makes a report and copies it to the clipboard. */
export async function copyReport(
  make: () => Promise<Result<string>>,
  copy: (text: string) => Promise<void>,
): Promise<ReportState> {
  const made = await make();
  if (!made.ok) return { name: 'failed', error: made.error };
  try {
    await copy(made.value);
    return { name: 'copied' };
  } catch {
    return { name: 'shown', text: made.value };
  }
}
