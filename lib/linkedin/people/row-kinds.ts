import type { Evidence } from '@/lib/domain/reading';

/** Selectors of one kind of list, relative to a row. */
export interface RowKind {
  readonly row: string;
  /** The first shown match is the row's title. Its link leads to the row's person; without one, the row has none. */
  readonly title: string;
  readonly evidence: Evidence;
  readonly headline?: string;
  readonly location?: string;
  /** In Sales Navigator only; `box` contains position and company. */
  readonly role?: { readonly position: string; readonly company: string; readonly box: string };
}

/** A row starts with its person's name; later names are other people's. */
const SALES = {
  title: '[data-anonymize]',
  evidence: 'attribute',
  location: '[data-anonymize="location"]',
} as const;

/** Here `job-title` is the tenure and `title` the position (docs/linkedin-pages.md#sales-navigator). */
const ROLE = { position: '[data-anonymize="title"]', company: '[data-anonymize="company-name"]' };

/** Rows of the current generation have no selectors for their parts; the order of lines identifies them. */
export const CURRENT_ROWS: RowKind = {
  row: '[data-view-name="people-search-result"], [role="listitem"]',
  title: 'a[data-view-name="search-result-lockup-title"], p',
  evidence: 'structure',
};

/** The same rows without a role or name of their own; `keyed-rows.ts` finds them. */
export const KEYED_ROWS: RowKind = { ...CURRENT_ROWS, row: ':not(*)' };

/** The lists in which LinkedIn shows people (docs/linkedin-pages.md#people-lists). A page has one of them. */
export const ROW_KINDS: readonly RowKind[] = [
  {
    row: '[data-view-name="search-entity-result-universal-template"], .entity-result',
    title: '.entity-result__title-text, .t-16, a span[aria-hidden="true"]',
    evidence: 'structure',
    headline: '.entity-result__primary-subtitle, .t-14.t-black.t-normal',
    location: '.entity-result__secondary-subtitle, .t-14.t-normal:not(.t-black)',
  },
  {
    row: '.org-people-profile-card__profile-card-spacing',
    title: '.artdeco-entity-lockup__title',
    evidence: 'structure',
    headline: '.artdeco-entity-lockup__subtitle',
  },
  {
    row: '.mn-connection-card',
    title: '.mn-connection-card__name',
    evidence: 'structure',
    headline: '.mn-connection-card__occupation',
  },
  {
    row: '[data-sn-view-name="module-lead-search-results"] li',
    ...SALES,
    role: { ...ROLE, box: '.artdeco-entity-lockup__subtitle' },
  },
  { row: 'tr', ...SALES, role: { ...ROLE, box: 'tr' } },
  {
    row: '[data-test-paginated-list-item]',
    title: '[data-test-row-lockup-full-name]',
    evidence: 'attribute',
    headline: '[data-test-row-lockup-headline]',
    location: '[data-test-row-lockup-location]',
  },
  CURRENT_ROWS,
  KEYED_ROWS,
];
