import { browser } from 'wxt/browser';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import { Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import { viewOf, type BrowserTab } from './tab-view';

/** What was read off a tab, bound to the document it was read from. */
export interface TabReading {
  readonly reading: Reading;
  /** The browser's id of that document; null where the browser does not tell (Firefox). */
  readonly documentId: string | null;
}

interface TabReader {
  readonly scripting: {
    executeScript(injection: {
      target: { tabId: number };
      files: ['/reader.js'];
      injectImmediately: true;
    }): Promise<readonly Injected[]>;
  };
  readonly tabs: { get(tabId: number): Promise<BrowserTab> };
}

interface Injected {
  readonly result?: unknown;
  readonly documentId?: string;
}

/**
 * Runs the reader in the tab's top frame and hands back what it saw, if it saw `expected`. LinkedIn changes the address
 * before the content (linkedin/pages.md 3), so the address is read again after the reader: another person by then is
 * `person-changed`, an address that is hidden again is `tab-not-shared`, and anything that is no reading is
 * `page-unreadable`.
 */
export async function readTab(
  tabId: number,
  expected: LinkedInIdentity,
  api: TabReader = browser,
): Promise<Result<TabReading>> {
  try {
    const [top] = await api.scripting.executeScript({
      target: { tabId },
      files: ['/reader.js'],
      // The reader waits for the page itself; a page that never finishes loading must not hold it up.
      injectImmediately: true,
    });
    const parsed = Reading.safeParse(top?.result);
    const now = viewOf(await api.tabs.get(tabId));
    if (now === null) return err({ code: 'tab-not-shared' });
    if (!parsed.success) return err({ code: 'page-unreadable' });
    const nowIdentity = now.page.kind === 'person' ? now.page.identity : null;
    return agrees(expected, nowIdentity, parsed.data.identity)
      ? ok({ reading: parsed.data, documentId: top?.documentId ?? null })
      : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

/**
 * Whether the person who was expected, the address now and the page all mean one person. LinkedIn may replace a
 * member-id address by the slug's while we read; the page's own proof of both ids then ties the two together.
 */
function agrees(expected: LinkedInIdentity, now: LinkedInIdentity | null, read: LinkedInIdentity | null): boolean {
  if (now === null) return false;
  if (read === null) return isSamePerson(expected, now);
  return isSamePerson(read, expected) && isSamePerson(read, now);
}

/** Whether the tab's address still means this person, read at this moment. */
export async function stillShows(
  tabId: number,
  expected: LinkedInIdentity,
  api: Pick<TabReader, 'tabs'> = browser,
): Promise<Result<null>> {
  try {
    const now = viewOf(await api.tabs.get(tabId));
    if (now === null) return err({ code: 'tab-not-shared' });
    const same = now.page.kind === 'person' && isSamePerson(expected, now.page.identity);
    return same ? ok(null) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}
