import type { LinkedInIdentity } from '@/lib/domain/identity';
import { collect, field, portraitUrl, unexpectedLayoutIn, type GenerationReading } from '../../evidence/fields';
import { nameHeading, titleName } from '../../evidence/name-heading';
import { enrich, isOwnerAt } from '../../evidence/owner-match';
import { companyField, groupedRole, mainRole, type Role, ungroupedRole } from '../../evidence/roles';
import { all, attribute, closest, contains, first } from '../../page/dom';
import { hrefOf, slugInLink } from '../../page/profile-link';
import { cleanLines, isBlank, textOf, textsOf } from '../../page/text';
import { visibleText } from '../../page/visible';
import { type Card, cards, ownerOf, siblingCard, type TopCard, topCards } from './profile-owner';
import { type PlacedLine, topLines } from './top-lines';

/** Reads the current page (server-driven, hashed class names). Null when the page is not of this generation. */
export function readCurrent(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const page = cards(document);
  const tops = topCards(page);
  if (tops.length === 0) return null;
  for (const top of tops) {
    const owner = ownerOf(document, page, top);
    if (!isOwnerAt(identity, owner)) continue;
    const reading = readTop(document, page, top, enrich(identity, owner));
    // Other cards of the next person can arrive before their top card, so a top card without a link needs a proven name.
    const isProven = owner.isLinked || identity.memberId || (reading.belongsToOwner && reading.fields.name);
    return isProven ? reading : { belongsToOwner: false };
  }
  return { belongsToOwner: false };
}

function readTop(document: Document, page: readonly Card[], top: TopCard, owner: LinkedInIdentity): GenerationReading {
  const toolbar = toolbarLines(document, owner);
  const named = nameHeading(all(top.element, 'h1, h2'), titleName(document), [toolbar[0] ?? null]);
  if (named === null) return { belongsToOwner: false };
  const { name } = named;
  const { headline, company, location } = topLines(top.element, named.heading, toolbar[1] ?? null);
  const role = mainRole(currentRoles(siblingCard(page, top, 'ExperienceTopLevelSection')), company);
  return {
    belongsToOwner: true,
    identity: owner,
    fields: collect({
      name,
      headline: headline === null || isBlank(headline.text) ? null : lineField(headline),
      company: companyField(company, role, 'proven'),
      position: field(role?.position ?? null, 'structure'),
      location: location && lineField(location),
      about: about(siblingCard(page, top, 'About')),
      avatar: field(portraitUrl(portrait(top.element)), 'structure'),
    }),
    unexpectedLayout: unexpectedLayoutIn({ name, headline, location }),
  };
}

/** Name and headline in the sticky header, if it links to this person. */
function toolbarLines(document: Document, identity: LinkedInIdentity): readonly string[] {
  const bar = all(document, '[role="toolbar"]').find((element) =>
    all(element, 'a[href*="/in/"]').some((link) => slugInLink(hrefOf(link)) === identity.slug),
  );
  return bar === undefined ? [] : all(bar, 'p').map(textOf);
}

/** The current roles of the experience card, in the page's order; of a group at one company, the first. */
function currentRoles(section: Element | null): readonly Role[] {
  if (section === null) return [];
  return all(section, '[componentkey^="entity-collection-item"]').flatMap((item) => {
    const nested = all(item, 'ul > li').map((role) => textsOf(all(role, 'p')));
    return (nested.length === 0 ? ungroupedRole(textsOf(all(item, 'p'))) : groupedRole(groupLines(item), nested)) ?? [];
  });
}

/** The lines of a group itself, without those of its roles. */
function groupLines(item: Element): readonly string[] {
  return textsOf(
    all(item, 'p').filter((line) => {
      const inner = closest(line, 'li');
      return inner === null || !contains(item, inner);
    }),
  );
}

function lineField({ text, isInferred }: PlacedLine) {
  return field(text, 'structure', isInferred ? 'inferred' : 'proven');
}

function about(section: Element | null) {
  const box = section === null ? null : first(section, '[data-testid="expandable-text-box"]');
  return box === null ? null : field(cleanLines(visibleText(box)), 'card-key');
}

/** The owner's portrait: not the cover, not the faces of people in common. */
function portrait(top: Element): string | null {
  const image = all(top, '[role="button"] figure img, [componentkey="topcard-logo-image-referencekey"] img').find(
    (candidate) => closest(candidate, 'ul, a') === null,
  );
  return image === undefined ? null : attribute(image, 'src');
}
