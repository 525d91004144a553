import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty, ReadField } from '@/lib/domain/reading';
import { collect, field, portraitUrl, unexpectedLayoutIn, type GenerationReading } from '../../evidence/fields';
import { nameHeading, titleName } from '../../evidence/name-heading';
import { enrich, isOwnerAt } from '../../evidence/owner-match';
import { workOf } from '../../evidence/roles';
import { all, attribute, closest, first, parent, previousElement } from '../../page/dom';
import { cleanLines, isBlank, isCount, textOf, visibleTextOf } from '../../page/text';
import { firstUnhidden, visibleText } from '../../page/visible';
import { embeddedPerson } from './embedded-records';
import { matchLowerCard, ownerOf } from './profile-owner';
import { topCards } from './top-cards';
import { companyBadge, currentRoles } from './work';

/** Reads the classic page (Ember). Null when the page is not of this generation. */
export function readClassic(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const tops = topCards(document);
  if (tops.length === 0) return null;
  for (const top of tops) {
    const owner = ownerOf(top, embeddedPerson(document, identity.slug));
    if (isOwnerAt(identity, owner)) return readTop(document, top, enrich(identity, owner));
  }
  return { belongsToOwner: false };
}

function readTop(document: Document, top: Element, owner: LinkedInIdentity): GenerationReading {
  const embedded = embeddedPerson(document, owner.slug);
  const image = portrait(top);
  const named = nameHeading(top, all(top, 'h1'), titleName(document), [
    image && attribute(image, 'alt'),
    embedded && `${embedded.firstName} ${embedded.lastName}`,
  ]);
  if (named === null) return { belongsToOwner: false };
  const { name } = named;
  // The embedded data separates first and last name; they count only if the heading contains both.
  const hasParts =
    embedded !== null && [embedded.firstName, embedded.lastName].every((part) => name?.value.includes(part));
  const experience = lowerCard(document, top, owner, 'experience');
  const roles = experience === null ? [] : currentRoles(experience.section);
  const badge = companyBadge(sectionAt(document, 'education'), top, roles);
  const headline = headlineOf(top);
  const source = { evidence: 'structure', certainty: experience?.certainty ?? 'inferred' } as const;
  const location = locationOf(top);
  return {
    belongsToOwner: true,
    identity: owner,
    fields: collect({
      name,
      ...(hasParts && { firstName: field(embedded.firstName, 'island'), lastName: field(embedded.lastName, 'island') }),
      headline: headline === null || isBlank(headline.value) ? null : headline,
      ...workOf(badge, roles, headline?.value ?? null, source),
      location: location === null ? null : field(location, 'structure'),
      about: about(lowerCard(document, top, owner, 'about')),
      avatar: field(portraitUrl(image && attribute(image, 'src')), 'attribute'),
    }),
    unexpectedLayout: unexpectedLayoutIn({ name, headline, location }),
  };
}

interface LowerCard {
  readonly section: Element;
  readonly certainty: Certainty;
}

function sectionAt(document: Document, anchorId: string): Element | null {
  const anchor = firstUnhidden(document, `main #${anchorId}`);
  return anchor && closest(anchor, 'section');
}

/** A card below the top card, unless it is another person's. */
function lowerCard(document: Document, top: Element, { slug }: LinkedInIdentity, anchorId: string): LowerCard | null {
  const section = sectionAt(document, anchorId);
  const certainty = section && matchLowerCard(section, top, slug);
  return section && certainty && { section, certainty };
}

/** The headline by LinkedIn's own attribute, else by its readable class. Null when it has no place; it may be empty. */
function headlineOf(top: Element): ReadField | null {
  const attributed = firstUnhidden(top, '[data-generated-suggestion-target]');
  const element = attributed ?? firstUnhidden(top, '.text-body-medium.break-words');
  if (element === null) return null;
  const evidence = attributed === null ? 'structure' : 'attribute';
  return { value: visibleTextOf(element), evidence, certainty: 'proven' };
}

/** The line with the location's classes, else the one before the contact link. */
function locationOf(top: Element): string | null {
  const link = first(top, '#top-card-text-details-contact-info');
  const around = link && parent(link);
  const candidates = [
    firstUnhidden(top, 'span.text-body-small.inline.t-black--light.break-words'),
    link && previousElement(link),
    around && previousElement(around),
  ];
  const texts = candidates.map(textOf);
  return texts.find((text) => text !== '' && !isCount(text)) ?? null;
}

function about(card: LowerCard | null): ReadField | null {
  const body = card && first(card.section, '[class*="inline-show-more-text"] span[aria-hidden="true"]');
  return body && field(cleanLines(visibleText(body)), 'structure', card.certainty);
}

/** The owner's portrait. Portraits of people in common are in a list. */
function portrait(top: Element): Element | null {
  return (
    all(top, 'button img.pv-top-card-profile-picture__image, .pv-top-card-profile-picture__container img').find(
      (candidate) => closest(candidate, 'ul') === null,
    ) ?? null
  );
}
