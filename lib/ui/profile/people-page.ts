import { isAddressable, type LinkedInIdentity } from '@/lib/domain/identity';
import type { TabView } from '@/lib/browser/tab-view';

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
