import { all, attribute, contains, first, rawText, visibleText } from '../page/dom';
import { shown } from '../page/visible';
import { isDegree, visibleTextOf } from '../page/text';

/**
 * The name that a row's own link says, without presence, degree and what only screen readers get. Empty where more than a
 * name stands in a name's place.
 */
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

/** A title is a name and what stands behind one; "Ana Duarte and 12 others" is no title. */
function isTitle(words: string, name: string): boolean {
  return words.startsWith(name) && /^(?:$|[·•(\p{Nd}])/u.test(words.slice(name.length).trim());
}

/** All the words stand in one place: those of two elements are two things. */
function isOneText(element: Element): boolean {
  const words = visibleText(element).trim();
  return shown(element, ':not(button, button *)').every((inner) => visibleText(inner).trim() === words);
}

/**
 * The first line in a link around several lines is a name if there are but two, name and headline, or if a picture or a
 * control of the row repeats it; else it may be any line whose name has not come.
 */
function isFirstOf(row: Element, link: Element, title: Element, name: string): boolean {
  if (!rawText(link).trim().startsWith(rawText(title).trim())) return false;
  const labels = all(row, '[aria-label], img[alt]').flatMap((element) => [
    attribute(element, 'aria-label') ?? '',
    attribute(element, 'alt') ?? '',
  ]);
  return all(link, 'p').length === 2 || labels.some((label) => label.includes(name));
}
