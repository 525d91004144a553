import { useEffect, useState } from 'react';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { tabGrant } from '@/lib/settings/items';
import { hasLinkedInAccess } from '@/lib/browser/linkedin-access';
import { ownWindowId } from '@/lib/browser/side-panel';
import { watchTab } from '@/lib/browser/watch-tab';
import { followTab } from './follow-tab';
import { readPeoplePage } from './people-found';
import { panelProfile, type PanelProfile, type PanelTab } from './panel-profile';

export interface PanelFocus {
  readonly subject: PanelProfile;
  /** Keeps this person whatever the tab shows. */
  readonly pin: (identity: LinkedInIdentity) => void;
  /** Goes back to whoever the tab shows. */
  readonly follow: () => void;
}

/** Whom the side panel is about: follows the tab in front of its own window, or stays with a pinned person. */
export function usePanelProfile(): PanelFocus {
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
    subject: panelProfile(tab, pinned),
    pin: setPinned,
    follow: () => {
      setPinned(null);
    },
  };
}

/** Follows the tab in front of a window until it is stopped. */
function follow(windowId: number, onTab: (tab: PanelTab) => void): () => void {
  const follower = followTab({ read: (page) => readPeoplePage(page), isAllowed: hasLinkedInAccess, onTab });
  const stop = watchTab(windowId, follower.show, (look) => tabGrant.watch(look));
  return () => {
    follower.stop();
    stop();
  };
}
