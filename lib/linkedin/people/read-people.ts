import type { PersonOnPage } from '@/lib/domain/reading';
import { collect, field } from '../evidence/fields';
import { viewerIn } from '../evidence/viewer';
import { all, attribute, closest, contains, isAfter } from '../page/dom';
import { ELSEWHERE, firstShown, hasText } from '../page/visible';
import { keyedRows } from './keyed-rows';
import { lineFields, nameOf, namedFields } from './row-fields';
import { identityOf } from './row-identity';
import { CURRENT_ROWS, KEYED_ROWS, ROW_KINDS, type RowKind } from './row-kinds';

/** Same limit as in lib/domain, whose schemas are too large for a reader. A test compares the two. */
export const PEOPLE_MAX = 500;

/** Rows left from another page, and suggestions between the rows. */
const UNRELATED = [
  ELSEWHERE,
  '[componentkey*="profile.card" i], [componentkey*="profileAside" i]',
  '[componentkey*="pymk" i], [data-view-name*="pymk" i], [data-view-name*="you-may-know" i]',
  '#profile-card-section, footer',
  '[data-sdui-screen]:not([data-sdui-screen*="search" i], [data-sdui-screen*="connections" i], [data-sdui-screen*="people" i])',
].join(', ');

/**
 * The people on a page of many, in its order and without duplicates: people search, Sales Navigator's search and lists, a
 * company's people, connections, Recruiter's lists. Leaves out rows without a link to their own person (private members),
 * the viewer, suggestions and people in common.
 */
export function readPeople(document: Document): readonly PersonOnPage[] {
  const isViewer = viewerIn(document);
  for (const kind of ROW_KINDS) {
    const rows = kind === KEYED_ROWS ? keyedRows(document, UNRELATED) : rowsOf(document, kind);
    const people = rows
      .flatMap((row) => readRow(row, kind) ?? [])
      .filter(({ identity, fields }) => !isViewer(identity, fields.name?.value ?? ''));
    if (people.length > 0) return withoutDuplicates(people).slice(0, PEOPLE_MAX);
  }
  return [];
}

/** The outermost rows; rows inside a row are not about its person. One query, since a page has thousands of elements. */
function rowsOf(document: Document, { row }: RowKind): readonly Element[] {
  return all(document, `:is(${row}):not(:is(${UNRELATED}), :is(${UNRELATED}, ${row}) *)`);
}

function readRow(row: Element, kind: RowKind): PersonOnPage | null {
  const title = firstShown(row, kind.title);
  const link = title === null ? null : linkAt(title);
  if (title === null || link === null || !contains(row, link)) return null;
  const headline = kind.headline === undefined ? null : firstShown(row, kind.headline);
  if (!isOwnTitle(title, headline)) return null;
  const name = nameOf(row, title, link);
  const identity = name === '' ? null : identityOf(row, link);
  if (identity === null) return null;
  const isPlain = kind === CURRENT_ROWS || kind === KEYED_ROWS;
  const fields = isPlain ? lineFields(row, title, link) : namedFields(row, title, headline, kind);
  // A key that only stands beside a name proves no id: a row without a key may be in between.
  const memberId = kind === KEYED_ROWS && identity.slug !== null ? null : identity.memberId;
  return { identity: { ...identity, memberId }, fields: collect({ name: field(name, 'link'), ...fields }) };
}

/**
 * In a row without a title of its own, the first link or name is that of a person in common: below the headline, in
 * `aria-hidden` text, or after other Sales Navigator values.
 */
function isOwnTitle(title: Element, headline: Element | null): boolean {
  if (headline !== null && !isAfter(title, headline)) return false;
  const value = attribute(title, 'data-anonymize') ?? NAME;
  return value === NAME && (headline !== null || attribute(title, 'aria-hidden') === null);
}

const NAME = 'person-name';

/** The link with text inside a title, or the one around it. */
function linkAt(title: Element): Element | null {
  return all(title, 'a[href]').find(hasText) ?? closest(title, 'a[href]');
}

function withoutDuplicates(people: readonly PersonOnPage[]): PersonOnPage[] {
  const seen = new Set<string>();
  return people.filter(({ identity: { slug, memberId, salesId } }) => {
    const ids = [slug, memberId, salesId].filter((id) => id !== null);
    const isKnown = ids.some((id) => seen.has(id));
    for (const id of ids) seen.add(id);
    return !isKnown;
  });
}
