import type { TabReading } from '@/lib/browser/read-tab';
import type { TabView } from '@/lib/browser/tab-view';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { Result } from '@/lib/domain/result';
import type { IdentityRefusal } from '@/lib/linkedin/address/identity';
import { peopleFound, peoplePage, type PeoplePage } from './people-page';

/** What the tab in front shows, as far as the panel may know. */
export type PanelTab =
  | { readonly state: 'looking' }
  /** The address is not ours to see: never shared, and LinkedIn is not allowed as a whole. */
  | { readonly state: 'hidden' }
  /** Somewhere that is nobody's profile. `why` is null when only that it is not LinkedIn is known. */
  | { readonly state: 'nobody'; readonly why: IdentityRefusal | null }
  | { readonly state: 'person'; readonly identity: LinkedInIdentity };

/** Whom the panel is about. */
export type PanelProfile =
  | Exclude<PanelTab, { readonly state: 'person' }>
  | {
      readonly state: 'person';
      readonly identity: LinkedInIdentity;
      readonly pinned: boolean;
      /** Pinned to this person while the tab shows somebody else. */
      readonly elsewhere: boolean;
    };

/** The pinned person while there is one, else whoever the tab shows. */
export function panelProfile(tab: PanelTab, pin: LinkedInIdentity | null): PanelProfile {
  if (pin !== null) {
    const elsewhere = tab.state === 'person' && !isSamePerson(tab.identity, pin);
    return { state: 'person', identity: pin, pinned: true, elsewhere };
  }
  return tab.state === 'person' ? { ...tab, pinned: false, elsewhere: false } : tab;
}

/** What a tab shows by its address alone; null where only the reader can tell. */
export function tabByAddress(view: TabView): PanelTab | null {
  const people = peoplePage(view, 0);
  if (people !== null && people.kind !== 'many') return null;
  const { page } = view;
  return page.kind === 'person' ? { state: 'person', identity: page.identity } : { state: 'nobody', why: page.why };
}

/** lib/ui/profile/people-found's `readPeoplePage`. */
export type ReadPage = (page: PeoplePage) => Promise<Result<TabReading>>;

/**
 * The person of a conversation or of a Recruiter profile: only one that the reader connections to the page's address. The
 * reader itself waits for late content; a page that it cannot connection or read has no person.
 */
export async function tabByReading(view: TabView, read: ReadPage): Promise<PanelTab> {
  const page = peoplePage(view, 0);
  const seen = page === null ? null : await read(page);
  const found = page !== null && seen?.ok === true ? peopleFound(page.kind, seen.value.reading) : null;
  if (found?.kind === 'one') return { state: 'person', identity: found.identity };
  return { state: 'nobody', why: view.page.kind === 'nobody' ? view.page.why : 'not-a-person' };
}
