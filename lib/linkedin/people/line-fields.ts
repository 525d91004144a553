import { all, closest, first, isAfter } from '../dom';
import { collect, field, type Fields } from '../fields';
import { hrefOf } from '../link';
import { isBlank, isDegree, isPronouns, visibleTextOf } from '../text';

const SEARCH = '[data-view-name="people-search-result"], [data-sdui-screen*="search" i]';

/**
 * What the lines below a name say in a row of the current generation: the headline and, in a search, the place. Only their
 * order tells them, so a place is a suggestion, and so is a headline with nothing below it. Lines with links (people in
 * common), counts and LinkedIn's own words about a role (`Current: …`) are neither.
 */
export function lineFields(row: Element, title: Element, link: Element): Fields {
  const lines = all(row, 'p')
    .filter((line) => isAfter(title, line) && first(line, 'p, a') === null && isOwn(line, link))
    .map(visibleTextOf)
    .filter((text) => text !== '' && !isDegree(text));
  const [headline = '', place = ''] = lines;
  if (isBlank(headline) || isPronouns(headline)) return {};
  const isPlace = closest(title, SEARCH) !== null && !/[\p{Nd}:：]/u.test(place);
  return collect({
    headline: field(headline, 'structure', place === '' ? 'inferred' : 'proven'),
    location: field(isPlace ? place : null, 'structure', 'inferred'),
  });
}

/** In no control and no link but those to the row's person, which may span the row. */
function isOwn(line: Element, link: Element): boolean {
  const control = closest(line, 'a, button, [role="button"]');
  return control === null || pathOf(control) === pathOf(link);
}

function pathOf(element: Element): string {
  return hrefOf(element).split('?')[0] ?? '';
}
