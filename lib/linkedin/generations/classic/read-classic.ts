import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ReadField } from '@/lib/domain/reading';
import { portraitUrl } from '../../evidence/avatar';
import { belongsTo, enrich } from '../../evidence/owner-match';
import { all, attribute, closest, first, firstSeen, parent, previousElement, visibleText } from '../../page/dom';
import { collect, unexpectedLayoutIn, field, type GenerationReading } from '../../evidence/fields';
import { companyField, mainRole } from '../../evidence/roles';
import { cleanLines, isBlank, isCount, textOf, visibleTextOf } from '../../page/text';
import { namedHeading, titleName } from '../../evidence/name-heading';
import { currentRoles } from './experience';
import { islandPerson } from './embedded-records';
import { companyBadge } from './organisations';
import { subjectOf, tieOf, topCards } from './profile-owner';

/** Reads the classic page (Ember). Null when the page is not of this generation. */
export function readClassic(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const tops = topCards(document);
  if (tops.length === 0) return null;
  for (const top of tops) {
    const subject = subjectOf(top, islandPerson(document, identity.slug));
    if (belongsTo(subject, identity)) return readTop(document, top, enrich(identity, subject));
  }
  return { belongs: false };
}

function readTop(document: Document, top: Element, known: LinkedInIdentity): GenerationReading {
  const island = islandPerson(document, known.slug);
  const image = portrait(top);
  const named = namedHeading(all(top, 'h1'), titleName(document), [
    image && attribute(image, 'alt'),
    island && `${island.firstName} ${island.lastName}`,
  ]);
  if (named === null) return { belongs: false };
  const { name } = named;
  // First and last name as the embedded data gives them apart, if they are the heading's.
  const isSaid = island !== null && [island.firstName, island.lastName].every((part) => name?.value.includes(part));
  const experience = lowerCard(document, top, known, 'experience');
  const roles = experience === null ? [] : currentRoles(experience.section);
  const badge = companyBadge(sectionAt(document, 'education'), top, roles);
  const role = mainRole(roles, badge);
  const certainty = experience?.isConnected === true ? 'proven' : 'inferred';
  const headline = headlineOf(top);
  const location = locationOf(top);
  return {
    belongs: true,
    identity: known,
    fields: collect({
      name,
      ...(isSaid && { firstName: field(island.firstName, 'island'), lastName: field(island.lastName, 'island') }),
      headline: headline === null || isBlank(headline.value) ? null : headline,
      company: companyField(badge, role, certainty),
      position: field(role?.position ?? null, 'structure', certainty),
      location: location === null ? null : field(location, 'structure'),
      about: about(lowerCard(document, top, known, 'about')),
      avatar: field(portraitUrl(image && attribute(image, 'src')), 'attribute'),
    }),
    drift: unexpectedLayoutIn({ name, headline, location }),
  };
}

interface LowerCard {
  readonly section: Element;
  /** It names the person itself; else only its place says whose it is. */
  readonly isConnected: boolean;
}

function sectionAt(document: Document, anchorId: string): Element | null {
  const anchor = firstSeen(document, `main #${anchorId}`);
  return anchor && closest(anchor, 'section');
}

/** A card further down, unless it names somebody else: it may be left over from the page before. */
function lowerCard(document: Document, top: Element, { slug }: LinkedInIdentity, anchorId: string): LowerCard | null {
  const section = sectionAt(document, anchorId);
  const tie = section === null ? 'foreign' : tieOf(section, top, slug);
  return section === null || tie === 'foreign' ? null : { section, isConnected: tie === 'tied' };
}

/** The headline by LinkedIn's own attribute, else by its readable class. It may be empty; null when it has no place. */
function headlineOf(top: Element): ReadField | null {
  const attributed = firstSeen(top, '[data-generated-suggestion-target]');
  const element = attributed ?? firstSeen(top, '.text-body-medium.break-words');
  if (element === null) return null;
  const evidence = attributed === null ? 'structure' : 'attribute';
  return { value: visibleTextOf(element), evidence, certainty: 'proven' };
}

/** The line in the location's classes, else the one before the contact link. */
function locationOf(top: Element): string | null {
  const link = first(top, '#top-card-text-details-contact-info');
  const around = link && parent(link);
  const candidates = [
    firstSeen(top, 'span.text-body-small.inline.t-black--light.break-words'),
    link && previousElement(link),
    around && previousElement(around),
  ];
  const texts = candidates.map(textOf);
  return texts.find((text) => text !== '' && !isCount(text)) ?? null;
}

function about(card: LowerCard | null): ReadField | null {
  const body = card && first(card.section, '[class*="inline-show-more-text"] span[aria-hidden="true"]');
  return body && field(cleanLines(visibleText(body)), 'structure', card.isConnected ? 'proven' : 'inferred');
}

/** Only the subject's own portrait: people in common have theirs in a list. */
function portrait(top: Element): Element | null {
  return (
    all(top, 'button img.pv-top-card-profile-picture__image, .pv-top-card-profile-picture__container img').find(
      (candidate) => closest(candidate, 'ul') === null,
    ) ?? null
  );
}
