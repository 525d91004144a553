import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { Result } from '@/lib/domain/result';
import type { TabReading } from '@/lib/tab/read-tab';
import type { TabView } from '@/lib/tab/tab-view';
import type { PanelTab } from './panel-subject';
import { peopleFound } from './people-found';
import { peoplePage, type PeoplePage } from './people-page';

/** What a tab shows by its address alone; null where only the reader can tell. */
export function tabByAddress(view: TabView): PanelTab | null {
  const people = peoplePage(view, 0);
  if (people !== null && people.kind !== 'many') return null;
  const { page } = view;
  return page.kind === 'person' ? { state: 'person', identity: page.identity } : { state: 'nobody', why: page.why };
}

/** Pauses before a page is read again that still shows whom the one before it showed. */
const STALE_MS = [300, 900, 2_700] as const;

export interface ReadingDeps {
  /** lib/ui/people-found's `readPeoplePage`. */
  readonly read: (page: PeoplePage) => Promise<Result<TabReading>>;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Whom a conversation is with, or whose Recruiter profile this is. A page that cannot be read is nobody's. LinkedIn
 * changes the address before the content and no address of a conversation says whom it is with, so the person of the
 * conversation before is only believed once they have stayed.
 *
 * @param before whom the reader saw on the page before this one, in the same tab
 */
export async function tabByReading(
  view: TabView,
  before: LinkedInIdentity | null,
  { read, sleep }: ReadingDeps,
): Promise<PanelTab> {
  const page = peoplePage(view, 0);
  const nobody: PanelTab = { state: 'nobody', why: view.page.kind === 'nobody' ? view.page.why : 'not-a-person' };
  if (page === null) return nobody;
  for (const pause of [...STALE_MS, null]) {
    const seen = await read(page);
    const found = seen.ok ? peopleFound(page.kind, seen.value.reading) : null;
    if (found?.kind !== 'one') return nobody;
    const { identity } = found;
    if (pause === null || before === null || !isSamePerson(identity, before)) return { state: 'person', identity };
    await sleep(pause);
  }
  return nobody;
}
