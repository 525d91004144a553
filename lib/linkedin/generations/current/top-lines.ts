import { all, attribute, closest, first, isAfter, isHidden, nextElement } from '../../page/dom';
import { isCount, isDegree, isPronouns, textOf } from '../../page/text';

/** What the lines of text under the name say. Null where a line is not there or cannot be told from others. */
export interface TopLines {
  readonly headline: Guess | null;
  readonly company: string | null;
  readonly location: Guess | null;
}

export interface Guess {
  readonly text: string;
  /** Only its place among the lines says what it is. */
  readonly isGuess: boolean;
}

interface Line {
  readonly element: Element;
  readonly text: string;
}

const CONTROL = 'a, button, [role="button"], ul, dialog, [role="dialog"]';

/**
 * Reads the top card's lines by their place and by the icons beside them; class names are hashes and say nothing.
 *
 * @param toolbar the headline as the page's sticky header repeats it; null where there is none
 */
export function topLines(top: Element, heading: Element, toolbar: string | null): TopLines {
  const company = organisation(top, 'company-accent');
  const school = organisation(top, 'school-accent');
  const below = linesAfter(top, heading);
  const place = contactLine(below);
  const taken = new Set([place?.text, [company, school].filter(Boolean).join(' · '), company, school]);
  const plain = below.filter(({ element }) => closest(element, CONTROL) === null && first(element, 'a') === null);
  const repeated = plain.find(({ text }) => text === toolbar);
  // Pronouns of one's own look like any word, but stand before the mark of how far somebody is away.
  const near = below.findLast(({ text }) => isDegree(text) && text.length > 1);
  const isPastMark = ({ element }: Line): boolean => near !== undefined && isAfter(near.element, element);
  const isOther = (line: Line): boolean => isDegree(line.text) || (isPronouns(line.text) && !isPastMark(line));
  const marked = plain.filter((line) => !isOther(line) && !taken.has(line.text));
  const isHeadline = (line: Line): boolean =>
    (near === undefined || isPastMark(line)) && (place === null || !isAfter(place.element, line.element));
  const headline = repeated ?? marked.find(isHeadline);
  const rest = marked.filter((line) => line !== headline);
  return {
    headline:
      headline === undefined ? null : { text: headline.text, isGuess: toolbar !== null && repeated === undefined },
    company,
    location: place === null ? lastLine(rest) : { text: place.text, isGuess: false },
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
  const line = badge === undefined ? null : first(badge, 'p');
  const text = textOf(line);
  return text === '' ? null : text;
}

/** The line before the separator that stands before the contact link. */
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

/** Without a contact link: the one line that is left, if it is one and looks like a place. */
function lastLine(rest: readonly Line[]): Guess | null {
  const [only, ...others] = rest;
  const isPlace = only !== undefined && others.length === 0 && !/[\p{Nd}#@|·]/u.test(only.text);
  return isPlace ? { text: only.text, isGuess: true } : null;
}
