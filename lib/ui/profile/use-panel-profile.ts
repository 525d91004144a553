import { useEffect, useState } from 'react';
import { hasLinkedInAccess } from '@/lib/browser/linkedin-access';
import { ownWindowId } from '@/lib/browser/own-window';
import { watchTab } from '@/lib/browser/watch-tab';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { tabGrant } from '@/lib/settings/items';
import { followTab } from './follow-tab';
import { panelProfile, type PanelProfile, type PanelTab } from './panel-tab';
import { readPeoplePage } from './people-page';

export interface PanelPersonState {
  readonly profile: PanelProfile;
  /** Pins this person: the panel no longer follows the tab. */
  readonly pin: (identity: LinkedInIdentity) => void;
  /** Follows the tab again. */
  readonly follow: () => void;
}

/** The person of the side panel: the one in the active tab of its window, or a pinned one. */
export function usePanelProfile(): PanelPersonState {
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
