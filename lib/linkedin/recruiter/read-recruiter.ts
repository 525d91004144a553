import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, isAfter } from '../dom';
import { collect, field, type GenerationReading } from '../fields';
import { unique } from '../belonging';
import { identityInLink } from '../link';
import { shown } from '../shown';
import { isBlank, visibleTextOf } from '../text';
import { tie } from '../tie';

const LOCKUP = 'data-test-row-lockup';
const PUBLIC_LINK = '[data-test-personal-info-subsection] .personal-info__content a[href*="/in/"]';

/**
 * Reads a Recruiter profile (linkedin/pages.md 2e). Null when the page is none. Its public profile's slug, without which
 * GetSales cannot be asked about the person, is taken only from the one place that is known to hold it.
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
  const line = (part: string) => {
    const [place] = shown(container, `[${LOCKUP}-${part}]`);
    const text = place === undefined || (next !== undefined && !isAfter(place, next)) ? '' : visibleTextOf(place);
    return field(isBlank(text) ? null : text, 'attribute', certainty);
  };
  const slugs = unique(all(container, PUBLIC_LINK).map((link) => identityInLink(link)?.slug ?? null));
  return {
    belongs: true,
    identity: { ...identity, slug: identity.slug ?? (slugs.length === 1 ? (slugs[0] ?? null) : null) },
    fields: collect({
      name: field(name, 'attribute', certainty),
      headline: line('headline'),
      location: line('location'),
    }),
  };
}
