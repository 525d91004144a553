import { slugInPath } from '../pages/markup';
import { toHtml, type Tree } from '../pages/tree';
import type { Person } from './cast/person';
import { otherPeople, viewer, wordsOf } from './people';
import type { ExpectedReading, Sample } from './sample';

export function inAddress({ slug }: Person, rest = '/'): string {
  return `https://www.linkedin.com/in/${slugInPath(slug)}${rest}`;
}

/** The other people on the page, without the owner. */
export function othersThan(profileOwner: Person): readonly Person[] {
  return otherPeople.filter((person) => person !== profileOwner).slice(0, 3);
}

interface Draft {
  readonly name: string;
  readonly url: string;
  readonly page: () => Tree;
  readonly expected: ExpectedReading;
  /** The person whose values may be read; others' values may not. By default the address's person. */
  readonly profileOwner?: Person;
  /** Who else is on the page, besides the usual other people and the viewer. */
  readonly nor?: readonly Person[];
  readonly never?: readonly string[];
}

/** A sample page from its tree, as HTML text. */
export function pageSample({ name, url, page, expected, profileOwner, nor = [], never = [] }: Draft): Sample {
  const slug = profileOwner?.slug ?? expected.identity?.slug;
  const absent = [viewer, ...otherPeople, ...nor].filter((person) => person.slug !== slug);
  return { name, url, html: () => toHtml(page()), expected, never: [...absent.flatMap(wordsOf), ...never] };
}

/** A page that LinkedIn's own script builds: as HTML text, and exactly as built. */
export function builtSample(draft: Draft): Sample {
  return { ...pageSample(draft), tree: draft.page };
}
