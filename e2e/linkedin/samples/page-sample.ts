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
  /** Whoever else is on the page, besides the usual strangers and the viewer. */
  readonly nor?: readonly Person[];
  readonly never?: readonly string[];
}

/** A sample page out of its tree: as HTML text, and as LinkedIn's script builds it. */
export function pageSample({ name, url, page, expected, nor = [], never = [] }: Draft): Sample {
  const subject = expected.identity;
  const absent = [viewer, ...strangers, ...nor].filter(({ slug }) => slug !== subject?.slug);
  return {
    name,
    url,
    html: () => toHtml(page()),
    tree: page,
    expected,
    never: [...absent.flatMap(wordsOf), ...never],
  };
}
