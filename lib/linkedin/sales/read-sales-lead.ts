import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty } from '@/lib/domain/reading';
import { matchCard, matchSection } from '../evidence/card-match';
import { collect, field, portraitUrl, unexpectedLayoutIn, type GenerationReading } from '../evidence/fields';
import { all, attribute, closest, first, isAfter } from '../page/dom';
import { cleanLines, isBlank, visibleTextOf } from '../page/text';
import { shown, visibleText } from '../page/visible';

/** Selectors of one generation of the lead page. */
interface Layout {
  readonly card: string;
  /** Best first. */
  readonly names: readonly string[];
  readonly headline: string;
  readonly location: string;
  readonly roles: string;
  readonly position: string;
  readonly company: string;
}

const NAME = '[data-anonymize="person-name"]';
const NOWHERE = ':not(*)';

/** Today's page, and that of 2019, whose card has no key of its own (docs/linkedin-pages.md#sales-navigator). */
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
 * Reads a Sales Navigator lead in today's layout or that of 2019. Null while the page shows no lead's name; headings for
 * screen readers do not count.
 */
export function readSalesLead(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const cards = LAYOUTS.flatMap((layout) =>
    shown(document, layout.card).flatMap((card) => readCard(document, layout, card, identity) ?? []),
  );
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
  const within = (section: Element | null, text: string) => {
    const matched = section === null ? null : matchSection(section, card, certainty, identity);
    return matched === null || isBlank(text) ? null : field(text, 'attribute', matched);
  };
  const role = currentRole(document, card, layout);
  const [about = null] = shown(document, ABOUT);
  return {
    belongsToOwner: true,
    identity,
    fields: collect({
      name: value(name),
      headline: value(visibleTextOf(shown(card, layout.headline)[0] ?? null)),
      position: within(role.section, role.position),
      company: within(role.section, role.company),
      location: value(onlyText(shown(card, layout.location).map(visibleTextOf))),
      about: about && within(about, aboutIn(about)),
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

function aboutIn(section: Element): string {
  const marked = shown(section, '[data-anonymize="person-blurb"]');
  const texts = marked.length > 0 ? marked : shown(section, 'p');
  return cleanLines(texts.map(visibleText).join('\n'));
}

/** The lead's portrait. Faces of people in common are in lists and links. */
function avatar(card: Element, certainty: Certainty) {
  const image = all(card, 'img[data-anonymize="headshot-photo"]').find((face) => closest(face, 'li, a') === null);
  return field(portraitUrl(image === undefined ? null : attribute(image, 'src')), 'attribute', certainty);
}

/** Empty strings where the page has no value. */
interface Role {
  readonly position: string;
  readonly company: string;
  /** The section with the role; null without one. */
  readonly section: Element | null;
}

/**
 * The first of a lead's current roles. A company counts for it only if it comes before the second role; a picture's title
 * replaces a missing company only if there is one role.
 */
function currentRole(document: Document, card: Element, places: Layout): Role {
  const section = shown(card, places.roles)[0] ?? shown(document, places.roles)[0];
  if (section === undefined) return { position: '', company: '', section: null };
  const [position, next] = shown(section, places.position);
  const named = shown(section, places.company).find((company) => next === undefined || isAfter(company, next));
  const pictured = next === undefined ? all(section, 'a[href*="/sales/company/"] img[title]')[0] : undefined;
  const company = named === undefined ? titleOf(pictured) : visibleTextOf(named);
  return { position: visibleTextOf(position ?? null), company, section };
}

function titleOf(image: Element | undefined): string {
  return image === undefined ? '' : (attribute(image, 'title') ?? '');
}
