import { useCallback, useEffect, useState } from 'react';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { IdentityRefusal } from '@/lib/linkedin/address/parse-address';
import { tabGrant } from '@/lib/settings/items';
import { currentTab, type TabView } from '@/lib/browser/tab-view';
import { peoplePage, type PeoplePage } from './people-page';

/** What the popup stands on. Taken when it opens, and again only when the user asks. */
export type FrontTab =
  | { readonly state: 'looking' }
  /** No address to be had: a browser page, or a tab that was never shared with us. */
  | { readonly state: 'hidden' }
  | { readonly state: 'nobody'; readonly windowId: number; readonly why: IdentityRefusal }
  /** People are shown, and only the reader can tell who. */
  | { readonly state: 'people'; readonly page: PeoplePage }
  | {
      readonly state: 'person';
      readonly tabId: number;
      readonly windowId: number;
      readonly identity: LinkedInIdentity;
      /** Counts the looks, so that the same person seen again starts afresh. */
      readonly look: number;
    };

/** The tab in front of this window, and a way to look at it again. Opening the popup also wakes an open side panel. */
export function useFrontTab(): { readonly front: FrontTab; readonly lookAgain: () => void } {
  const [look, setLook] = useState(0);
  const [front, setFront] = useState<FrontTab>({ state: 'looking' });
  useEffect(() => {
    let current = true;
    void currentTab().then((seen) => {
      if (!current) return;
      if (!seen.ok) {
        setFront({ state: 'hidden' });
        return;
      }
      setFront(frontTab(seen.value, look));
    });
    return () => {
      current = false;
    };
  }, [look]);
  useEffect(() => {
    void tabGrant.getValue().then((count) => tabGrant.setValue(count + 1));
  }, []);
  return {
    front,
    lookAgain: useCallback(() => {
      setLook((count) => count + 1);
    }, []),
  };
}

function frontTab(view: TabView, look: number): FrontTab {
  const people = peoplePage(view, look);
  if (people !== null) return { state: 'people', page: people };
  const { tabId, windowId, page } = view;
  return page.kind === 'person'
    ? { state: 'person', tabId, windowId, identity: page.identity, look }
    : { state: 'nobody', windowId, why: page.why };
}
