import type { LinkedInIdentity } from '@/lib/domain/identity';
import { parseIdentity, type IdentityRefusal } from '@/lib/linkedin/address/identity';

/** The tab in front, as far as the browser lets us see it. */
export interface TabView {
  readonly tabId: number;
  readonly windowId: number;
  readonly url: string;
  readonly page: TabPage;
}

/** Whose page an address is: one person's, or why it is nobody's. */
export type TabPage =
  | { readonly kind: 'person'; readonly identity: LinkedInIdentity }
  | { readonly kind: 'nobody'; readonly why: IdentityRefusal };

/** The part of a browser tab that matters here. `url` is missing until the tab was shared with us (activeTab). */
export interface BrowserTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
}

/** Whose page stands at this address. Identity comes from the address alone, never from the page's content. */
export function pageAt(url: string): TabPage {
  const parsed = parseIdentity(url);
  return parsed.ok ? { kind: 'person', identity: parsed.value } : { kind: 'nobody', why: parsed.error };
}

/** A tab of the browser as a view; null while its address is hidden from us. */
export function viewOf(tab: BrowserTab | undefined): TabView | null {
  if (tab?.id === undefined || tab.windowId === undefined || tab.url === undefined || tab.url === '') return null;
  return { tabId: tab.id, windowId: tab.windowId, url: tab.url, page: pageAt(tab.url) };
}
