import type { LinkedInIdentity } from '@/lib/domain/identity';
import { portraitUrl } from '../../evidence/avatar';
import { belongsTo, enrich, slugInLink } from '../../evidence/owner-match';
import { all, attribute, closest, first, visibleText } from '../../page/dom';
import { collect, unexpectedLayoutIn, field, type GenerationReading } from '../../evidence/fields';
import { companyField, mainRole } from '../../evidence/roles';
import { cleanLines, isBlank, textOf } from '../../page/text';
import { namedHeading, titleName } from '../../evidence/name-heading';
import { currentRoles } from './experience';
import { type Card, cards, siblingCard, subjectOf, type TopCard, topCards } from './profile-owner';
import { type Guess, topLines } from './top-lines';

/** Reads the current page (server-driven, hashed class names). Null when the page is not of this generation. */
export function readCurrent(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const page = cards(document);
  const tops = topCards(page);
  if (tops.length === 0) return null;
  for (const top of tops) {
    const subject = subjectOf(document, page, top);
    if (!belongsTo(subject, identity)) continue;
    const reading = readTop(document, page, top, enrich(identity, subject));
    // The cards of the next person may be there before its top card is: without a link in it, its name has to be proven.
    const isTold = subject.isLinked || identity.memberId || (reading.belongs && reading.fields.name);
    return isTold ? reading : { belongs: false };
  }
  return { belongs: false };
}

function readTop(document: Document, page: readonly Card[], top: TopCard, known: LinkedInIdentity): GenerationReading {
  const toolbar = toolbarLines(document, known);
  const named = namedHeading(all(top.element, 'h1, h2'), titleName(document), [toolbar[0] ?? null]);
  if (named === null) return { belongs: false };
  const { name } = named;
  const { headline, company, location } = topLines(top.element, named.heading, toolbar[1] ?? null);
  const role = mainRole(currentRoles(siblingCard(page, top, 'ExperienceTopLevelSection')), company);
  return {
    belongs: true,
    identity: known,
    fields: collect({
      name,
      headline: headline === null || isBlank(headline.text) ? null : guessed(headline),
      company: companyField(company, role, 'proven'),
      position: field(role?.position ?? null, 'structure'),
      location: location && guessed(location),
      about: about(siblingCard(page, top, 'About')),
      avatar: field(portraitUrl(portrait(top.element)), 'structure'),
    }),
    drift: unexpectedLayoutIn({ name, headline, location }),
  };
}

/** Name and headline as the sticky header repeats them, if it is this person's. */
function toolbarLines(document: Document, identity: LinkedInIdentity): readonly string[] {
  const bar = all(document, '[role="toolbar"]').find((element) =>
    all(element, 'a[href*="/in/"]').some((link) => slugInLink(attribute(link, 'href')) === identity.slug),
  );
  return bar === undefined ? [] : all(bar, 'p').map((line) => textOf(line));
}

function guessed({ text, isGuess }: Guess) {
  return field(text, 'structure', isGuess ? 'inferred' : 'proven');
}

function about(section: Element | null) {
  const box = section === null ? null : first(section, '[data-testid="expandable-text-box"]');
  return box === null ? null : field(cleanLines(visibleText(box)), 'card-key');
}

/** The subject's portrait: not the cover, not the faces of people in common. */
function portrait(top: Element): string | null {
  const image = all(top, '[role="button"] figure img, [componentkey="topcard-logo-image-referencekey"] img').find(
    (candidate) => closest(candidate, 'ul, a') === null,
  );
  return image === undefined ? null : attribute(image, 'src');
}
