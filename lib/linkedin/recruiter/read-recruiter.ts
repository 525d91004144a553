import type { LinkedInIdentity } from '@/lib/domain/identity';
import { matchCard } from '../evidence/card-match';
import { collect, field, unexpectedLayoutIn, type GenerationReading } from '../evidence/fields';
import { all, isAfter } from '../page/dom';
import { identityInLink } from '../page/profile-link';
import { isBlank, visibleTextOf } from '../page/text';
import { shown } from '../page/visible';

const LOCKUP = 'data-test-row-lockup';
/** Links to public profiles, and links that have lost their address: each may be the person's. */
const PUBLIC_LINK = '[data-test-personal-info-subsection] .personal-info__content a:is([href*="/in/"], :not([href]))';

/**
 * Reads a Recruiter profile (docs/linkedin-pages.md#recruiter). Null when the page is none. GetSales needs the slug of the
 * public profile: it is read only from its one known place, and only if the page proves whose it is, since LinkedIn can
 * still show the previous profile, title included (docs/linkedin-pages.md#navigation).
 */
export function readRecruiter(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const container = all(document, '#profile-container')[0];
  const names = container === undefined ? [] : shown(container, `[${LOCKUP}-full-name]`);
  if (container === undefined || names[0] === undefined) return null;
  const name = visibleTextOf(names[0]);
  const certainty = matchCard(document, container, names[0], identity);
  if (certainty === null) return { belongsToOwner: false };
  // Similar people follow in rows of the same form.
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
  const [slug = null, ...otherSlugs] = new Set(links.map((link) => identityInLink(link)?.slug ?? null));
  return {
    belongsToOwner: true,
    identity: { ...identity, slug: identity.slug ?? (otherSlugs.length === 0 ? slug : null) },
    fields: collect({
      name: field(name, 'attribute', certainty),
      headline: line('headline'),
      location: line('location'),
    }),
    unexpectedLayout: unexpectedLayoutIn({
      name,
      headline: placeIn(all, 'headline'),
      location: placeIn(all, 'location'),
    }),
  };
}
