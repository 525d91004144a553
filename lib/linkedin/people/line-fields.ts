import { all, closest, first, isAfter, isHidden } from '../page/dom';
import { field } from '../evidence/fields';
import type { RowFields } from './row-fields';
import { hrefOf } from '../page/profile-link';
import { isBlank, isDegree, isPronouns, visibleTextOf } from '../page/text';

const SEARCH = '[data-view-name="people-search-result"], [data-sdui-screen*="search" i]';

/**
 * What the lines below a name say in a row of the current generation: the headline and, in a search, the place. Only their
 * order tells them, so a place is a suggestion, and so is a headline with nothing below it. Lines with links (people in
 * common), counts and LinkedIn's own words about a role (`Current: …`) are neither.
 */
export function lineFields(row: Element, title: Element, link: Element): RowFields {
  const [headline = '', place = ''] = twoLines(row, title, link);
  if (isBlank(headline) || isPronouns(headline)) return {};
  const isPlace = place !== '' && !/[\p{Nd}:：]/u.test(place) && closest(title, SEARCH) !== null;
  return {
    headline: field(headline, 'structure', place === '' ? 'inferred' : 'proven'),
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

/** In no control and no link but those to the row's person, which may span the row. */
function isOwn(line: Element, link: Element): boolean {
  const control = closest(line, 'a, button, [role="button"]');
  return control === null || pathOf(control) === pathOf(link);
}

function pathOf(element: Element): string {
  return hrefOf(element).split('?')[0] ?? '';
}
