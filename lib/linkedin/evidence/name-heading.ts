import type { ReadField } from '@/lib/domain/reading';
import { all, closest } from '../page/dom';
import { clean, textOf, visibleTextOf } from '../page/text';
import { isHidden } from '../page/visible';
import { field } from './fields';

/**
 * The name in the tab's title: `(3) Mira Okonkwo | LinkedIn`. Null for any other title. Only LinkedIn's own end is cut off,
 * since a name can contain the same words.
 */
export function titleName(document: Document): string | null {
  for (const title of all(document, 'head title')) {
    const name = /^(?:\(\d+\+?\) ?)?(.*[^ ]) ?\| ?(?:LinkedIn|Sales Navigator)\b[^|]*$/u.exec(textOf(title))?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** The heading with the owner's name, and the part of it that is the name. */
export interface NameHeading {
  readonly heading: Element;
  readonly name: ReadField | null;
}

/**
 * Finds the name among a card's headings: the one that the tab's title repeats or, if the title has no name, one of
 * the corroborating texts. A heading that continues after the name (presence, badges) is cut to the name, except before a
 * dash, which can be part of a name. Without title and corroboration, a heading in a link to the owner is inferred. Null
 * without a heading, or when the title contradicts all: the page shows another person (docs/linkedin-pages.md#navigation).
 *
 * @param card the top card; LinkedIn hides everything around it from screen readers while a dialog is open, and all in it if
 *   the dialog is there
 * @param corroboration the name as other places in the page repeat it
 */
export function nameHeading(
  card: Element,
  headings: readonly Element[],
  title: string | null,
  corroboration: readonly (string | null)[],
): NameHeading | null {
  const known = (title === null ? corroboration : [title]).flatMap((text) => clean(text ?? '') || []);
  const seen = headings.filter((heading) => !isHidden(heading) && closest(heading, DIALOG) === null);
  const spoken = seen.filter((heading) => !isUnspoken(heading, card));
  const named = (spoken.length > 0 ? spoken : seen).map((heading) => ({
    heading,
    name: nameIn(heading, visibleTextOf(heading), known),
  }));
  const found = named.find(({ name }) => name !== null) ?? named.find(({ heading }) => visibleTextOf(heading) !== '');
  return found === undefined || (found.name === null && title !== null) ? null : found;
}

const DIALOG = 'dialog, [role="dialog"]';
const UNSPOKEN = '[aria-hidden="true"]';

/** Hidden from screen readers inside the card. */
function isUnspoken(heading: Element, card: Element): boolean {
  return closest(heading, UNSPOKEN) !== closest(card, UNSPOKEN);
}

function nameIn(heading: Element, text: string, known: readonly string[]): ReadField | null {
  if (known.length === 0)
    return closest(heading, 'a[href*="/in/"]') === null ? null : field(text, 'heading', 'inferred');
  if (known.some((name) => fold(name) === fold(text))) return field(text, 'heading');
  const start = known.find(
    (name) => text.startsWith(name) && !/^[\p{L}\p{N}]|^ ?[-–—|]/u.test(text.slice(name.length)),
  );
  return field(start ?? null, 'heading');
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

/**
 * A name that is no heading: the text of a link to the owner's profile, or of one element in it, that the tab's title
 * repeats exactly.
 */
export function linkedName(links: readonly Element[], title: string | null): NameHeading | null {
  if (title === null) return null;
  const places = links.flatMap((link) => [link, ...all(link, 'p, span, div')]);
  const heading = places.find((place) => !isHidden(place) && fold(visibleTextOf(place)) === fold(title));
  return heading === undefined ? null : { heading, name: field(visibleTextOf(heading), 'link') };
}
