import { browser } from 'wxt/browser';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import { ReadingAt, type Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import { readerFor, type Reader } from '@/lib/linkedin/address/parse-address';
import { interpret } from '@/lib/linkedin/interpret/interpret';
import { runInTab, type Injected, type TabScripting } from './run-in-tab';
import { viewOf, type BrowserTab, type TabView } from './tab-view';

export interface TabReader extends TabScripting {
  readonly tabs: { get(tabId: number): Promise<BrowserTab> };
}

/**
 * Runs the reader in the tab's top frame and returns the reading if it shows `expected`. LinkedIn changes the address
 * before the content (docs/linkedin-pages.md#navigation), so the address is checked again afterwards. Errors:
 * `person-changed` for another person, `tab-not-shared` when the address is hidden again, `page-unreadable` for anything
 * that is no reading.
 */
export async function readTab(
  tabId: number,
  expected: LinkedInIdentity,
  api: TabReader = browser,
): Promise<Result<Reading>> {
  try {
    const seen = await readNow(tabId, api);
    if (!seen.ok) return seen;
    const { view: now, read } = seen.value;
    const nowIdentity = now.page.kind === 'person' ? now.page.identity : null;
    return agrees(expected, nowIdentity, read.identity) ? ok(read) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

/**
 * Whether the expected person, the address now and the page are all the same person. LinkedIn can replace a member-id
 * address by the slug's during the reading; then the page has to prove both ids.
 */
function agrees(expected: LinkedInIdentity, now: LinkedInIdentity | null, read: LinkedInIdentity | null): boolean {
  if (now === null) return false;
  if (read === null) return isSamePerson(expected, now);
  return isSamePerson(read, expected) && isSamePerson(read, now);
}

/**
 * Runs the reader on a page without a person in its address: a conversation, or a page of many. Returns the reading if it
 * was made at this address and the tab is still there afterwards; otherwise `person-changed`.
 *
 * @param url the tab's address before
 */
export async function readTabAt(tabId: number, url: string, api: TabReader = browser): Promise<Result<Reading>> {
  try {
    const seen = await readNow(tabId, api);
    if (!seen.ok) return seen;
    const { view, href, read } = seen.value;
    // A tab that navigated away and back is at the right address, but may have been read at another one.
    return view.url === url && href === url ? ok(read) : err({ code: 'person-changed' });
  } catch {
    return err({ code: 'page-unreadable' });
  }
}

/** Runs the reader for the tab's address, then checks the address again. */
async function readNow(
  tabId: number,
  api: TabReader,
): Promise<Result<{ readonly view: TabView; readonly href: string | undefined; readonly read: Reading }>> {
  const before = viewOf(await api.tabs.get(tabId));
  if (before === null) return err({ code: 'tab-not-shared' });
  const top = await runReader(tabId, readerFor(before.url), api);
  const parsed = ReadingAt.safeParse(top?.result);
  const view = viewOf(await api.tabs.get(tabId));
  if (view === null) return err({ code: 'tab-not-shared' });
  if (!parsed.success) return err({ code: 'page-unreadable' });
  const { href, ...reading } = parsed.data;
  return ok({ view, href, read: interpret(reading) });
}

/** Runs a reader, and the reader of another generation if the page turns out to be of that one. */
async function runReader(tabId: number, reader: Reader, api: TabReader): Promise<Injected | undefined> {
  const top = await runInTab(tabId, `/${reader}.js`, api);
  const next = top?.result;
  return reader === 'reader' && (next === 'reader-classic' || next === 'reader-public')
    ? runReader(tabId, next, api)
    : top;
}

/** Where the user saw a person. */
export interface SeenAt {
  readonly tabId: number;
  /** The address of the list from which they were chosen; null when the page was about them alone. */
  readonly listUrl: string | null;
}

/**
 * Whether the tab still shows this person: checks the address or, for a conversation or a list, whose addresses name no
 * person, reads the page again.
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

/** The person of a page about one person; empty for other pages. */
async function peopleAt({ tabId, url, page }: TabView, api: TabReader): Promise<Result<readonly LinkedInIdentity[]>> {
  if (page.kind === 'person') return ok([page.identity]);
  if (page.why !== 'thread') return ok([]);
  const read = await readTabAt(tabId, url, api);
  if (!read.ok) return read;
  const { identity } = read.value;
  return ok(identity === null ? [] : [identity]);
}

/** The people on a list, if it is still at this address. */
async function peopleListed(tabId: number, url: string, api: TabReader): Promise<Result<readonly LinkedInIdentity[]>> {
  const read = await readTabAt(tabId, url, api);
  return read.ok ? ok(read.value.people.map(({ identity }) => identity)) : read;
}
