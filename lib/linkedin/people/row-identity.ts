import type { LinkedInIdentity } from '@/lib/domain/identity';
import { unique } from '../evidence/owner-match';
import { all, attribute } from '../page/dom';
import { asMemberId, memberNumber } from '../address/ids';
import { hrefOf, identityInLink } from '../page/profile-link';
import { idsIn } from '../evidence/card-match';

/** Keys that name the row's person, and the link to write to them. */
const NAMING =
  '[data-chameleon-result-urn], [componentkey*="urn:li:member:"], [data-scroll-into-view], a[href*="/messaging/compose/"]';
const RESULT = 'data-chameleon-result-urn';
const KEYS = [RESULT, 'componentkey', 'data-scroll-into-view'];

/**
 * Whom a row's own link leads to. The row's keys vote: a link that they contradict is not the row's own, and a member id
 * beside a slug counts only with the number that they give (docs/linkedin-pages.md#people-lists). Null when GetSales could not be asked
 * about the person.
 */
export function identityOf(row: Element, link: Element): LinkedInIdentity | null {
  const own = identityInLink(link);
  if (own === null || (own.slug === null && own.memberId === null && own.salesId === null)) return null;
  const naming = [row, ...all(row, NAMING)];
  const votes = unique(naming.flatMap(numbersIn));
  const linked = memberNumber(own.salesId ?? own.memberId ?? idsIn(hrefOf(link))[0] ?? '');
  if (linked !== null && votes.some((vote) => vote !== linked)) return null;
  if (own.slug === null || votes.length !== 1) return own;
  const ids = unique([link, ...naming].flatMap((element) => idsIn(hrefOf(element))));
  return { ...own, memberId: asMemberId(ids.find((id) => memberNumber(id) === votes[0]) ?? '') };
}

/** A key that names no member (`urn:li:member:headless`) is a private member's: no number is that one. */
function numbersIn(element: Element): readonly (number | null)[] {
  return KEYS.flatMap((name) => {
    const key = attribute(element, name);
    if (key === null) return [];
    const number = /urn:li:member:(\d+)/u.exec(key)?.[1];
    if (name === RESULT) return Number(number);
    return number === undefined ? idsIn(key).map(memberNumber) : Number(number);
  });
}
