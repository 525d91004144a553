import { useEffect, useState } from 'react';
import { hasLinkedInAccess } from '@/lib/browser/linkedin-access';
import { ownWindowId } from '@/lib/browser/side-panel';
import type { TabView } from '@/lib/browser/tab-view';
import { watchTab } from '@/lib/browser/watch-tab';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Result } from '@/lib/domain/result';
import { tabGrant } from '@/lib/settings/first-paint';
import { panelProfile, type PanelProfile, type PanelTab, type ReadPage, tabByAddress, tabByReading } from './panel-tab';
import { readPeoplePage } from './use-reading';

export interface PanelProfileState {
  readonly profile: PanelProfile;
  /** Pins this person: the panel no longer follows the tab. */
  readonly pin: (identity: LinkedInIdentity) => void;
  /** Follows the tab again. */
  readonly follow: () => void;
}

/** The person of the side panel: the one in the active tab of its window, or a pinned one. */
export function usePanelProfile(): PanelProfileState {
  const [tab, setTab] = useState<PanelTab>({ state: 'loading' });
  const [pinned, setPinned] = useState<LinkedInIdentity | null>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let stopped = false;
    void ownWindowId().then((windowId) => {
      if (stopped) return;
      if (windowId === null) setTab({ state: 'hidden' });
      else stop = follow(windowId, setTab);
    });
    return () => {
      stopped = true;
      stop?.();
    };
  }, []);
  return {
    profile: panelProfile(tab, pinned),
    pin: setPinned,
    follow: () => {
      setPinned(null);
    },
  };
}

/** Follows the active tab of a window until it is stopped. */
function follow(windowId: number, onTab: (tab: PanelTab) => void): () => void {
  const follower = followTab({ read: (page) => readPeoplePage(page), isAllowed: hasLinkedInAccess, onTab });
  const stop = watchTab(windowId, follower.show, (onGrant) => tabGrant.watch(onGrant));
  return () => {
    follower.stop();
    stop();
  };
}

interface FollowDeps {
  readonly read: ReadPage;
  /** Whether the user allowed LinkedIn: if so, a hidden address is just not LinkedIn. */
  readonly isAllowed: () => Promise<boolean>;
  readonly onTab: (tab: PanelTab) => void;
}

interface TabFollower {
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
