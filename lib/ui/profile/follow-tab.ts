import type { TabView } from '@/lib/browser/tab-view';
import type { Result } from '@/lib/domain/result';
import { type PanelTab, type ReadPage, tabByAddress, tabByReading } from './panel-tab';

export interface FollowDeps {
  readonly read: ReadPage;
  /** Whether the user allowed LinkedIn: if so, a hidden address is just not LinkedIn. */
  readonly isAllowed: () => Promise<boolean>;
  readonly onTab: (tab: PanelTab) => void;
}

export interface TabFollower {
  readonly show: (view: Result<TabView>) => void;
  readonly stop: () => void;
}

/**
 * Turns each view of the active tab into what the panel shows. A new address clears the person at once; the next person is
 * shown when the address or the reader names one. A newer view supersedes earlier ones.
 */
export function followTab({ read, isAllowed, onTab }: FollowDeps): TabFollower {
  let latest = 0;
  /** The page whose person, found by the reader, is shown. */
  let shown: Pick<TabView, 'tabId' | 'url'> | null = null;

  const report = (tab: PanelTab, page: Pick<TabView, 'tabId' | 'url'> | null = null): void => {
    shown = page;
    onTab(tab);
  };

  const showHidden = async (viewNumber: number): Promise<void> => {
    const allowed = await isAllowed();
    if (viewNumber === latest) report(allowed ? { state: 'no-person', why: null } : { state: 'hidden' });
  };

  const showRead = async (view: TabView, viewNumber: number): Promise<void> => {
    const { tabId, url } = view;
    const isSamePage = shown?.tabId === tabId && shown.url === url;
    if (!isSamePage) report({ state: 'loading' });
    const tab = await tabByReading(view, read);
    if (viewNumber !== latest) return;
    // The person of this address is known; one failed reading does not change that.
    if (isSamePage && tab.state !== 'person') return;
    report(tab, tab.state === 'person' ? { tabId, url } : null);
  };

  return {
    show: (view) => {
      const viewNumber = ++latest;
      if (!view.ok) {
        void showHidden(viewNumber);
        return;
      }
      const tab = tabByAddress(view.value);
      if (tab === null) void showRead(view.value, viewNumber);
      else report(tab);
    },
    stop: () => {
      latest = -1;
    },
  };
}
