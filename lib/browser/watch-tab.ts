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
}

/**
 * Watches a window's active tab: reports it at once, then whenever another tab becomes active or its address, title or
 * loading state changes, navigation within a page included (docs/browser-facts.md#tab-access). Drops outdated answers.
 *
 * @param granted subscribes to a further reason to look again (the popup was opened on the tab) and returns its unsubscriber
 * @returns stops watching
 */
export function watchTab(
  windowId: number,
  onView: (view: Result<TabView>) => void,
  granted: (look: () => void) => () => void,
  api: WatchedTabs = browser,
): () => void {
  let latest = 0;
  const look = (): void => {
    const mine = ++latest;
    void currentTab(windowId, api).then((view) => {
      if (mine === latest) onView(view);
    });
  };
  const onActivated = (tab: { readonly windowId: number }): void => {
    if (tab.windowId === windowId) look();
  };
  const onUpdated = (_id: number, change: Change, tab: BrowserTab & { readonly active: boolean }): void => {
    const telling = change.url !== undefined || change.title !== undefined || change.status === 'complete';
    if (tab.active && tab.windowId === windowId && telling) look();
  };
  api.tabs.onActivated.addListener(onActivated);
  api.tabs.onUpdated.addListener(onUpdated);
  const stopGranted = granted(look);
  look();
  return () => {
    latest = -1;
    api.tabs.onActivated.removeListener(onActivated);
    api.tabs.onUpdated.removeListener(onUpdated);
    stopGranted();
  };
}
