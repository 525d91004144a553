import type { ReadField } from '@/lib/domain/reading';
import { all, closest } from './dom';
import { field } from './fields';
import { clean, textOf, visibleTextOf } from './text';

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
 * The name among a top card's headings: one that another place that speaks of the subject repeats. A heading that all of
 * them contradict is nobody's name, one that goes on behind the name (presence, badges) is cut to it, and where nothing
 * else speaks a heading in a link to the subject's own pages is a suggestion.
 */
export function namedHeading(headings: readonly Element[], witnesses: readonly (string | null)[]): NamedHeading | null {
  const said = witnesses.map((witness) => clean(witness ?? '')).filter((witness) => witness !== '');
  const named = headings
    .filter((heading) => closest(heading, UNSEEN) === null)
    .map((heading) => ({ heading, text: visibleTextOf(heading) }))
    .filter(({ text }) => text !== '')
    .map(({ heading, text }) => ({ heading, name: provenName(heading, text, said) }));
  return named.find(({ name }) => name !== null) ?? named[0] ?? null;
}

const UNSEEN = '[hidden], [aria-hidden="true"], .visually-hidden, dialog';

function provenName(heading: Element, text: string, said: readonly string[]): ReadField | null {
  if (said.length === 0)
    return closest(heading, 'a[href*="/in/"]') === null ? null : field(text, 'heading', 'inferred');
  if (said.some((witness) => fold(witness) === fold(text))) return field(text, 'heading');
  return field(said.find((witness) => text.startsWith(`${witness} `)) ?? null, 'heading');
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}
