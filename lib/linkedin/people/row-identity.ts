import type { LinkedInIdentity } from '@/lib/domain/identity';
import { asMemberId, memberNumber, numberInUrn } from '../address/ids';
import { idsIn } from '../evidence/card-match';
import { unique } from '../evidence/owner-match';
import { all, attribute } from '../page/dom';
import { hrefOf, identityInLink } from '../page/profile-link';
import { invitedSlug } from './keyed-rows';

/** Keys with the row person's id, and the link that starts a message to them. */
const NAMING =
  '[data-chameleon-result-urn], [componentkey*="urn:li:member:"], [componentkey^="SearchResults"], [data-scroll-into-view], a[href*="/messaging/compose/"]';
const RESULT = 'data-chameleon-result-urn';
const KEYS = [RESULT, 'componentkey', 'data-scroll-into-view'];

/**
 * The person that a row's own link leads to. The row's keys are checked against it: a link that they contradict is not the
 * row's own, and a member id besides a slug needs their number (docs/linkedin-pages.md#people-lists). Null when GetSales
 * has no way to look the person up.
 */
export function identityOf(row: Element, link: Element): LinkedInIdentity | null {
  const own = identityInLink(link);
  if (own === null || (own.slug === null && own.memberId === null && own.salesId === null)) return null;
  const naming = [row, ...all(row, NAMING)];
  const votes = unique(naming.flatMap(numbersIn));
  const invited = unique(all(row, 'a[href*="vanityName="]').map(invitedSlug));
  if (own.slug !== null && invited.some((slug) => slug !== own.slug)) return null;
  const linked = memberNumber(own.salesId ?? own.memberId ?? idsIn(hrefOf(link))[0] ?? '');
  if (linked !== null && votes.some((vote) => vote !== linked)) return null;
  if (own.slug === null || votes.length !== 1) return own;
  const ids = unique([link, ...naming].flatMap(idsAt));
  return { ...own, memberId: asMemberId(ids.find((id) => memberNumber(id) === votes[0]) ?? '') };
}

function idsAt(element: Element): readonly string[] {
  return [...idsIn(hrefOf(element)), ...idsIn(attribute(element, 'componentkey') ?? '')];
}

/** `NaN` for a private member's key (`urn:li:member:headless`), so that it equals no number. */
function numbersIn(element: Element): readonly (number | null)[] {
  return KEYS.flatMap((name) => {
    const key = attribute(element, name);
    if (key === null) return [];
    const number = numberInUrn(key);
    return name === RESULT || !Number.isNaN(number) ? number : idsIn(key).map(memberNumber);
  });
}
