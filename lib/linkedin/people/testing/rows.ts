import type { PersonOnPage } from '@/lib/domain/reading';
import { readPeople } from '../read-people';
import { parsePage } from '../../testing/parse-page';

/** A row of the current generation's search. */
export function row(inner: string): string {
  return `<div role="listitem"><div data-view-name="people-search-result">${inner}</div></div>`;
}

export function search(...rows: readonly string[]): string {
  return `<main>${rows.join('')}</main>`;
}

export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('');
}

/** A title with the name of the row's person. */
export const named = '<p><a href="/in/mira-okonkwo/">Mira Okonkwo</a> • 2nd</p>';

export function read(html: string): readonly PersonOnPage[] {
  return readPeople(parsePage(html));
}

export function namesIn(html: string): readonly (string | undefined)[] {
  return read(html).map(({ fields }) => fields.name?.value);
}
