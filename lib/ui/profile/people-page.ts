import { readTab, readTabAt, type TabReader, type TabReading } from '@/lib/browser/read-tab';
import type { TabView } from '@/lib/browser/tab-view';
import { isAddressable, type LinkedInIdentity } from '@/lib/domain/identity';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';
import type { Result } from '@/lib/domain/result';

/**
 * A page that shows people without GetSales being able to tell from its address who they are: a conversation, a page of
 * many, or a profile in Recruiter, whose ids GetSales does not know.
 */
export type PeoplePage = {
  readonly tabId: number;
  readonly windowId: number;
  /** Counts the looks, so that the same page seen again is read afresh. */
  readonly look: number;
} & (
  | { readonly kind: 'thread' | 'many'; readonly url: string }
  | { readonly kind: 'recruiter'; readonly identity: LinkedInIdentity }
);

/** A tab as such a page; null where the address says all there is to say. */
export function peoplePage({ tabId, windowId, url, page }: TabView, look: number): PeoplePage | null {
  if (page.kind === 'person') {
    return isAddressable(page.identity) ? null : { kind: 'recruiter', tabId, windowId, look, identity: page.identity };
  }
  return page.why === 'thread' || page.why === 'many' ? { kind: page.why, tabId, windowId, look, url } : null;
}

/** Runs the reader on such a page; what it saw counts only if the tab stands where it stood. */
export function readPeoplePage(page: PeoplePage, api?: TabReader): Promise<Result<TabReading>> {
  return page.kind === 'recruiter' ? readTab(page.tabId, page.identity, api) : readTabAt(page.tabId, page.url, api);
}

/** Whom such a page shows, as far as GetSales can be asked about them. */
export type PeopleFound =
  | { readonly kind: 'one'; readonly identity: LinkedInIdentity }
  | {
      readonly kind: 'many';
      readonly people: readonly PersonOnPage[];
      /** How many more are shown whom GetSales cannot be asked about. */
      readonly unlinked: number;
    }
  | { readonly kind: 'none' };

/** Whom the reader saw. Counts only what fits the page: a list is nobody's conversation, whatever it contains. */
export function peopleFound(kind: PeoplePage['kind'], reading: Reading): PeopleFound {
  if (kind === 'many') {
    const people = reading.people.filter(({ identity }) => isAddressable(identity));
    return people.length === 0
      ? { kind: 'none' }
      : { kind: 'many', people, unlinked: reading.people.length - people.length };
  }
  const { identity } = reading;
  const isOfThisKind = reading.kind === kind;
  return isOfThisKind && identity !== null && isAddressable(identity) ? { kind: 'one', identity } : { kind: 'none' };
}

/** One of many as a reading of their own: what stood beside their link, and nothing expected beyond it. */
export function readingOf({ identity, fields }: PersonOnPage, page: Reading): Reading {
  return { kind: 'people', generation: page.generation, identity, fields, missing: [], drift: [], people: [] };
}
