import type { LinkedInIdentity } from '@/lib/domain/identity';
import { collect, field, portraitUrl, unexpectedLayoutIn, type GenerationReading } from '../../evidence/fields';
import { linkedName, nameHeading, titleName } from '../../evidence/name-heading';
import { enrich, isOwnerAt } from '../../evidence/owner-match';
import { workOf } from '../../evidence/roles';
import { currentRoles } from './work';
import { all, attribute, closest, first } from '../../page/dom';
import { hrefOf, slugInLink } from '../../page/profile-link';
import { cleanLines, isBlank, textOf } from '../../page/text';
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
  const title = titleName(document);
  const named =
    nameHeading(top.element, all(top.element, 'h1, h2'), title, [toolbar[0] ?? null]) ??
    linkedName(ownLinks(top.element, owner), title);
  if (named === null) return { belongsToOwner: false };
  const { name } = named;
  const { headline, company, location } = topLines(top.element, named.heading, toolbar[1] ?? null);
  const experience = siblingCard(page, top, 'ExperienceTopLevelSection');
  const roles = experience === null ? [] : currentRoles(experience);
  return {
    belongsToOwner: true,
    identity: owner,
    fields: collect({
      name,
      headline: headline === null || isBlank(headline.text) ? null : lineField(headline),
      ...workOf(company, roles, headline?.text ?? null, { evidence: 'structure', certainty: 'proven' }),
      location: location && lineField(location),
      about: about(siblingCard(page, top, 'About')),
      avatar: field(portrait(top.element, owner), 'structure'),
    }),
    unexpectedLayout: unexpectedLayoutIn({ name, headline, location }),
  };
}

function ownLinks(root: Element, { slug }: LinkedInIdentity): readonly Element[] {
  return all(root, 'a[href*="/in/"]').filter((link) => slugInLink(hrefOf(link)) === slug);
}

/** Name and headline in the sticky header, if it links to this person. */
function toolbarLines(document: Document, identity: LinkedInIdentity): readonly string[] {
  const bar = all(document, '[role="toolbar"]').find((element) => ownLinks(element, identity).length > 0);
  return bar === undefined ? [] : all(bar, 'p').map(textOf);
}

function lineField({ text, isInferred }: PlacedLine) {
  return field(text, 'structure', isInferred ? 'inferred' : 'proven');
}

function about(section: Element | null) {
  const box = section === null ? null : first(section, '[data-testid="expandable-text-box"]');
  return box === null ? null : field(cleanLines(visibleText(box)), 'card-key');
}

/** The owner's portrait, perhaps in a link to themselves: not the cover, not the faces of people in common. */
function portrait(top: Element, owner: LinkedInIdentity): string | null {
  const links = ownLinks(top, owner);
  const urls = all(top, '[role="button"] figure img, [componentkey="topcard-logo-image-referencekey"] img')
    .filter((image) => {
      const link = closest(image, 'a');
      return closest(image, 'ul') === null && (link === null || links.includes(link));
    })
    .flatMap((image) => portraitUrl(attribute(image, 'src')) ?? []);
  return urls[0] ?? null;
}
