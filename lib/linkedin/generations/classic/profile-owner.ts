import type { MemberId, Slug } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { asMemberId, decodeOnce, memberNumber } from '../../address/ids';
import { unique, type ProfileOwner } from '../../evidence/owner-match';
import { all, attribute } from '../../page/dom';
import { hrefOf, slugInLink } from '../../page/profile-link';
import type { EmbeddedPerson } from './embedded-records';

/**
 * The person that a top card shows, by its links to the profile's own pages and by ids with the number of
 * `data-member-id`. Without such links, an embedded record with the slug and the same number is enough.
 */
export function ownerOf(top: Element, embedded: EmbeddedPerson | null): ProfileOwner {
  const linked = slugsIn(top);
  const isSameNumber = embedded !== null && embedded.memberNumber === memberNumberOf(top);
  return {
    slugs: linked.length === 0 && isSameNumber ? [embedded.slug] : linked,
    memberId: provenMemberId(top, isSameNumber ? embedded.memberId : null),
  };
}

/** The slugs in links below a profile's address (`/in/slug/overlay/…`). Links to people in common end at the slug, and dialogs link to others. */
function slugsIn(root: Element): readonly Slug[] {
  const hrefs = all(root, 'a[href*="/in/"]:not(:is(dialog, [role="dialog"]) *)').map(hrefOf);
  return unique(hrefs.filter((href) => /\/in\/[^/?#]+\/[a-z]/u.test(href)).map(slugInLink));
}

function memberNumberOf(top: Element): number {
  return Number(attribute(top, 'data-member-id'));
}

const ID_IN_LINK = /(?:profileUrn|profileId|[cC]onnectionOf|fsd_profile(?:Position)?)[^&]*?(ACoAA[\w-]{34})/gu;

function idsIn(root: Element): readonly MemberId[] {
  const ids = all(root, 'a[href*="ACoAA"]').flatMap((link) =>
    [...(decodeOnce(hrefOf(link)) ?? hrefOf(link)).matchAll(ID_IN_LINK)].map(([, id = '']) => asMemberId(id)),
  );
  return unique(ids);
}

function provenMemberId(top: Element, embedded: MemberId | null): MemberId | null {
  const linked = idsIn(top).filter((id) => memberNumber(id) === memberNumberOf(top));
  const [only, ...others] = unique([...linked, embedded]);
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * How certain it is that a card below the top card belongs to the same person: `proven` by a slug or id in its links,
 * `inferred` without any, null with another person's: the card is left from an earlier page.
 */
export function matchLowerCard(card: Element, top: Element, slug: Slug | null): Certainty | null {
  const slugs = slugsIn(card);
  const numbers = idsIn(card).map(memberNumber);
  if (slugs.some((other) => other !== slug) || numbers.some((number) => number !== memberNumberOf(top))) return null;
  return slugs.length + numbers.length > 0 ? 'proven' : 'inferred';
}
