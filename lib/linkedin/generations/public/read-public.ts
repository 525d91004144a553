import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ReadField } from '@/lib/domain/reading';
import { collect, field, portraitUrl, unexpectedLayoutIn, type GenerationReading } from '../../evidence/fields';
import { nameHeading, titleName } from '../../evidence/name-heading';
import { enrich, isOwnerAt, unique } from '../../evidence/owner-match';
import { type Work, workOf } from '../../evidence/roles';
import { all, attribute, closest, first, rawText } from '../../page/dom';
import { isRecord, recordsUnder } from '../../page/embedded-json';
import { hrefOf, slugInLink } from '../../page/profile-link';
import { clean, cleanLines, isBlank, isCount, textOf, visibleTextOf } from '../../page/text';
import { firstUnhidden, visibleText } from '../../page/visible';

const TOP = '.top-card-layout';
const DIALOGS = `button *, dialog *, [role="dialog"] *, ${TOP} [class*="modal"] *`;

/** Reads the page for people who are not signed in. Null when the page is not of this generation. */
export function readPublic(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const [top] = all(document, TOP);
  const headings = all(document, `${TOP}__title`);
  if (
    top === undefined ||
    headings.length === 0 ||
    metaContent(document, 'name="pageKey"')?.startsWith('public_profile') !== true
  )
    return null;
  const addresses = all(document, 'link[rel="canonical"]').map(hrefOf);
  const owner = {
    slugs: unique([...addresses, metaContent(document, 'property="og:url"') ?? ''].map(slugInLink)),
    memberId: null,
  };
  if (!isOwnerAt(identity, owner)) return { belongsToOwner: false };
  const firstName = metaContent(document, 'property="profile:first_name"');
  const lastName = metaContent(document, 'property="profile:last_name"');
  // The metas give first and last name without their order, so the heading has to contain both.
  const parts = [firstName, lastName].filter((part) => part !== null);
  const agreeing = headings.filter((heading) => parts.every((part) => textOf(heading).includes(part)));
  const joined = parts.length === 2 ? [parts.join(' '), parts.toReversed().join(' ')] : [];
  const named = nameHeading(top, agreeing, nameInTitle(document, agreeing), joined);
  if (named === null) return { belongsToOwner: false };
  const { name } = named;
  const headline = textAt(document, `${TOP}__headline`);
  const company = textAt(document, `${TOP} [data-section="currentPositionsDetails"]`);
  const location = textAt(document, `${TOP}__first-subline .profile-info-subheader span`);
  return {
    belongsToOwner: true,
    identity: enrich(identity, owner),
    fields: collect({
      name,
      firstName: field(firstName, 'meta'),
      lastName: field(lastName, 'meta'),
      headline: field(headline, 'structure'),
      ...workIn(document, company, headline),
      location: location === null || isCount(location) ? null : field(location, 'structure'),
      about: about(document),
      avatar: field(portraitUrl(metaContent(document, 'property="og:image"')), 'meta'),
    }),
    // A public page may have no headline.
    unexpectedLayout: unexpectedLayoutIn({ name, headline, location }).filter((missing) => missing !== 'headline'),
  };
}

function metaContent(document: Document, which: string): string | null {
  const meta = first(document, `meta[${which}]`);
  const content = meta === null ? '' : clean(attribute(meta, 'content') ?? '');
  return content === '' ? null : content;
}

/** Text at the first match, unless LinkedIn has blurred it with asterisks. Dialogs are inside the card, open or not. */
function textAt(document: Document, selector: string): string | null {
  const element = firstUnhidden(document, `${selector}:not(${DIALOGS})`);
  const text = visibleTextOf(element);
  return isBlank(text) || text.includes('**') ? null : text;
}

/**
 * The title is `Name - Headline`, in German with longer dashes, and names can contain a dash, so the headings decide where
 * the name ends.
 */
function nameInTitle(document: Document, headings: readonly Element[]): string | null {
  const title = titleName(document);
  const heading = headings
    .map(textOf)
    .find((text) => text !== '' && title?.startsWith(text) && /^ [-–—] /u.test(title.slice(text.length)));
  return heading ?? title;
}

function about(document: Document) {
  const body = first(document, '[data-section="summary"] .core-section-container__content p');
  const text = body && cleanLines(visibleText(body));
  return text?.includes('**') ? null : field(text, 'structure');
}

/**
 * The top card's company and the position there: from the list of current positions, else from the JSON-LD for search
 * engines. No position without that company, and none that LinkedIn has blurred (`****`).
 */
function workIn(document: Document, company: string | null, headline: string | null): Partial<Work> {
  if (company === null) return {};
  const roles = all(document, '[data-section="currentPositionsDetails"]')
    .filter((item) => closest(item, TOP) === null)
    .map((item) => {
      const name = companyOf(item);
      return { position: textOf(first(item, 'h3')), companyLine: name, company: name };
    })
    .filter(({ position }) => position !== '' && !position.includes('**'));
  const listed = workOf(company, roles, headline, { evidence: 'structure', certainty: 'proven' });
  return { ...listed, position: listed.position ?? (listed.company && describedPosition(document, company)) };
}

function describedPosition(document: Document, company: string): ReadField | null {
  const [position] = all(document, 'script[type="application/ld+json"]')
    .flatMap((script) => recordsUnder('@graph', rawText(script)))
    .filter((record) => record['@type'] === 'Person' && firstName(record.worksFor) === company)
    .map((record) => firstOf(record.jobTitle));
  return typeof position !== 'string' || position.includes('**') ? null : field(clean(position), 'json-ld');
}

/** A role's own company line, or the one above its group. */
function companyOf(item: Element): string {
  const group = closest(item, '.experience-group');
  return textOf(first(item, 'h4') ?? (group && first(group, 'h4')));
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : list;
}

function firstName(list: unknown): unknown {
  const one = firstOf(list);
  return isRecord(one) ? one.name : undefined;
}
