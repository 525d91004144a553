import { idsIn } from '../evidence/card-match';
import { memberNumber, numberInUrn } from '../address/ids';
import { all, attribute, contains, parent } from '../page/dom';
import { hrefOf, slugInLink } from '../page/profile-link';
import { hasText } from '../page/visible';

/** What names a row's person where rows have no role: the link of a connection, or a search result's key or button. */
const KEYS = [
  'a[data-view-name="connections-profile"]',
  '[componentkey^="SearchResults"], [componentkey*="urn:li:member:"], a[href*="/messaging/compose/"]',
] as const;

/** The rows of a list whose rows are known only by a key in them. Keys of one person are next to each other. */
export function keyedRows(document: Document, unrelated: string): readonly Element[] {
  for (const selector of KEYS) {
    const keyed = all(document, `:is(${selector}):not(:is(${unrelated}), :is(${unrelated}) *)`).flatMap((key) => {
      const person = personOf(key);
      return person === null ? [] : { person, key };
    });
    const ones = keyed.filter(({ person }, at) => person !== keyed[at - 1]?.person);
    const rows = ones.flatMap(({ key }, at) => rowOf(key, [ones[at - 1]?.key, ones[at + 1]?.key]) ?? []);
    if (rows.length > 0) return rows;
  }
  return [];
}

function personOf(key: Element): string | null {
  const text = attribute(key, 'componentkey') ?? '';
  const [id = idsIn(hrefOf(key))[0]] = idsIn(text);
  const number = id === undefined ? numberInUrn(text) : memberNumber(id);
  return number === null || Number.isNaN(number) ? slugInLink(hrefOf(key)) : String(number);
}

/** The smallest element around a key with a link to a person. Null if it also has the key before or after. */
function rowOf(key: Element, others: readonly (Element | undefined)[]): Element | null {
  for (let around = parent(key); around !== null; around = parent(around)) {
    const row = around;
    if (!all(row, 'a[href*="/in/"]').some(hasText)) continue;
    return others.some((other) => other !== undefined && contains(row, other)) ? null : row;
  }
  return null;
}

/** The person whom a link invites. */
export function invitedSlug(place: Element): string | null {
  const name = /[?&]vanityName=([^&]+)/u.exec(hrefOf(place))?.[1];
  return name === undefined ? null : slugInLink(`/in/${name}`);
}
