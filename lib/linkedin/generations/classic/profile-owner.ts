import type { MemberId, Slug } from '@/lib/domain/identity';
import { slugInLink, unique, type Subject } from '../../evidence/owner-match';
import { all, attribute, first } from '../../page/dom';
import { asMemberId, memberNumber } from '../../address/ids';
import type { IslandPerson } from './embedded-records';

/** The top cards: sections in `main` that carry their subject's member number and a heading. */
export function topCards(document: Document): readonly Element[] {
  return all(document, 'main section[data-member-id]').filter((section) => first(section, 'h1') !== null);
}

/**
 * Whom a classic top card shows: by the links to the profile's own pages, and by ids whose number equals
 * `data-member-id`. Where it carries no such link, embedded data that ties the slug to that number does as well.
 */
export function subjectOf(top: Element, island: IslandPerson | null): Subject {
  const linked = slugsIn(top);
  const isConnected = island !== null && island.memberNumber === memberNumberOf(top);
  return {
    slugs: linked.length === 0 && isConnected ? [island.slug] : linked,
    memberId: provenMemberId(top, isConnected ? island.memberId : null),
  };
}

/** The slugs in links below a profile's address (`/in/slug/overlay/…`); links to people in common end at the slug. */
function slugsIn(root: Element): readonly Slug[] {
  const own = all(root, 'a[href*="/in/"]').map((link) => attribute(link, 'href') ?? '');
  return unique(own.filter((href) => /\/in\/[^/?#]+\/[a-z]/u.test(href)).map(slugInLink));
}

function memberNumberOf(top: Element): number {
  return Number(attribute(top, 'data-member-id') ?? Number.NaN);
}

const ID_IN_LINK = /(?:profileUrn|profileId|[cC]onnectionOf|fsd_profile(?:Position)?)[^&]*?(ACoAA[\w-]{34})/gu;

function idsIn(root: Element): readonly MemberId[] {
  const ids = all(root, 'a[href*="ACoAA"]').flatMap((link) =>
    [...decode(attribute(link, 'href') ?? '').matchAll(ID_IN_LINK)].map((match) => asMemberId(match[1] ?? '')),
  );
  return unique(ids);
}

function provenMemberId(top: Element, inIsland: MemberId | null): MemberId | null {
  const linked = idsIn(top).filter((id) => memberNumber(id) === memberNumberOf(top));
  const [only, ...others] = unique([...linked, inIsland]);
  return only !== undefined && others.length === 0 ? only : null;
}

export type Tie = 'tied' | 'untied' | 'foreign';

/** Whether a card below the top card names its subject, nobody, or somebody else (left over from an earlier page). */
export function tieOf(card: Element, top: Element, slug: Slug | null): Tie {
  const slugs = slugsIn(card);
  const numbers = idsIn(card).map(memberNumber);
  if (slugs.some((other) => other !== slug) || numbers.some((number) => number !== memberNumberOf(top)))
    return 'foreign';
  return slugs.length + numbers.length > 0 ? 'tied' : 'untied';
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
