import type { ReadField } from '@/lib/domain/reading';
import { all, closest, HIDDEN } from '../page/dom';
import { field } from './fields';
import { clean, textOf, visibleTextOf } from '../page/text';

/** The name that the tab's title gives: `(3) Mira Okonkwo | LinkedIn`. Null for any other title. */
export function titleName(document: Document): string | null {
  for (const title of all(document, 'head title')) {
    const name = /^(?:\(\d+\+?\) ?)?(.+?) ?\| ?(?:LinkedIn|Sales Navigator)\b/u.exec(textOf(title))?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** The heading that carries the subject's name, and that name as far as it is proven. */
export interface NamedHeading {
  readonly heading: Element;
  readonly name: ReadField | null;
}

/**
 * The name among a top card's headings: one that the tab's title repeats, and, where the title names nobody, one that
 * another place that speaks of the subject does. A heading that goes on behind the name (presence, badges) is cut to it,
 * unless a dash follows, which names have; where nothing else speaks, a heading in a link to the subject is a suggestion.
 * Null when there is no heading, or none that the title agrees with: the page still shows, or already shows, somebody
 * else (docs/linkedin-pages.md#navigation).
 */
export function namedHeading(
  headings: readonly Element[],
  title: string | null,
  witnesses: readonly (string | null)[],
): NamedHeading | null {
  const said = (title === null ? witnesses : [title]).flatMap((witness) => clean(witness ?? '') || []);
  const named = headings
    .filter((heading) => closest(heading, `${HIDDEN}, [aria-hidden="true"], dialog`) === null)
    .map((heading) => ({ heading, name: provenName(heading, visibleTextOf(heading), said) }));
  const found = named.find(({ name }) => name !== null) ?? named.find(({ heading }) => visibleTextOf(heading) !== '');
  return found === undefined || (found.name === null && title !== null) ? null : found;
}

function provenName(heading: Element, text: string, said: readonly string[]): ReadField | null {
  if (said.length === 0)
    return closest(heading, 'a[href*="/in/"]') === null ? null : field(text, 'heading', 'inferred');
  if (said.some((witness) => fold(witness) === fold(text))) return field(text, 'heading');
  const begun = said.find(
    (witness) => text.startsWith(witness) && !/^[\p{L}\p{N}]|^ ?[-–—|]/u.test(text.slice(witness.length)),
  );
  return field(begun ?? null, 'heading');
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}
