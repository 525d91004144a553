import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { memberNumber } from '../address/ids';
import { all, attribute, attributeNames, closest, contains } from '../page/dom';
import { hrefOf } from '../page/profile-link';
import { visibleTextOf } from '../page/text';
import { titleName } from './name-heading';

/** Places in a card that name its owner; if they have no id, all links except those in lists of other people. */
const PLACES = ['a[href*="/shared-connections/"], [data-scroll-into-view]', 'a[href]:not(:is(li, article) *)'];
const KEYED = '[data-scroll-into-view]';
const ID = /A(?:C[ow]|EM)AA[\w-]{34}/gu;

/**
 * How certain it is that a card of Sales Navigator or Recruiter shows the address's person. `proven` when all ids in it are
 * that person's; null when one is not: the card is stale or another person's. A card without ids (none is known to have
 * any, docs/linkedin-pages.md#sales-navigator) is `inferred` when the tab's title has the same name, since LinkedIn
 * changes the title before the content. A lead's title with another name always contradicts; Recruiter's titles are not
 * known. The keys of the card and of the keyed element around it are checked first.
 */
export function matchCard(
  document: Document,
  card: Element,
  name: Element,
  identity: LinkedInIdentity,
): Certainty | null {
  const title = titleName(document);
  // `Mira Okonkwo | Lead | Sales Navigator`; names contain bars, too.
  const isContradicted = title !== null && !`${title} | `.startsWith(`${visibleTextOf(name)} | `);
  if (isContradicted && identity.recruiterId === undefined) return null;
  const around = closest(card, KEYED);
  const keys = [card, ...(around === null ? [] : [around])].flatMap(keysOf);
  if (keys.some((id) => !isIdOf(identity, id))) return null;
  const link = closest(name, 'a');
  const named = [...(link === null ? [] : [link]), ...all(name, 'a')];
  for (const places of [named, ...PLACES.map((selector) => all(card, selector))]) {
    const ids = places.flatMap(idsAt);
    if (ids.length > 0) return ids.every((id) => isIdOf(identity, id)) ? 'proven' : null;
  }
  if (keys.length > 0) return 'proven';
  return title === null || isContradicted ? null : 'inferred';
}

/**
 * How certain it is that a section is about the card's person: as the card where it is inside it or has their id,
 * otherwise `inferred`. Null when it has another person's id: it may be left from the previous page.
 */
export function matchSection(
  section: Element,
  card: Element,
  certainty: Certainty,
  identity: LinkedInIdentity,
): Certainty | null {
  const around = closest(section, KEYED);
  const ids = [
    ...keysOf(section),
    ...(around === null ? [] : keysOf(around)),
    ...all(section, `a[href], ${KEYED}`).flatMap(idsAt),
  ];
  if (ids.some((id) => !isIdOf(identity, id))) return null;
  return ids.length > 0 || contains(card, section) ? certainty : 'inferred';
}

/** The ids in any of an element's attributes. */
function keysOf(element: Element): readonly string[] {
  return attributeNames(element).flatMap((name) => idsIn(attribute(element, name) ?? ''));
}

function idsAt(place: Element): readonly string[] {
  return [...idsIn(hrefOf(place)), ...idsIn(attribute(place, 'data-scroll-into-view') ?? '')];
}

/** Every person's id in a link's address or a key. */
export function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? [];
}

/** The same id, or an id of another kind with the same member number (docs/linkedin-pages.md#member-ids). */
function isIdOf({ salesId, memberId, recruiterId }: LinkedInIdentity, id: string): boolean {
  const own = salesId ?? memberId ?? recruiterId ?? '';
  const isOtherKind = id.slice(0, 5) !== own.slice(0, 5);
  return id === own || (isOtherKind && memberNumber(id) === memberNumber(own));
}
