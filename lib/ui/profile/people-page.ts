import type { TabView } from '@/lib/browser/tab-view';
import { isAddressable, type LinkedInIdentity } from '@/lib/domain/identity';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';

/**
 * A page whose address does not identify a person for GetSales: a conversation, a page of many people, or a Recruiter profile,
 * since GetSales does not know Recruiter's ids.
 */
export type PeoplePage = {
  readonly tabId: number;
  readonly windowId: number;
  /** Increases with each refresh, so that the same page is read again. */
  readonly refreshCount: number;
} & (
  | { readonly kind: 'thread' | 'many'; readonly url: string }
  | { readonly kind: 'recruiter'; readonly identity: LinkedInIdentity }
);

/** The tab as such a page; null when its address decides. */
export function peoplePage({ tabId, windowId, url, page }: TabView, refreshCount: number): PeoplePage | null {
  if (page.kind === 'person') {
    return isAddressable(page.identity)
      ? null
      : { kind: 'recruiter', tabId, windowId, refreshCount, identity: page.identity };
  }
  return page.why === 'thread' || page.why === 'many' ? { kind: page.why, tabId, windowId, refreshCount, url } : null;
}

/** The people of such a page that GetSales can look up. */
export type PeopleFound =
  | { readonly kind: 'one'; readonly identity: LinkedInIdentity }
  | {
      readonly kind: 'many';
      readonly people: readonly PersonOnPage[];
      /** How many more are shown that GetSales cannot look up. */
      readonly unlinked: number;
    }
  | { readonly kind: 'none' };

/** The people in a reading. A reading of another kind than the page has none. */
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

/** One person of a list as a reading: the fields shown beside their link, with none missing. */
export function readingOf({ identity, fields }: PersonOnPage, page: Reading): Reading {
  return {
    kind: 'people',
    generation: page.generation,
    identity,
    fields,
    missing: [],
    unexpectedLayout: [],
    people: [],
  };
}
