import { closest } from '../page/dom';
import { shown } from '../page/visible';

/** Selectors of one layout of the lead page. */
export interface Layout {
  readonly card: string;
  /** Best first. */
  readonly names: readonly string[];
  readonly headline: string;
  readonly location: string;
  /** The section of current roles; null where sections have no key, and only dates show that a role is current. */
  readonly roles: string | null;
  readonly position: string;
  readonly company: string;
}

const NAME = '[data-anonymize="person-name"]';
export const NOWHERE = ':not(*)';

const TODAY: Layout = {
  card: '#profile-card-section, [data-sn-view-name="feature-lead-top-card"]',
  names: ['[data-x--lead--name]', `h1${NAME}, h1 ${NAME}`, NAME],
  headline: '[data-x--lead-profile-card--headline], [data-anonymize="headline"]',
  location: '[data-anonymize="location"]',
  roles: '[data-sn-view-name="lead-current-role"]',
  position: '[data-anonymize="job-title"]',
  company: '[data-anonymize="company-name"]',
};

/** Today's page, and that of 2019, whose card has no key of its own (docs/linkedin-pages.md#sales-navigator). */
export const LAYOUTS: readonly Layout[] = [
  TODAY,
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

/** Today's page where sections have no keys. */
export const PLAIN: Layout = { ...TODAY, roles: null };

/**
 * The sections with the page's own heading: the lead's name. Without such headings, the section with the first name, unless
 * that is in a link or list.
 */
export function plainCards(document: Document): readonly Element[] {
  const headings = shown(document, `main :is(h1, h2)${NAME}, main :is(h1, h2) ${NAME}`);
  const [name] = headings.length > 0 ? [] : shown(document, `main ${NAME}`);
  const names = name === undefined || closest(name, 'a, li, tr') !== null ? headings : [name];
  return [...new Set(names.flatMap((each) => closest(each, 'section') ?? []))];
}
