import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute } from '../dom';
import { asMemberId, memberNumber } from '../ids';
import { identityInLink } from '../link';
import { idsIn } from '../tie';
import { unique } from '../belonging';

const VOTES = '[data-chameleon-result-urn], [componentkey*="urn:li:member:"], [data-scroll-into-view]';

/**
 * Whom a row's own link leads to. The row's keys vote: a link that they contradict is not the row's own, and a member id
 * beside a slug counts only with the number that they give (linkedin/pages.md 2f). Null when GetSales could not be asked
 * about the person.
 */
export function identityOf(row: Element, link: Element): LinkedInIdentity | null {
  const own = identityInLink(link);
  if (own === null || (own.slug === null && own.memberId === null && own.salesId === null)) return null;
  const votes = unique([row, ...all(row, VOTES)].flatMap(numbersIn));
  const linked = memberNumber(own.salesId ?? own.memberId ?? idsIn(link)[0] ?? '');
  if (linked !== null && votes.some((vote) => vote !== linked)) return null;
  if (own.slug === null || votes.length !== 1) return own;
  const ids = [link, ...all(row, 'a[href*="/messaging/compose/"]')].flatMap(idsIn);
  return { ...own, memberId: asMemberId(ids.find((id) => memberNumber(id) === votes[0]) ?? '') };
}

function numbersIn(element: Element): readonly (number | null)[] {
  const keys = `${attribute(element, 'data-chameleon-result-urn') ?? ''} ${attribute(element, 'componentkey') ?? ''}`;
  const number = /urn:li:member:(\d+)/u.exec(keys)?.[1];
  return [number === undefined ? null : Number(number), ...idsIn(element).map(memberNumber)];
}
