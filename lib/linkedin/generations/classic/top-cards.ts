import { all, first } from '../../page/dom';

/** The top cards of the classic page: sections in `main` with their owner's member number and a heading. */
export function topCards(document: Document): readonly Element[] {
  return all(document, 'main section[data-member-id]').filter((section) => first(section, 'h1') !== null);
}

export function isClassic(document: Document): boolean {
  return topCards(document).length > 0;
}
