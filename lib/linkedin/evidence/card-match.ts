import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { all, attribute, attributeNames, closest, contains } from '../page/dom';
import { memberNumber } from '../address/ids';
import { hrefOf } from '../page/profile-link';
import { visibleTextOf } from '../page/text';
import { titleName } from './name-heading';

/** Places in a card that name its subject and, where those say nothing, all its links but those in lists of others. */
const PLACES = ['a[href*="/shared-connections/"], [data-scroll-into-view]', 'a[href]:not(:is(li, article) *)'];
const KEYED = '[data-scroll-into-view]';
const ID = /A(?:C[ow]|EM)AA[\w-]{34}/gu;

/**
 * How surely a card of Sales Navigator or Recruiter shows the address's person. Proven when the ids that it names are all
 * that person's; null when one is not, for then the card is somebody else's or stale. A card that names no id at all
 * (none is known to, docs/linkedin-pages.md#sales-navigator) is a suggestion when the tab's title names the same person, and nobody's else:
 * of title and content the title changes first. A lead's title that names another person always contradicts; what
 * Recruiter's says is not known. What the card itself says, or the keyed element that it stands in, is heard first.
 */
export function tie(document: Document, card: Element, name: Element, identity: LinkedInIdentity): Certainty | null {
  const title = titleName(document)?.split(' | ')[0] ?? null;
  const isContradicted = title !== null && title !== visibleTextOf(name);
  if (isContradicted && identity.recruiterId === undefined) return null;
  const around = closest(card, KEYED);
  const keys = [card, ...(around === null ? [] : [around])].flatMap(keysOf);
  if (keys.some((id) => !isTheirs(id, identity))) return null;
  const link = closest(name, 'a');
  const named = [...(link === null ? [] : [link]), ...all(name, 'a')];
  for (const places of [named, ...PLACES.map((selector) => all(card, selector))]) {
    const ids = places.flatMap(idsAt);
    if (ids.length > 0) return ids.every((id) => isTheirs(id, identity)) ? 'proven' : null;
  }
  if (keys.length > 0) return 'proven';
  return title === null || isContradicted ? null : 'inferred';
}

/**
 * How surely a section speaks of the card's person: as surely as the card where it stands in it or names them, else as a
 * suggestion, and not at all (null) where it names anybody else: it may be left from the page before.
 */
export function tieOfSection(
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
  if (ids.some((id) => !isTheirs(id, identity))) return null;
  return ids.length > 0 || contains(card, section) ? certainty : 'inferred';
}

/** The ids in an element's own attributes, whatever LinkedIn calls them. */
function keysOf(element: Element): readonly string[] {
  return attributeNames(element).flatMap((name) => idsIn(attribute(element, name) ?? ''));
}

function idsAt(place: Element): readonly string[] {
  return [...idsIn(hrefOf(place)), ...idsIn(attribute(place, 'data-scroll-into-view') ?? '')];
}

/** Every id of a person in a link's address or a key. */
export function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? [];
}

/** The same id, or ids of different kinds with the same member number (docs/linkedin-pages.md#member-ids). */
function isTheirs(id: string, { salesId, memberId, recruiterId }: LinkedInIdentity): boolean {
  const own = salesId ?? memberId ?? recruiterId ?? '';
  const isOtherKind = id.slice(0, 5) !== own.slice(0, 5);
  return id === own || (isOtherKind && memberNumber(id) === memberNumber(own));
}
