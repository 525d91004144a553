import type { FieldName, ReadField } from '@/lib/domain/reading';
import { field } from '../evidence/fields';
import { all, attribute, closest, contains, first, isAfter, matches, parent, rawText } from '../page/dom';
import { hrefOf } from '../page/profile-link';
import { isBlank, isDate, isDegree, isPronouns, visibleTextOf } from '../page/text';
import { firstShown, isHidden, shown, visibleText } from '../page/visible';
import type { RowKind } from './row-kinds';

export type RowFields = Partial<Record<FieldName, ReadField | null>>;

/** The fields of a row whose parts have selectors of their own. */
export function namedFields(row: Element, title: Element, headline: Element | null, kind: RowKind): RowFields {
  const { location, role, evidence } = kind;
  const value = (element: Element | null | undefined) => {
    const text = visibleTextOf(element ?? null);
    return field(isBlank(text) ? null : text, evidence);
  };
  // The degree of connection has the place's selector and comes above the headline.
  const above = kind.headline === undefined ? title : headline;
  const places = location === undefined || above === null ? [] : shown(row, location);
  const position = role === undefined ? null : firstShown(row, role.position);
  return {
    headline: value(headline),
    location: value(places.find((place) => above !== null && isAfter(above, place))),
    position: value(position),
    company: role === undefined || position === null ? null : companyBeside(position, role),
  };
}

/** The one company in the position's box, or as inferred the plain text after the position. */
function companyBeside(position: Element, { company, box }: NonNullable<RowKind['role']>): ReadField | null {
  const place = closest(position, box) ?? parent(position) ?? position;
  const [name, ...others] = new Set(shown(place, company).map(visibleTextOf));
  if (name !== undefined) return others.length > 0 ? null : field(name, 'attribute');
  const [before, rest = ''] = visibleTextOf(place).split(visibleTextOf(position), 2);
  const text = rest.replace(/^[\s·•|,–—-]+/u, '');
  return box === 'tr' || before !== '' ? null : field(text, 'structure', 'inferred');
}

const CONNECTION = '[data-view-name="connections-profile"], [data-sdui-screen*="connections" i] a';
const SEARCH = '[data-view-name="people-search-result"], [data-sdui-screen*="search" i]';

/**
 * The fields of a row of the current generation, from the lines below the name: the headline and, in a search, the place.
 * Only their order identifies them, so a place is inferred, and so is a headline without a line below it. Lines with links
 * (people in common), counts and LinkedIn's own lines about a role (`Current: …`) are skipped.
 */
export function lineFields(row: Element, title: Element, link: Element): RowFields {
  // Beside a connection's link there is only since when they are one.
  const isConnection = matches(link, CONNECTION);
  const [headline = '', place = ''] = twoLines(isConnection ? link : row, title, link);
  if (isBlank(headline) || isPronouns(headline) || (place === '' && isDate(headline))) return {};
  const isPlace = place !== '' && !/[\p{Nd}:：]/u.test(place) && closest(title, SEARCH) !== null;
  return {
    headline: field(headline, 'structure', place === '' && !isConnection ? 'inferred' : 'proven'),
    location: field(isPlace ? place : null, 'structure', 'inferred'),
  };
}

function twoLines(row: Element, title: Element, link: Element): readonly string[] {
  const lines: string[] = [];
  for (const line of all(row, 'p')) {
    if (isHidden(line) || !isAfter(title, line) || first(line, 'p, a') !== null || !isOwn(line, link)) continue;
    const text = visibleTextOf(line);
    if (text !== '' && !isDegree(text)) lines.push(text);
    if (lines.length === 2) break;
  }
  return lines;
}

/** Outside controls and links, except links to the row's person, which can span the row. */
function isOwn(line: Element, link: Element): boolean {
  const control = closest(line, 'a, button, [role="button"]');
  return control === null || pathOf(control) === pathOf(link);
}

function pathOf(element: Element): string {
  return hrefOf(element).split('?')[0] ?? '';
}

/** The name in a row's own link, without presence, degree and hidden text. Empty when its place has more than a name. */
export function nameOf(row: Element, title: Element, link: Element): string {
  const spoken = first(link, 'span[aria-hidden="true"]');
  const isInside = contains(title, link);
  const place = isInside ? (spoken ?? link) : title;
  const name = visibleTextOf(place).split(/\s[·•]/u)[0] ?? '';
  if (isDegree(name)) return '';
  if (!isInside && contains(link, title) && first(link, 'p') !== null)
    return isFirstOf(row, link, title, name) ? name : '';
  return isOneText(place) && (spoken !== null || isTitle(visibleTextOf(title), name)) ? name : '';
}

/** A title is a name, perhaps with degree or badges after it; "Ana Duarte and 12 others" is none. */
function isTitle(words: string, name: string): boolean {
  return words.startsWith(name) && /^(?:$|[·•(\p{Nd}])/u.test(words.slice(name.length).trim());
}

/** All text is in one element. Texts of two elements are two values. */
function isOneText(element: Element): boolean {
  const words = visibleText(element).trim();
  return shown(element, ':not(button, button *)').every((inner) => visibleText(inner).trim() === words);
}

/**
 * In a link around several lines, the first is the name if there are only two lines (name and headline) or if a picture or
 * control of the row repeats it. Otherwise the name may not have loaded yet.
 */
function isFirstOf(row: Element, link: Element, title: Element, name: string): boolean {
  if (!rawText(link).trim().startsWith(rawText(title).trim())) return false;
  const labels = all(row, '[aria-label], img[alt]').flatMap((element) => [
    attribute(element, 'aria-label') ?? '',
    attribute(element, 'alt') ?? '',
  ]);
  return all(link, 'p').length === 2 || labels.some((label) => label.includes(name));
}
