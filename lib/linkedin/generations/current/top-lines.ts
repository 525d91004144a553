import { all, attribute, closest, first, isAfter, nextElement } from '../../page/dom';
import { isCount, isDegree, isPronouns, textOf } from '../../page/text';
import { isHidden } from '../../page/visible';

/** The values in the lines below the name. Null where a line is missing or cannot be distinguished from others. */
export interface TopLines {
  readonly headline: PlacedLine | null;
  readonly company: string | null;
  readonly location: PlacedLine | null;
}

export interface PlacedLine {
  readonly text: string;
  /** Identified only by its place among the lines. */
  readonly isInferred: boolean;
}

interface Line {
  readonly element: Element;
  readonly text: string;
}

const CONTROL = 'a, button, [role="button"], ul, dialog, [role="dialog"]';

/**
 * Reads the top card's lines by their place and by the icons beside them, since class names are hashes.
 *
 * @param toolbar the headline in the page's sticky header; null without one
 */
export function topLines(top: Element, heading: Element, toolbar: string | null): TopLines {
  const company = organisation(top, 'company-accent');
  const school = organisation(top, 'school-accent');
  const below = linesAfter(top, heading);
  const place = contactLine(below);
  const taken = new Set([place?.text, [company, school].filter(Boolean).join(' · '), company, school]);
  const plain = below.filter(({ element }) => closest(element, CONTROL) === null && first(element, 'a') === null);
  const repeated = plain.find(({ text }) => text === toolbar);
  // Custom pronouns look like any word, but come before the degree of connection.
  const degree = below.findLast(({ text }) => isDegree(text) && text.length > 1);
  const isPastDegree = ({ element }: Line): boolean => degree !== undefined && isAfter(degree.element, element);
  const isOther = (line: Line): boolean => isDegree(line.text) || (isPronouns(line.text) && !isPastDegree(line));
  const marked = plain.filter((line) => !isOther(line) && !taken.has(line.text));
  const isHeadline = (line: Line): boolean =>
    (degree === undefined || isPastDegree(line)) && (place === null || !isAfter(place.element, line.element));
  const headline = repeated ?? marked.find(isHeadline);
  const rest = marked.filter((line) => line !== headline);
  return {
    headline:
      headline === undefined ? null : { text: headline.text, isInferred: toolbar !== null && repeated === undefined },
    company,
    location: place === null ? lastLine(rest) : { text: place.text, isInferred: false },
  };
}

function linesAfter(top: Element, heading: Element): readonly Line[] {
  return all(top, 'p')
    .filter((element) => isAfter(heading, element) && !isHidden(element))
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text !== '');
}

function organisation(top: Element, icon: string): string | null {
  const badge = all(top, `svg[id^="${icon}"]`)
    .flatMap((svg) => closest(svg, '[role="button"], a, button') ?? [])
    .find((badged) => !isHidden(badged));
  return (badge && textOf(first(badge, 'p'))) || null;
}

/** The line before the separator and the contact link. */
function contactLine(below: readonly Line[]): Line | null {
  return (
    below.find(({ element, text }) => {
      const separator = nextElement(element);
      const link = separator === null ? null : nextElement(separator);
      const isSeparated = separator !== null && /^[·•]$/u.test(textOf(separator));
      return isSeparated && link !== null && isContactLink(link) && !isCount(text) && !isDegree(text);
    }) ?? null
  );
}

function isContactLink(element: Element): boolean {
  const href = attribute(first(element, 'a') ?? element, 'href');
  return href === '#' || href?.includes('/overlay/contact-info') === true;
}

/** Without a contact link: the remaining line, if it is the only one and looks like a place. */
function lastLine(rest: readonly Line[]): PlacedLine | null {
  const [only, ...others] = rest;
  const isPlace = only !== undefined && others.length === 0 && !/[\p{Nd}#@|·]/u.test(only.text);
  return isPlace ? { text: only.text, isInferred: true } : null;
}
