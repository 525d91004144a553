import type { Result } from '@/lib/domain/result';
import type { TabReading } from '@/lib/browser/read-tab';
import type { TabView } from '@/lib/browser/tab-view';
import type { PanelTab } from './panel-profile';
import { peopleFound } from './people-found';
import { peoplePage, type PeoplePage } from './people-page';

/** What a tab shows by its address alone; null where only the reader can tell. */
export function tabByAddress(view: TabView): PanelTab | null {
  const people = peoplePage(view, 0);
  if (people !== null && people.kind !== 'many') return null;
  const { page } = view;
  return page.kind === 'person' ? { state: 'person', identity: page.identity } : { state: 'nobody', why: page.why };
}

/** lib/ui/profile/people-found's `readPeoplePage`. */
export type ReadPage = (page: PeoplePage) => Promise<Result<TabReading>>;

/**
 * The person of a conversation or of a Recruiter profile: only one that the reader connections to the page's address. The
 * reader itself waits for late content; a page that it cannot connection or read has no person.
 */
export async function tabByReading(view: TabView, read: ReadPage): Promise<PanelTab> {
  const page = peoplePage(view, 0);
  const seen = page === null ? null : await read(page);
  const found = page !== null && seen?.ok === true ? peopleFound(page.kind, seen.value.reading) : null;
  if (found?.kind === 'one') return { state: 'person', identity: found.identity };
  return { state: 'nobody', why: view.page.kind === 'no-person' ? view.page.why : 'not-a-person' };
}
