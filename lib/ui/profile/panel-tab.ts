import type { TabView } from '@/lib/browser/tab-view';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import type { Result } from '@/lib/domain/result';
import type { IdentityRefusal } from '@/lib/linkedin/address/parse-address';
import { peopleFound, peoplePage, type PeoplePage } from './people-page';

/** What the active tab shows, as far as the panel may know. */
export type PanelTab =
  | { readonly state: 'loading' }
  /** The address is hidden: the tab was not shared, and there is no permission for LinkedIn. */
  | { readonly state: 'hidden' }
  /** A page without one person. `why` is null when all we know is that it is not LinkedIn. */
  | { readonly state: 'no-person'; readonly why: IdentityRefusal | null }
  | { readonly state: 'person'; readonly identity: LinkedInIdentity };

/** The person that the panel shows, or why there is none. */
export type PanelProfile =
  | Exclude<PanelTab, { readonly state: 'person' }>
  | {
      readonly state: 'person';
      readonly identity: LinkedInIdentity;
      readonly pinned: boolean;
      /** Pinned to this person while the tab shows another one. */
      readonly isTabElsewhere: boolean;
    };

/** The pinned person if there is one, otherwise the person of the tab. */
export function panelProfile(tab: PanelTab, pin: LinkedInIdentity | null): PanelProfile {
  if (pin !== null) {
    const isTabElsewhere = tab.state === 'person' && !isSamePerson(tab.identity, pin);
    return { state: 'person', identity: pin, pinned: true, isTabElsewhere };
  }
  return tab.state === 'person' ? { ...tab, pinned: false, isTabElsewhere: false } : tab;
}

/** What a tab shows by its address alone; null when its page has to be read. */
export function tabByAddress(view: TabView): PanelTab | null {
  const people = peoplePage(view, 0);
  if (people !== null && people.kind !== 'many') return null;
  const { page } = view;
  return page.kind === 'person' ? { state: 'person', identity: page.identity } : { state: 'no-person', why: page.why };
}

/** Reads such a page: `readPeoplePage` without a test's own browser. */
export type ReadPage = (page: PeoplePage) => Promise<Result<Reading>>;

/**
 * The person of a conversation or Recruiter profile, if the reader can match them to the page's address. The reader itself
 * waits for late content.
 */
export async function tabByReading(view: TabView, read: ReadPage): Promise<PanelTab> {
  const page = peoplePage(view, 0);
  const result = page === null ? null : await read(page);
  const found = page !== null && result?.ok === true ? peopleFound(page.kind, result.value) : null;
  if (found?.kind === 'one') return { state: 'person', identity: found.identity };
  return { state: 'no-person', why: view.page.kind === 'no-person' ? view.page.why : 'not-a-person' };
}
