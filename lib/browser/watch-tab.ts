import { browser } from 'wxt/browser';
import type { Result } from '@/lib/domain/result';
import { currentTab, type BrowserTab, type TabQuery, type TabView } from './tab-view';

interface Signal<Args extends readonly unknown[]> {
  addListener(listener: (...args: Args) => void): void;
  removeListener(listener: (...args: Args) => void): void;
}

interface Change {
  readonly url?: string | undefined;
  readonly status?: string | undefined;
  readonly title?: string | undefined;
}

interface WatchedTabs {
  readonly tabs: {
    query: TabQuery['tabs']['query'];
    readonly onActivated: Signal<[{ readonly windowId: number }]>;
    readonly onUpdated: Signal<[number, Change, BrowserTab & { readonly active: boolean }]>;
  };
  readonly permissions: { readonly onAdded: Signal<[]>; readonly onRemoved: Signal<[]> };
}

/**
 * Watches a window's active tab: reports it at once, then whenever another tab becomes active, its address, title or
 * loading state changes, navigation within a page included (docs/browser-facts.md#tab-access), or the user grants or removes
 * a permission. Drops outdated answers.
 *
 * @param granted subscribes to another reason to read the tab again (the popup was opened on it) and returns how to unsubscribe
 * @returns how to stop watching
 */
export function watchTab(
  windowId: number,
  onView: (view: Result<TabView>) => void,
  granted: (report: () => void) => () => void,
  api: WatchedTabs = browser,
): () => void {
  let latest = 0;
  const report = (): void => {
    const query = ++latest;
    void currentTab(windowId, api).then((view) => {
      if (query === latest) onView(view);
    });
  };
  const onActivated = (tab: { readonly windowId: number }): void => {
    if (tab.windowId === windowId) report();
  };
  const onUpdated = (_id: number, change: Change, tab: BrowserTab & { readonly active: boolean }): void => {
    const isRelevant = change.url !== undefined || change.title !== undefined || change.status === 'complete';
    if (tab.active && tab.windowId === windowId && isRelevant) report();
  };
  api.tabs.onActivated.addListener(onActivated);
  api.tabs.onUpdated.addListener(onUpdated);
  api.permissions.onAdded.addListener(report);
  api.permissions.onRemoved.addListener(report);
  const stopGranted = granted(report);
  report();
  return () => {
    latest = -1;
    api.tabs.onActivated.removeListener(onActivated);
    api.tabs.onUpdated.removeListener(onUpdated);
    api.permissions.onAdded.removeListener(report);
    api.permissions.onRemoved.removeListener(report);
    stopGranted();
  };
}
