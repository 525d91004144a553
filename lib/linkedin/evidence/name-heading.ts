import type { ReadField } from '@/lib/domain/reading';
import { all, closest } from '../page/dom';
import { clean, textOf, visibleTextOf } from '../page/text';
import { HIDDEN } from '../page/visible';
import { field } from './fields';

/** The name in the tab's title: `(3) Mira Okonkwo | LinkedIn`. Null for any other title. */
export function titleName(document: Document): string | null {
  for (const title of all(document, 'head title')) {
    const name = /^(?:\(\d+\+?\) ?)?(.+?) ?\| ?(?:LinkedIn|Sales Navigator)\b/u.exec(textOf(title))?.[1];
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
 * Finds the name among a top card's headings: the one that the tab's title repeats or, if the title has no name, one of
 * the corroborating texts. A heading that continues after the name (presence, badges) is cut to the name, except before a
 * dash, which can be part of a name. Without title and corroboration, a heading in a link to the owner is inferred. Null
 * without a heading, or when the title contradicts all: the page shows another person (docs/linkedin-pages.md#navigation).
 *
 * @param corroboration the name as other places in the page repeat it
 */
export function nameHeading(
  headings: readonly Element[],
  title: string | null,
  corroboration: readonly (string | null)[],
): NameHeading | null {
  const known = (title === null ? corroboration : [title]).flatMap((text) => clean(text ?? '') || []);
  const named = headings
    .filter((heading) => closest(heading, `${HIDDEN}, [aria-hidden="true"], dialog`) === null)
    .map((heading) => ({ heading, name: nameIn(heading, visibleTextOf(heading), known) }));
  const found = named.find(({ name }) => name !== null) ?? named.find(({ heading }) => visibleTextOf(heading) !== '');
  return found === undefined || (found.name === null && title !== null) ? null : found;
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
