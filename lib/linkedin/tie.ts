import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { all, attribute, closest } from './dom';
import { memberNumber } from './ids';
import { hrefOf } from './link';
import { visibleTextOf } from './text';
import { titleName } from './witness';

/** Places in a card that name its subject and, where those say nothing, all its links but those in lists of others. */
const PLACES = ['a[href*="/shared-connections/"], [data-scroll-into-view]', 'a[href]:not(:is(li, article) *)'];
const ID = /A(?:C[ow]|EM)AA[\w-]{34}/gu;

/**
 * How surely a card of Sales Navigator or Recruiter shows the address's person. Proven when the ids that it names are all
 * that person's; null when one is not, for then the card is somebody else's or stale. A card that names no id at all
 * (none is known to, linkedin/pages.md 2d) is a suggestion when the tab's title names the same person, and nobody's else:
 * of title and content the title changes first. A lead's title that names another person always contradicts; what
 * Recruiter's says is not known.
 */
export function tie(document: Document, card: Element, name: Element, identity: LinkedInIdentity): Certainty | null {
  const title = titleName(document)?.split(' | ')[0] ?? null;
  const isContradicted = title !== null && title !== visibleTextOf(name);
  if (isContradicted && identity.recruiterId === undefined) return null;
  const own = identity.salesId ?? identity.memberId ?? identity.recruiterId ?? '';
  const link = closest(name, 'a');
  const named = [...(link === null ? [] : [link]), ...all(name, 'a')];
  for (const places of [named, ...PLACES.map((selector) => all(card, selector))]) {
    const ids = places.flatMap((place) => [
      ...idsIn(hrefOf(place)),
      ...idsIn(attribute(place, 'data-scroll-into-view') ?? ''),
    ]);
    if (ids.length > 0) return ids.every((id) => isSameMember(id, own)) ? 'proven' : null;
  }
  return title === null || isContradicted ? null : 'inferred';
}

/** Every id of a person in a link's address or a key. */
export function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? [];
}

/** The same id, or ids of different kinds with the same member number (linkedin/pages.md 4.1). */
function isSameMember(id: string, own: string): boolean {
  const isOtherKind = id.slice(0, 5) !== own.slice(0, 5);
  return id === own || (isOtherKind && memberNumber(id) === memberNumber(own));
}
