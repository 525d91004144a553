import type { TabView } from '@/lib/browser/tab-view';
import type { Result } from '@/lib/domain/result';
import { type PanelTab, type ReadPage, tabByAddress, tabByReading } from './panel-tab';

export interface FollowDeps {
  readonly read: ReadPage;
  /** Whether LinkedIn as a whole is allowed: only without that does a hidden address mean "not shared". */
  readonly isAllowed: () => Promise<boolean>;
  readonly onTab: (tab: PanelTab) => void;
}

export interface TabFollower {
  readonly show: (view: Result<TabView>) => void;
  readonly stop: () => void;
}

/**
 * PersonMutex each view of the front tab into what the panel shows. A new address clears the person at once; another is shown
 * only when the address or the reader names one there. A view supersedes the ones before it.
 */
export function followTab({ read, isAllowed, onTab }: FollowDeps): TabFollower {
  let latest = 0;
  /** The page whose person, found by the reader, is on screen. */
  let shown: Pick<TabView, 'tabId' | 'url'> | null = null;

  const put = (tab: PanelTab, page: Pick<TabView, 'tabId' | 'url'> | null = null): void => {
    shown = page;
    onTab(tab);
  };

  const showHidden = async (mine: number): Promise<void> => {
    const allowed = await isAllowed();
    if (mine === latest) put(allowed ? { state: 'nobody', why: null } : { state: 'hidden' });
  };

  const showRead = async (view: TabView, mine: number): Promise<void> => {
    const { tabId, url } = view;
    const isSamePage = shown?.tabId === tabId && shown.url === url;
    if (!isSamePage) put({ state: 'looking' });
    const tab = await tabByReading(view, read);
    if (mine !== latest) return;
    // This address has named its person: one reading that fails does not change that.
    if (isSamePage && tab.state !== 'person') return;
    put(tab, tab.state === 'person' ? { tabId, url } : null);
  };

  return {
    show: (view) => {
      const mine = ++latest;
      if (!view.ok) {
        void showHidden(mine);
        return;
      }
      const tab = tabByAddress(view.value);
      if (tab === null) void showRead(view.value, mine);
      else put(tab);
    },
    stop: () => {
      latest = -1;
    },
  };
}
