import { all, attribute, closest, contains, first, isAfter, nextElement, parent } from '../../page/dom';
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
  const taken = new Set([place?.text, company, school]);
  const plain = below.filter(({ element }) => closest(element, CONTROL) === null && first(element, 'a') === null);
  const repeated = plain.find(({ text }) => text === toolbar);
  // Custom pronouns look like any word, but come before the degree of connection.
  const degree = below.findLast(({ text }) => isDegree(text) && text.length > 1);
  const isPastDegree = ({ element }: Line): boolean => degree !== undefined && isAfter(degree.element, element);
  const isOther = (line: Line): boolean => isDegree(line.text) || (isPronouns(line.text) && !isPastDegree(line));
  const isLabel = (text: string): boolean => taken.has(text) || text.startsWith(`${company} · `);
  const marked = plain.filter((line) => !isOther(line) && !isLabel(line.text));
  const isHeadline = (line: Line): boolean =>
    (degree === undefined || isPastDegree(line)) && (place === null || !isAfter(place.element, line.element));
  const possible = marked.filter(isHeadline);
  const headline = repeated ?? (degree === undefined ? pastPronouns(heading, below, possible) : possible[0]);
  const rest = marked.filter(({ element }) => headline !== undefined && isAfter(headline.element, element));
  return {
    headline:
      headline === undefined
        ? null
        : { text: headline.text, isInferred: (toolbar !== null || degree === undefined) && repeated === undefined },
    company,
    location: place === null ? lastLine(rest) : { text: place.text, isInferred: false },
  };
}

/**
 * The headline where no degree of connection and no sticky header tell it from pronouns in words of one's own: those are
 * short, and stand in a row with the name. An empty line where both are possible.
 */
function pastPronouns(heading: Element, below: readonly Line[], possible: readonly Line[]): Line | undefined {
  const beside = below.filter(({ element }) => {
    const row = parent(element);
    return row !== null && contains(row, heading) && !below.every((line) => contains(row, line.element));
  });
  const next = possible.find((line) => !beside.includes(line));
  const isUnclear = beside.length === 0 && !below.some(({ text }) => isPronouns(text));
  return next !== undefined && isUnclear && isShort(next.text) ? { ...next, text: '' } : next;
}

/** Pronouns are at most a few words. */
function isShort(text: string): boolean {
  return text.length <= 30 && text.split(' ').length <= 3;
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
