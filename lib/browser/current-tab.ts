import { browser } from 'wxt/browser';
import { err, ok, type Result } from '@/lib/domain/result';
import { viewOf, type BrowserTab, type TabView } from './tab-view';

interface TabQuery {
  readonly tabs: { query(filter: TabFilter): Promise<readonly BrowserTab[]> };
}
type TabFilter = { active: true; currentWindow: true } | { active: true; windowId: number };

/**
 * The tab in front, in this window or in the one named. Its address is visible after a click on our icon there
 * (activeTab; docs/browser-facts.md#tab-access) or with the optional LinkedIn permission; else `tab-not-shared`.
 */
export async function currentTab(windowId?: number, api: TabQuery = browser): Promise<Result<TabView>> {
  const filter: TabFilter = windowId === undefined ? { active: true, currentWindow: true } : { active: true, windowId };
  try {
    const [tab] = await api.tabs.query(filter);
    const view = viewOf(tab);
    return view === null ? err({ code: 'tab-not-shared' }) : ok(view);
  } catch {
    // The window was closed while we asked.
    return err({ code: 'page-unreadable' });
  }
}
