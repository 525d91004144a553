import { browser } from 'wxt/browser';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import { Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import { interpret } from '@/lib/linkedin/interpret';
import { readerFor } from '@/lib/linkedin/reader-for';
import { runInTab, type TabScripting } from './run-in-tab';
import { viewOf, type BrowserTab, type TabView } from './tab-view';

/** What was read off a tab, bound to the document it was read from. */
export interface TabReading {
  readonly reading: Reading;
  /** The browser's id of that document; null where the browser does not tell (Firefox). */
  readonly documentId: string | null;
}

interface TabReader extends TabScripting {
  readonly tabs: { get(tabId: number): Promise<BrowserTab> };
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
    const seen = await readNow(tabId, api);
    if (!seen.ok) return seen;
    const { view: now, read } = seen.value;
    const nowIdentity = now.page.kind === 'person' ? now.page.identity : null;
    return agrees(expected, nowIdentity, read.reading.identity) ? ok(read) : err({ code: 'person-changed' });
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

/**
 * Runs the reader on a page whose address names nobody: a conversation, or a page of many. What it saw counts only if the
 * tab stands at the same address afterwards; else it is `person-changed`.
 *
 * @param url the tab's address as it was seen before
 */
export async function readTabAt(tabId: number, url: string, api: TabReader = browser): Promise<Result<TabReading>> {
  try {
    const seen = await readNow(tabId, api);
    if (!seen.ok) return seen;
    return seen.value.view.url === url ? ok(seen.value.read) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

const READERS = { profile: '/reader.js', elsewhere: '/reader-elsewhere.js' } as const;

/** Reads the page with the reader for its address, then looks where the tab stands by then. */
async function readNow(
  tabId: number,
  api: TabReader,
): Promise<Result<{ readonly view: TabView; readonly read: TabReading }>> {
  const before = viewOf(await api.tabs.get(tabId));
  if (before === null) return err({ code: 'tab-not-shared' });
  const top = await runInTab(tabId, READERS[readerFor(before.url)], api);
  const parsed = Reading.safeParse(top?.result);
  const view = viewOf(await api.tabs.get(tabId));
  if (view === null) return err({ code: 'tab-not-shared' });
  if (!parsed.success) return err({ code: 'page-unreadable' });
  return ok({ view, read: { reading: interpret(parsed.data), documentId: top?.documentId ?? null } });
}

/**
 * Whether the tab still shows this person, seen at this moment. Its address says so; a conversation's address names
 * nobody, so there the page is read again.
 */
export async function stillShows(
  tabId: number,
  expected: LinkedInIdentity,
  api: TabReader = browser,
): Promise<Result<null>> {
  try {
    const now = viewOf(await api.tabs.get(tabId));
    if (now === null) return err({ code: 'tab-not-shared' });
    const shown = await personAt(now, api);
    if (!shown.ok) return shown;
    return shown.value !== null && isSamePerson(expected, shown.value) ? ok(null) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

async function personAt({ tabId, url, page }: TabView, api: TabReader): Promise<Result<LinkedInIdentity | null>> {
  if (page.kind === 'person') return ok(page.identity);
  if (page.why !== 'thread') return ok(null);
  const read = await readTabAt(tabId, url, api);
  return read.ok ? ok(read.value.reading.identity) : read;
}
