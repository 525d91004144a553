import { all, attribute, closest, first, rawText } from '../dom';
import { clean } from '../text';

/**
 * The company in the top card's right panel. Its label is translated, so the role of a button is told by structure: the
 * company of the current role, a school of the education section, a ghost picture, or the order of two. One button that
 * nothing decides is nobody's company (linkedin/pages.md 2a).
 */
export function companyBadge(document: Document, top: Element, roleCompany: string | null): string | null {
  const badges = all(top, 'ul button[aria-label] img')
    .map((image) => closest(image, 'button'))
    .filter((button) => button !== null);
  const named = badges.map((button) => ({ name: clean(rawText(button)), isSchool: isSchool(document, button) }));
  const asInRole = named.find(({ name }) => name !== '' && name === roleCompany);
  if (asInRole !== undefined) return asInRole.name;
  if (named.length === 2 && named[0]?.isSchool === false) return named[0].name;
  const ghost = badges.find((button) => first(button, 'img.ghost-company, img[class*="ghost-company"]') !== null);
  return ghost === undefined ? null : clean(rawText(ghost));
}

function isSchool(document: Document, button: Element): boolean {
  if (first(button, 'img[class*="ghost-school"]') !== null) return true;
  const name = clean(rawText(button));
  const anchor = first(document, 'main #education');
  const section = anchor === null ? null : closest(anchor, 'section');
  const lines = section === null ? [] : all(section, 'span[aria-hidden="true"]');
  return lines.some((line) => clean(rawText(line)) === name) || attribute(button, 'data-field') === 'education';
}
