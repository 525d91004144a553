import { useState } from 'react';
import { type ReportFacts, reportTab } from '@/lib/browser/report-tab';
import type { AppError } from '@/lib/domain/app-error';
import type { Result } from '@/lib/domain/result';

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

/** Where a page report has got to. */
export type ReportState =
  | { readonly name: 'idle' }
  | { readonly name: 'making' }
  | { readonly name: 'copied' }
  /** Made, but the browser did not let it be copied: the user may. */
  | { readonly name: 'shown'; readonly text: string }
  | { readonly name: 'failed'; readonly error: AppError };

/** Makes a report and puts it where the user can paste it from. */
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
