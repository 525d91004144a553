import type { Result } from '@/lib/domain/result';
import type { TabReading } from '@/lib/tab/read-tab';
import type { TabView } from '@/lib/tab/tab-view';
import type { PanelTab } from './panel-subject';
import { peopleFound, peoplePage, type PeoplePage } from './people-page';

/** Reads a page of people; lib/ui/people-page's `readPeoplePage` is the real one. */
export type ReadPage = (page: PeoplePage) => Promise<Result<TabReading>>;

/** What a tab shows by its address alone; null where only the reader can tell. */
export function tabByAddress(view: TabView): PanelTab | null {
  const people = peoplePage(view, 0);
  if (people !== null && people.kind !== 'many') return null;
  const { page } = view;
  return page.kind === 'person' ? { state: 'person', identity: page.identity } : { state: 'nobody', why: page.why };
}

/** Whom a conversation is with, or whose Recruiter profile this is. A page that cannot be read is nobody's. */
export async function tabByReading(view: TabView, read: ReadPage): Promise<PanelTab> {
  const page = peoplePage(view, 0);
  const seen = page === null ? null : await read(page);
  const found = page !== null && seen?.ok === true ? peopleFound(page.kind, seen.value.reading) : null;
  if (found?.kind === 'one') return { state: 'person', identity: found.identity };
  return { state: 'nobody', why: view.page.kind === 'nobody' ? view.page.why : 'not-a-person' };
}
