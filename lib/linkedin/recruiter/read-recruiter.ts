import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, isAfter } from '../page/dom';
import { collect, unexpectedLayoutIn, field, type GenerationReading } from '../evidence/fields';
import { unique } from '../evidence/owner-match';
import { identityInLink } from '../page/profile-link';
import { shown } from '../page/visible';
import { isBlank, visibleTextOf } from '../page/text';
import { tie } from '../evidence/card-match';

const LOCKUP = 'data-test-row-lockup';
const PUBLIC_LINK = '[data-test-personal-info-subsection] .personal-info__content a[href*="/in/"]';

/**
 * Reads a Recruiter profile (docs/linkedin-pages.md#recruiter). Null when the page is none. Its public profile's slug, without which
 * GetSales cannot be asked about the person, is taken only from the one place that is known to hold it, and only where the
 * page proves whose it is: a profile shown before may still be painted, title and all (docs/linkedin-pages.md#navigation).
 */
export function readRecruiter(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const container = all(document, '#profile-container')[0];
  const names = container === undefined ? [] : shown(container, `[${LOCKUP}-full-name]`);
  if (container === undefined || names[0] === undefined) return null;
  const name = visibleTextOf(names[0]);
  const certainty = tie(document, container, names[0], identity);
  if (certainty === null) return { belongs: false };
  // Similar people have the same rows further down.
  const next = names.find((other) => visibleTextOf(other) !== name);
  const placeIn = (find: typeof shown, part: string) => {
    const [place = null] = find(container, `[${LOCKUP}-${part}]`);
    return place === null || (next !== undefined && !isAfter(place, next)) ? null : place;
  };
  const line = (part: string) => {
    const text = visibleTextOf(placeIn(shown, part));
    return field(isBlank(text) ? null : text, 'attribute', certainty);
  };
  const links = certainty === 'proven' ? all(container, PUBLIC_LINK) : [];
  const slugs = unique(links.map((link) => identityInLink(link)?.slug ?? null));
  return {
    belongs: true,
    identity: { ...identity, slug: identity.slug ?? (slugs.length === 1 ? (slugs[0] ?? null) : null) },
    fields: collect({
      name: field(name, 'attribute', certainty),
      headline: line('headline'),
      location: line('location'),
    }),
    drift: unexpectedLayoutIn({ name, headline: placeIn(all, 'headline'), location: placeIn(all, 'location') }),
  };
}
