import { useEffect, useState } from 'react';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { tabGrant } from '@/lib/settings/items';
import { hasLinkedInAccess } from '@/lib/tab/linkedin-access';
import { ownWindowId } from '@/lib/tab/own-window';
import type { TabView } from '@/lib/tab/tab-view';
import { watchTab } from '@/lib/tab/watch-tab';
import { tabByAddress, tabByReading } from './panel-tab';
import { readPeoplePage } from './people-page';
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

/** Follows a window's tab. A hidden address means "not shared" only while LinkedIn as a whole is not allowed. */
function follow(windowId: number, onTab: (tab: PanelTab) => void): () => void {
  let latest = 0;
  /** The page whose person the reader has told: its title may change as often as it likes. */
  let known: TabView | null = null;
  const stop = watchTab(
    windowId,
    (view) => {
      if (view.ok && known?.tabId === view.value.tabId && known.url === view.value.url) return;
      known = null;
      const mine = ++latest;
      const tell = (tab: PanelTab): void => {
        if (mine !== latest) return;
        onTab(tab);
        if (view.ok && tab.state === 'person') known = view.value;
      };
      if (!view.ok) {
        void hasLinkedInAccess().then((allowed) => {
          tell(allowed ? { state: 'nobody', why: null } : { state: 'hidden' });
        });
        return;
      }
      const tab = tabByAddress(view.value);
      // Whoever was there before is gone at once, also while the reader looks who is there now.
      tell(tab ?? { state: 'looking' });
      if (tab === null) void tabByReading(view.value, readPeoplePage).then(tell);
    },
    (look) => tabGrant.watch(look),
  );
  return () => {
    latest = -1;
    stop();
  };
}
