import { idsIn } from '../evidence/card-match';
import { memberNumber, numberInUrn } from '../address/ids';
import { all, attribute, contains, first, matches, parent } from '../page/dom';
import { hrefOf, slugInLink } from '../page/profile-link';
import { visibleTextOf } from '../page/text';
import { hasText } from '../page/visible';

/** What names a row's person where rows have no role: the link of a connection, or a search result's key or button. */
const KEYS = [
  'a[data-view-name="connections-profile"]',
  '[componentkey^="SearchResults"], [componentkey*="urn:li:member:"], a[href*="/messaging/compose/"]',
] as const;

/** No row is larger. */
const OUTSIDE =
  'main, [role="main"], [role="list"], ul, section, [data-sdui-screen], [data-testid="lazy-column"], body';
const HEADING = 'h1, h2, h3';

/** A key and the person it names. */
interface Keyed {
  readonly person: string;
  readonly key: Element;
}

/** The rows of a list whose rows are known only by a key in them: the largest element around it without another key. */
export function keyedRows(document: Document, unrelated: string): readonly Element[] {
  for (const selector of KEYS) {
    const keyed = all(document, `:is(${selector}):not(:is(${unrelated}), :is(${unrelated}) *)`).flatMap((key) => {
      const person = personOf(key);
      return person === null ? [] : { person, key };
    });
    const rows = keyed.flatMap((one, at) => rowOf(one, neighbour(keyed, at, -1), neighbour(keyed, at, 1)) ?? []);
    if (rows.length > 0) return [...new Set(rows)];
  }
  return [];
}

function personOf(key: Element): string | null {
  const text = attribute(key, 'componentkey') ?? '';
  const [id = idsIn(hrefOf(key))[0]] = idsIn(text);
  const number = id === undefined ? numberInUrn(text) : memberNumber(id);
  return number === null || Number.isNaN(number) ? slugInLink(hrefOf(key)) : String(number);
}

/** The nearest key of another person. */
function neighbour(keyed: readonly Keyed[], at: number, step: -1 | 1): Element | null {
  for (let next = at + step; keyed[next] !== undefined; next += step) {
    const other = keyed[next];
    if (other !== undefined && other.person !== keyed[at]?.person) return other.key;
  }
  return null;
}

function rowOf({ key }: Keyed, before: Element | null, after: Element | null): Element | null {
  const others = [before, after].filter((other) => other !== null);
  let row = key;
  for (let around = parent(row); around !== null; around = parent(around)) {
    const outer = around;
    if (others.some((other) => contains(outer, other))) return row;
    // Without a neighbour to end it, the row may hold other people's, so the key's own words have to repeat the name.
    if (matches(outer, OUTSIDE) || first(outer, HEADING) !== null) return isNamedBy(row, key) ? row : null;
    row = outer;
  }
  return null;
}

/** Whether the row's first person is the one that the key's link or label names. */
function isNamedBy(row: Element, key: Element): boolean {
  const link = all(row, 'a[href*="/in/"]').find(hasText);
  if (link === undefined) return false;
  const name = visibleTextOf(first(link, 'p') ?? link);
  const slug = slugInLink(hrefOf(link));
  return [key, ...all(key, 'a, button')].some(
    (place) =>
      slugInLink(hrefOf(place)) === slug ||
      invitedSlug(place) === slug ||
      attribute(place, 'aria-label')?.includes(name) === true,
  );
}

/** The person whom a link invites. */
export function invitedSlug(place: Element): string | null {
  const name = /[?&]vanityName=([^&]+)/u.exec(hrefOf(place))?.[1];
  return name === undefined ? null : slugInLink(`/in/${name}`);
}
