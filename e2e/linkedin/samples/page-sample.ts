import { slugInPath } from '../pages/markup';
import { toHtml, type Tree } from '../pages/tree';
import type { Person } from './cast/person';
import { strangers, viewer, wordsOf } from './people';
import type { ExpectedReading, Sample } from './sample';

export function inAddress({ slug }: Person, rest = '/'): string {
  return `https://www.linkedin.com/in/${slugInPath(slug)}${rest}`;
}

/** Those beside a subject: never the subject. */
export function othersThan(subject: Person): readonly Person[] {
  return strangers.filter((person) => person !== subject).slice(0, 3);
}

interface Draft {
  readonly name: string;
  readonly url: string;
  readonly page: () => Tree;
  readonly expected: ExpectedReading;
  /** Whose words may be read; whoever else is on the page may not. The address's person unless it is said otherwise. */
  readonly subject?: Person;
  /** Who else is on the page, besides the usual strangers and the viewer. */
  readonly nor?: readonly Person[];
  readonly never?: readonly string[];
}

/** A sample page out of its tree, as HTML text. */
export function pageSample({ name, url, page, expected, subject, nor = [], never = [] }: Draft): Sample {
  const slug = subject?.slug ?? expected.identity?.slug;
  const absent = [viewer, ...strangers, ...nor].filter((person) => person.slug !== slug);
  return { name, url, html: () => toHtml(page()), expected, never: [...absent.flatMap(wordsOf), ...never] };
}

/** A page that LinkedIn's own script builds: as HTML text, and exactly as built. */
export function builtSample(draft: Draft): Sample {
  return { ...pageSample(draft), tree: draft.page };
}
