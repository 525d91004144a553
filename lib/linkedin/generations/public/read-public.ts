import type { LinkedInIdentity } from '@/lib/domain/identity';
import { portraitUrl } from '../../evidence/avatar';
import { belongsTo, enrich, slugInLink, unique } from '../../evidence/owner-match';
import { all, attribute, first, firstSeen, visibleText } from '../../page/dom';
import { collect, unexpectedLayoutIn, field, type GenerationReading } from '../../evidence/fields';
import { clean, cleanLines, isBlank, isCount, textOf, visibleTextOf } from '../../page/text';
import { namedHeading, titleName } from '../../evidence/name-heading';
import { currentPosition } from './position';

const TOP = '.top-card-layout';

/** Reads the page that LinkedIn shows to people who are not signed in. Null when the page is not of this generation. */
export function readPublic(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const headings = all(document, `${TOP}__title`);
  if (headings.length === 0 || metaContent(document, 'name="pageKey"')?.startsWith('public_profile') !== true)
    return null;
  const addresses = all(document, 'link[rel="canonical"]').map((link) => attribute(link, 'href'));
  const subject = {
    slugs: unique([...addresses, metaContent(document, 'property="og:url"')].map(slugInLink)),
    memberId: null,
  };
  if (!belongsTo(subject, identity)) return { belongs: false };
  const firstName = metaContent(document, 'property="profile:first_name"');
  const lastName = metaContent(document, 'property="profile:last_name"');
  // The names for search engines come apart and in an order of their own, so the heading has to hold them.
  const parts = [firstName, lastName].filter((part) => part !== null);
  const agreeing = headings.filter((heading) => parts.every((part) => textOf(heading).includes(part)));
  const joined = parts.length === 2 ? [parts.join(' '), parts.toReversed().join(' ')] : [];
  const named = namedHeading(agreeing, namePart(document, agreeing), joined);
  if (named === null) return { belongs: false };
  const { name } = named;
  const headline = textAt(document, `${TOP}__headline`);
  const company = textAt(document, `${TOP} [data-section="currentPositionsDetails"]`);
  const location = textAt(document, `${TOP}__first-subline .profile-info-subheader span`);
  return {
    belongs: true,
    identity: enrich(identity, subject),
    fields: collect({
      name,
      firstName: field(firstName, 'meta'),
      lastName: field(lastName, 'meta'),
      headline: field(headline, 'structure'),
      company: field(company, 'badge'),
      position: currentPosition(document, company),
      location: location === null || isCount(location) ? null : field(location, 'structure'),
      about: about(document),
      avatar: field(portraitUrl(metaContent(document, 'property="og:image"')), 'meta'),
    }),
    // A page for everybody may leave the headline out.
    drift: unexpectedLayoutIn({ name, headline, location }).filter((missing) => missing !== 'headline'),
  };
}

function metaContent(document: Document, which: string): string | null {
  const meta = first(document, `meta[${which}]`);
  const content = meta === null ? '' : clean(attribute(meta, 'content') ?? '');
  return content === '' ? null : content;
}

/** Text at the first match, unless LinkedIn has blurred it with asterisks. */
function textAt(document: Document, selector: string): string | null {
  const element = firstSeen(document, selector);
  const text = visibleTextOf(element);
  return isBlank(text) || text.includes('**') ? null : text;
}

/** The title is `Name - Headline`: it can confirm a heading, not give a name. */
function namePart(document: Document, headings: readonly Element[]): string | null {
  const title = titleName(document);
  const heading = headings.map(textOf).find((text) => title?.startsWith(`${text} - `));
  return heading ?? title;
}

function about(document: Document) {
  const body = first(document, '[data-section="summary"] .core-section-container__content p');
  const text = body && cleanLines(visibleText(body));
  return text?.includes('**') ? null : field(text, 'structure');
}
