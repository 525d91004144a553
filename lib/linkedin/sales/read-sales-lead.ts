import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { matchCard, matchSection } from '../evidence/card-match';
import { collect, field, portraitUrl, unexpectedLayoutIn, type GenerationReading } from '../evidence/fields';
import { workOf } from '../evidence/roles';
import { all, attribute, closest, first } from '../page/dom';
import { cleanLines, isBlank, visibleTextOf } from '../page/text';
import { shown, visibleText } from '../page/visible';
import { currentRoles } from './lead-roles';
import { type Layout, LAYOUTS, NOWHERE, PLAIN, plainCards } from './layouts';

const ABOUT = '[data-sn-view-name="feature-about-lead"]';

/**
 * Reads a Sales Navigator lead in today's layout, with or without keys, or in that of 2019. Null while the page shows no lead's name; headings for
 * screen readers do not count.
 */
export function readSalesLead(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const read = (layout: Layout) => (card: Element) => readCard(document, layout, card, identity) ?? [];
  const keyed = LAYOUTS.flatMap((layout) => shown(document, layout.card).flatMap(read(layout)));
  const cards = keyed.length > 0 ? keyed : plainCards(document).flatMap(read(PLAIN));
  return cards.find((reading) => reading.belongsToOwner) ?? cards[0] ?? null;
}

function readCard(
  document: Document,
  layout: Layout,
  card: Element,
  identity: LinkedInIdentity,
): GenerationReading | null {
  const named = layout.names.map((place) => shown(card, place)).find((places) => places.length > 0) ?? [];
  if (named[0] === undefined) return null;
  // Several names in the best place: it is unclear which of them the card is about.
  const name = onlyText(named.map(visibleTextOf));
  const certainty = matchCard(document, card, named[0], identity);
  if (name === '' || certainty === null) return { belongsToOwner: false };
  const value = (text: string) => field(isBlank(text) ? null : text, 'attribute', certainty);
  const [headline = null] = shown(card, layout.headline);
  const line = visibleTextOf(headline);
  const { section, roles } = currentRoles(document, card, layout);
  // A section may be left from the previous page.
  const matched = section === null ? null : matchSection(section, card, certainty, identity);
  const work = matched === null ? {} : workOf(null, roles, line, { evidence: 'attribute', certainty: matched });
  const [about = null] = shown(document, ABOUT);
  return {
    belongsToOwner: true,
    identity,
    fields: collect({
      name: value(name),
      headline: value(line),
      ...work,
      location: value(onlyText(shown(card, layout.location).map(visibleTextOf))),
      about: about && aboutIn(about, matchSection(about, card, certainty, identity)),
      avatar: avatar(card, certainty),
    }),
    // The page of 2019 has no headline, and locations are not known to be marked on every page (docs/linkedin-pages.md#sales-navigator).
    unexpectedLayout: unexpectedLayoutIn({
      name,
      headline: layout.headline === NOWHERE ? '' : first(card, layout.headline),
      location: '',
    }),
  };
}

/** The text if all are equal, else empty. */
function onlyText(texts: readonly string[]): string {
  return new Set(texts).size === 1 ? (texts[0] ?? '') : '';
}

function aboutIn(section: Element, certainty: Certainty | null) {
  const marked = shown(section, '[data-anonymize="person-blurb"]');
  const texts = marked.length > 0 ? marked : shown(section, 'p');
  const text = cleanLines(texts.map(visibleText).join('\n'));
  return certainty === null || isBlank(text) ? null : field(text, 'attribute', certainty);
}

/** The lead's portrait. Faces of people in common are in lists and links. */
function avatar(card: Element, certainty: Certainty) {
  const image = all(card, 'img[data-anonymize="headshot-photo"]').find((face) => closest(face, 'li, a') === null);
  return field(portraitUrl(image === undefined ? null : attribute(image, 'src')), 'attribute', certainty);
}
