import { browser } from 'wxt/browser';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseIdentity, type IdentityRefusal } from '@/lib/linkedin/address/parse-address';

/** A tab, as far as the browser lets us see it. */
export interface TabView {
  readonly tabId: number;
  readonly windowId: number;
  readonly url: string;
  readonly page: TabPage;
}

/** The person of a page by its address, or why the address gives none. */
export type TabPage =
  | { readonly kind: 'person'; readonly identity: LinkedInIdentity }
  | { readonly kind: 'no-person'; readonly why: IdentityRefusal };

/** The part of a browser tab that we use. `url` is missing until the tab is shared with us (activeTab). */
export interface BrowserTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
}

/** The person of the page at this address, by the address alone and never by the page's content. */
export function pageAt(url: string): TabPage {
  const parsed = parseIdentity(url);
  return parsed.ok ? { kind: 'person', identity: parsed.value } : { kind: 'no-person', why: parsed.error };
}

/** A view of a browser tab; null while its address is hidden from us. */
export function viewOf(tab: BrowserTab | undefined): TabView | null {
  if (tab?.id === undefined || tab.windowId === undefined || tab.url === undefined || tab.url === '') return null;
  return { tabId: tab.id, windowId: tab.windowId, url: tab.url, page: pageAt(tab.url) };
}

export interface TabQuery {
  readonly tabs: { query(filter: TabFilter): Promise<readonly BrowserTab[]> };
}
type TabFilter = { active: true; currentWindow: true } | { active: true; windowId: number };

/**
 * The active tab of this window or of the given one. Its address is visible after a click on our icon there (activeTab;
 * docs/browser-facts.md#tab-access) or with the optional LinkedIn permission; otherwise `tab-not-shared`.
 */
export async function currentTab(windowId?: number, api: TabQuery = browser): Promise<Result<TabView>> {
  const filter: TabFilter = windowId === undefined ? { active: true, currentWindow: true } : { active: true, windowId };
  try {
    const [tab] = await api.tabs.query(filter);
    const view = viewOf(tab);
    return view === null ? err({ code: 'tab-not-shared' }) : ok(view);
  } catch {
    // The window was closed during the query.
    return err({ code: 'page-unreadable' });
  }
}
