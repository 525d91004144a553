import { linkedinReference } from '@/lib/domain/identity';
import type { PersonOnPage } from '@/lib/domain/reading';

/** Number of people from which the search field is shown. */
export const SEARCH_FROM = 9;

/** The people that match the typed text: each word occurs in name, headline, job, location or link. */
export function peopleMatching(people: readonly PersonOnPage[], typed: string): readonly PersonOnPage[] {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return people.filter((person) => words.every((word) => searchText(person).includes(word)));
}

function searchText({ identity, fields }: PersonOnPage): string {
  const values = Object.values(fields).map(({ value }) => value);
  return fold([linkedinReference(identity), ...values].join('\n'));
}

/** Lower case, without accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Index of the row that a key moves the focus to; -1: back to the search field, null: the key does not move it. */
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
