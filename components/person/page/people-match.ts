import { linkedinReference } from '@/lib/domain/identity';
import type { PersonOnPage } from '@/lib/domain/reading';

/** From how many people on a list may be searched. */
export const SEARCH_FROM = 9;

/** Those of a list of people who fit what was typed: every word of it stands in name, headline, work, place or link. */
export function peopleMatching(people: readonly PersonOnPage[], typed: string): readonly PersonOnPage[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return people.filter((person) => words.every((word) => searched(person).includes(word)));
}

function searched({ identity, fields }: PersonOnPage): string {
  const values = Object.values(fields).map(({ value }) => value);
  return folded([linkedinReference(identity), ...values].join('\n'));
}

/** Without case and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Where the focus goes from one row of a list by a key; null for keys that move nothing. */
export function rowAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
