import { useEffect, useState } from 'react';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { tabGrant } from '@/lib/settings/items';
import { hasLinkedInAccess } from '@/lib/tab/linkedin-access';
import { ownWindowId } from '@/lib/tab/own-window';
import type { TabView } from '@/lib/tab/tab-view';
import { watchTab } from '@/lib/tab/watch-tab';
import { tabByAddress, tabByReading } from './panel-tab';
import { readPeoplePage } from './people-found';
import { panelSubject, type PanelSubject, type PanelTab } from './panel-subject';

export interface PanelFocus {
  readonly subject: PanelSubject;
  /** Keeps this person whatever the tab shows. */
  readonly pin: (identity: LinkedInIdentity) => void;
  /** Goes back to whoever the tab shows. */
  readonly follow: () => void;
}

/** Whom the side panel is about: follows the tab in front of its own window, or stays with a pinned person. */
export function usePanelSubject(): PanelFocus {
  const [tab, setTab] = useState<PanelTab>({ state: 'looking' });
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
    subject: panelSubject(tab, pinned),
    pin: setPinned,
    follow: () => {
      setPinned(null);
    },
  };
}

/** A page whose person only the reader could tell. */
interface ReadPage {
  readonly tabId: number;
  readonly url: string;
  readonly identity: LinkedInIdentity;
}

/** Follows a window's tab. A hidden address means "not shared" only while LinkedIn as a whole is not allowed. */
function follow(windowId: number, onTab: (tab: PanelTab) => void): () => void {
  let latest = 0;
  let last: ReadPage | null = null;

  const readAgain = async (view: TabView, mine: number): Promise<void> => {
    const { tabId, url } = view;
    const before = last?.tabId === tabId ? last : null;
    const isSamePage = before?.url === url;
    // Whoever was there before is gone at once, also while the reader looks who is there now.
    if (!isSamePage) onTab({ state: 'looking' });
    const tab = await tabByReading(view, isSamePage ? null : (before?.identity ?? null), {
      read: readPeoplePage,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    if (mine !== latest) return;
    // A page that told who it is about does not cease to be about them because it cannot be read once.
    if (isSamePage && tab.state !== 'person') return;
    last = tab.state === 'person' ? { tabId, url, identity: tab.identity } : null;
    onTab(tab);
  };

  const stop = watchTab(
    windowId,
    (view) => {
      const mine = ++latest;
      if (!view.ok) {
        void hasLinkedInAccess().then((allowed) => {
          if (mine === latest) onTab(allowed ? { state: 'nobody', why: null } : { state: 'hidden' });
        });
        return;
      }
      const tab = tabByAddress(view.value);
      if (tab === null) {
        void readAgain(view.value, mine);
        return;
      }
      last = null;
      onTab(tab);
    },
    (look) => tabGrant.watch(look),
  );
  return () => {
    latest = -1;
    stop();
  };
}
