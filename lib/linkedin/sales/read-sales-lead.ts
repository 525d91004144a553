import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { portraitUrl } from '../evidence/avatar';
import { all, attribute, closest, first, visibleText } from '../page/dom';
import { collect, unexpectedLayoutIn, field, type GenerationReading } from '../evidence/fields';
import { shown } from '../page/visible';
import { cleanLines, isBlank, visibleTextOf } from '../page/text';
import { tie, tieOfSection } from '../evidence/card-match';
import { currentRole, type RolePlaces } from './current-role';

/** Where one generation of the lead page writes what. */
interface Layout extends RolePlaces {
  readonly card: string;
  /** Best first. */
  readonly names: readonly string[];
  readonly headline: string;
  readonly location: string;
}

const NAME = '[data-anonymize="person-name"]';
const NOWHERE = ':not(*)';

/** The page of today and the one of 2019, whose card has no name but its parts have (docs/linkedin-pages.md#sales-navigator). */
const LAYOUTS: readonly Layout[] = [
  {
    card: '#profile-card-section, [data-sn-view-name="feature-lead-top-card"]',
    names: ['[data-x--lead--name]', `h1${NAME}, h1 ${NAME}`, NAME],
    headline: '[data-x--lead-profile-card--headline], [data-anonymize="headline"]',
    location: '[data-anonymize="location"]',
    roles: '[data-sn-view-name="lead-current-role"]',
    position: '[data-anonymize="job-title"]',
    company: '[data-anonymize="company-name"]',
  },
  {
    card: 'body',
    names: ['.profile-topcard-person-entity__name'],
    headline: NOWHERE,
    location: '.profile-topcard__location-data',
    roles: '.profile-topcard__current-positions',
    position: '.profile-topcard__summary-position-title',
    company: 'a[href*="/sales/company/"]',
  },
];

const ABOUT = '[data-sn-view-name="feature-about-lead"]';

/**
 * Reads a Sales Navigator lead, in the layout of today or of 2019. Null when the page shows no lead's name, or not yet:
 * the headings that name the lead for screen readers alone are no names.
 */
export function readSalesLead(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const cards = LAYOUTS.flatMap((layout) =>
    shown(document, layout.card).flatMap((card) => readCard(document, layout, card, identity) ?? []),
  );
  return cards.find((reading) => reading.belongs) ?? cards[0] ?? null;
}

function readCard(
  document: Document,
  layout: Layout,
  card: Element,
  identity: LinkedInIdentity,
): GenerationReading | null {
  const named = layout.names.map((place) => shown(card, place)).find((places) => places.length > 0) ?? [];
  if (named[0] === undefined) return null;
  // Several people in the best place that has a name: nobody can say which of them the card is about.
  const name = only(named.map(visibleTextOf));
  const certainty = tie(document, card, named[0], identity);
  if (name === '' || certainty === null) return { belongs: false };
  const value = (text: string) => field(isBlank(text) ? null : text, 'attribute', certainty);
  const within = (section: Element | null, text: string) => {
    const tied = section === null ? null : tieOfSection(section, card, certainty, identity);
    return tied === null || isBlank(text) ? null : field(text, 'attribute', tied);
  };
  const role = currentRole(document, card, layout);
  const [about = null] = shown(document, ABOUT);
  return {
    belongs: true,
    identity,
    fields: collect({
      name: value(name),
      headline: value(visibleTextOf(shown(card, layout.headline)[0] ?? null)),
      position: within(role.section, role.position),
      company: within(role.section, role.company),
      location: value(only(shown(card, layout.location).map(visibleTextOf))),
      about: about && within(about, aboutIn(about)),
      avatar: avatar(card, certainty),
    }),
    // The page of 2019 has no headline, and today's is not known to mark its place for everybody (docs/linkedin-pages.md#sales-navigator).
    drift: unexpectedLayoutIn({
      name,
      headline: layout.headline === NOWHERE ? '' : first(card, layout.headline),
      location: '',
    }),
  };
}

/** The one text that all of them are; empty where they differ. */
function only(texts: readonly string[]): string {
  return new Set(texts).size === 1 ? (texts[0] ?? '') : '';
}

function aboutIn(section: Element): string {
  const marked = shown(section, '[data-anonymize="person-blurb"]');
  const texts = marked.length > 0 ? marked : shown(section, 'p');
  return cleanLines(texts.map(visibleText).join('\n'));
}

/** The faces of people in common stand in lists and links. */
function avatar(card: Element, certainty: Certainty) {
  const image = all(card, 'img[data-anonymize="headshot-photo"]').find((face) => closest(face, 'li, a') === null);
  return field(portraitUrl(image === undefined ? null : attribute(image, 'src')), 'attribute', certainty);
}
