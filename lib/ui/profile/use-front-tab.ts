import { useCallback, useEffect, useState } from 'react';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { IdentityRefusal } from '@/lib/linkedin/address/parse-address';
import { tabGrant } from '@/lib/settings/first-paint';
import { currentTab, type TabView } from '@/lib/browser/tab-view';
import { peoplePage, type PeoplePage } from './people-page';

/** The page in front of the popup, read when it opens and when the user refreshes. */
export type FrontTab =
  | { readonly state: 'loading' }
  /** The address is hidden: a browser page, or a tab that was not shared with us. */
  | { readonly state: 'hidden' }
  | { readonly state: 'no-person'; readonly windowId: number; readonly why: IdentityRefusal }
  /** A page with people that only the reader can identify. */
  | { readonly state: 'people'; readonly page: PeoplePage }
  | {
      readonly state: 'person';
      readonly tabId: number;
      readonly windowId: number;
      readonly identity: LinkedInIdentity;
      /** Increases with each refresh, so that the same person is read again. */
      readonly refreshCount: number;
    };

/** The active tab of this window, and a way to refresh it. Opening the popup also makes an open side panel refresh. */
export function useFrontTab(): { readonly front: FrontTab; readonly refresh: () => void } {
  const [refreshCount, setRefreshCount] = useState(0);
  const [front, setFront] = useState<FrontTab>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    void currentTab().then((tab) => {
      if (!current) return;
      if (!tab.ok) {
        setFront({ state: 'hidden' });
        return;
      }
      setFront(frontTab(tab.value, refreshCount));
    });
    return () => {
      current = false;
    };
  }, [refreshCount]);
  useEffect(() => {
    void tabGrant.getValue().then((count) => tabGrant.setValue(count + 1));
  }, []);
  return {
    front,
    refresh: useCallback(() => {
      setRefreshCount((count) => count + 1);
    }, []),
  };
}

function frontTab(view: TabView, refreshCount: number): FrontTab {
  const people = peoplePage(view, refreshCount);
  if (people !== null) return { state: 'people', page: people };
  const { tabId, windowId, page } = view;
  return page.kind === 'person'
    ? { state: 'person', tabId, windowId, identity: page.identity, refreshCount }
    : { state: 'no-person', windowId, why: page.why };
}
