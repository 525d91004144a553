import { browser } from 'wxt/browser';
import type { FieldName, Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import { runInTab, type TabScripting } from './run-in-tab';

/** The part of a reading that a report may contain: no value, no id, no address. */
export interface ReportFacts extends Pick<Reading, 'kind' | 'generation'> {
  readonly unexpectedLayout: readonly FieldName[];
  readonly missing: readonly FieldName[];
}

interface ReportBrowser extends TabScripting {
  readonly runtime: { getManifest(): { readonly version: string } };
}

/** Longest report accepted from a page, in UTF-16 units; lib/linkedin/report writes shorter ones. */
const MAX_LENGTH = 64_000;

/**
 * A report of the page's structure and of the reading's gaps, for a user to send to a maintainer when LinkedIn has
 * changed. `page-unreadable` when the browser refuses to run the script.
 */
export async function reportTab(
  tabId: number,
  { kind, generation, unexpectedLayout, missing }: ReportFacts,
  api: ReportBrowser = browser,
): Promise<Result<string>> {
  try {
    const structure = (await runInTab(tabId, '/report.js', api))?.result;
    if (typeof structure !== 'string' || structure.length > MAX_LENGTH) return err({ code: 'page-unreadable' });
    const head = [
      `Shortlist ${api.runtime.getManifest().version}, page report: structure only, no names, no text`,
      `page ${kind}, ${generation}; unexpected layout ${named(unexpectedLayout)}; missing ${named(missing)}`,
    ];
    return ok([...head, structure].join('\n'));
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

function named(fields: readonly string[]): string {
  return fields.length === 0 ? 'none' : fields.join(', ');
}
