import { browser } from 'wxt/browser';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import { ReadingAt, type Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import { interpret } from '@/lib/linkedin/interpret/interpret';
import { readerFor } from '@/lib/linkedin/address/reader-for';
import { runInTab, type TabScripting } from './run-in-tab';
import { viewOf, type BrowserTab, type TabView } from './tab-view';

/** What the reader found in a tab. */
export interface TabReading {
  readonly reading: Reading;
}

export interface TabReader extends TabScripting {
  readonly tabs: { get(tabId: number): Promise<BrowserTab> };
}

/**
 * Runs the reader in the tab's top frame and hands back what it saw, if it saw `expected`. LinkedIn changes the address
 * before the content (docs/linkedin-pages.md#navigation), so the address is read again after the reader: another person by then is
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
 * member-id address by the slug's while we read; the page's own proof of both ids then connections the two together.
 */
function agrees(expected: LinkedInIdentity, now: LinkedInIdentity | null, read: LinkedInIdentity | null): boolean {
  if (now === null) return false;
  if (read === null) return isSamePerson(expected, now);
  return isSamePerson(read, expected) && isSamePerson(read, now);
}

/**
 * Runs the reader on a page whose address names no person: a conversation, or a page of many. What it saw counts only
 * if it was read at this address and the tab is still there afterwards; else it is `person-changed`.
 *
 * @param url the tab's address as it was seen before
 */
export async function readTabAt(tabId: number, url: string, api: TabReader = browser): Promise<Result<TabReading>> {
  try {
    const seen = await readNow(tabId, api);
    if (!seen.ok) return seen;
    const { view, href, read } = seen.value;
    // A tab that went on and came back in between is at the right address, but was read at another one.
    return view.url === url && href === url ? ok(read) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

const READERS = { profile: '/reader.js', elsewhere: '/reader-elsewhere.js' } as const;

/** Reads the page with the reader for its address, then looks where the tab stands by then. */
async function readNow(
  tabId: number,
  api: TabReader,
): Promise<Result<{ readonly view: TabView; readonly href: string | undefined; readonly read: TabReading }>> {
  const before = viewOf(await api.tabs.get(tabId));
  if (before === null) return err({ code: 'tab-not-shared' });
  const top = await runInTab(tabId, READERS[readerFor(before.url)], api);
  const parsed = ReadingAt.safeParse(top?.result);
  const view = viewOf(await api.tabs.get(tabId));
  if (view === null) return err({ code: 'tab-not-shared' });
  if (!parsed.success) return err({ code: 'page-unreadable' });
  const { href, ...reading } = parsed.data;
  return ok({ view, href, read: { reading: interpret(reading) } });
}

/** Where a person was seen. */
export interface SeenAt {
  readonly tabId: number;
  /** The address of the list from which they were chosen; null where the page was about them alone. */
  readonly listUrl: string | null;
}

/**
 * Whether the tab still shows this person, checked at this moment. Its address says so; the address of a conversation or
 * of a list does not, so there the page is read again.
 */
export async function stillShows(
  { tabId, listUrl }: SeenAt,
  expected: LinkedInIdentity,
  api: TabReader = browser,
): Promise<Result<null>> {
  try {
    const now = viewOf(await api.tabs.get(tabId));
    if (now === null) return err({ code: 'tab-not-shared' });
    const shown = listUrl === null ? await peopleAt(now, api) : await peopleListed(tabId, listUrl, api);
    if (!shown.ok) return shown;
    return shown.value.some((person) => isSamePerson(expected, person)) ? ok(null) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

/** The person of a page that is about one person; empty for every other page. */
async function peopleAt({ tabId, url, page }: TabView, api: TabReader): Promise<Result<readonly LinkedInIdentity[]>> {
  if (page.kind === 'person') return ok([page.identity]);
  if (page.why !== 'thread') return ok([]);
  const read = await readTabAt(tabId, url, api);
  if (!read.ok) return read;
  const { identity } = read.value.reading;
  return ok(identity === null ? [] : [identity]);
}

/** Everyone on a list that is still at this address. */
async function peopleListed(tabId: number, url: string, api: TabReader): Promise<Result<readonly LinkedInIdentity[]>> {
  const read = await readTabAt(tabId, url, api);
  return read.ok ? ok(read.value.reading.people.map(({ identity }) => identity)) : read;
}
