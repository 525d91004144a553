import { all, attribute, closest, first, isAfter, nextElement, rawText } from '../dom';
import { clean, isBlank, isCount, isDegree, isPronouns } from '../text';

/** What the lines of text under the name say. Null where a line is not there or cannot be told from others. */
export interface TopLines {
  readonly headline: string | null;
  readonly company: string | null;
  readonly location: string | null;
}

interface Line {
  readonly element: Element;
  readonly text: string;
}

const CONTROL = 'a, button, [role="button"], ul, dialog, [role="dialog"]';

/** Reads the top card's lines by their place and by the icons beside them; class names are hashes and say nothing. */
export function topLines(top: Element, heading: Element): TopLines {
  const company = organisation(top, 'company-accent');
  const school = organisation(top, 'school-accent');
  const place = location(top, heading);
  const taken = new Set([place?.text, [company, school].filter(Boolean).join(' · '), company, school]);
  const plain = linesAfter(top, heading).filter(
    ({ element, text }) => closest(element, CONTROL) === null && !isMark(text) && !taken.has(text),
  );
  const headline = plain.find(({ element }) => place === null || !isAfter(place.element, element));
  return {
    headline: headline === undefined || isBlank(headline.text) ? null : headline.text,
    company,
    location: place?.text ?? null,
  };
}

function linesAfter(top: Element, heading: Element): readonly Line[] {
  return all(top, 'p')
    .filter((element) => isAfter(heading, element))
    .map((element) => ({ element, text: clean(rawText(element)) }))
    .filter(({ text }) => text !== '');
}

/** Neither a person's words nor a place: pronouns, degree, a lone separator. `--` stays, it is an empty headline. */
function isMark(text: string): boolean {
  return isPronouns(text) || isDegree(text) || /^[·•|]$/u.test(text);
}

function organisation(top: Element, icon: string): string | null {
  const badge = all(top, `svg[id^="${icon}"]`)
    .flatMap((svg) => closest(svg, '[role="button"], a, button') ?? [])
    .at(0);
  const line = badge === undefined ? null : first(badge, 'p');
  const text = line === null ? '' : clean(rawText(line));
  return text === '' ? null : text;
}

/** The line before the separator that stands before the contact link; without that link nothing is a location. */
function location(top: Element, heading: Element): Line | null {
  return (
    linesAfter(top, heading).find(({ element, text }) => {
      const separator = nextElement(element);
      const link = separator === null ? null : nextElement(separator);
      const isSeparated = separator !== null && /^[·•]$/u.test(clean(rawText(separator)));
      return isSeparated && link !== null && isContactLink(link) && !isCount(text) && !isMark(text);
    }) ?? null
  );
}

function isContactLink(element: Element): boolean {
  const href = attribute(first(element, 'a') ?? element, 'href');
  return href === '#' || href?.includes('/overlay/contact-info') === true;
}
