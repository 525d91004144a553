import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readTab, readTabAt, type TabReader } from '@/lib/browser/read-tab';
import type { AppError } from '@/lib/domain/app-error';
import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import type { Result } from '@/lib/domain/result';
import { unwrap } from '@/lib/ui/worker/worker-query';
import { peopleFound, type PeopleFound, type PeoplePage } from './people-page';

/** The state of reading a person's page. */
export type PageReading =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly reading: Reading }
  /** LinkedIn still shows another person's content at this address; it is read again shortly. */
  | { readonly state: 'unsettled' }
  /** `reading`: the last reading of a page that never settled; null when there is none. */
  | { readonly state: 'failed'; readonly error: AppError; readonly reading: Reading | null };

/** Pauses before an unsettled page is read again, on top of the reader's own waiting. */
const SETTLE_MS = [300, 900] as const;

/**
 * Reads the tab's page for this person. If the page changes during a reading, the reading is dropped, never mixed.
 *
 * @param page the tab and the person in its address; null for a pasted link
 * @param refreshCount a new number reads again
 */
export function useReading(
  page: { readonly tabId: number; readonly identity: LinkedInIdentity } | null,
  refreshCount: number,
): PageReading {
  const { data, error } = useQuery<{ readonly reading: Reading; readonly attempt: number }>({
    queryKey: ['reading', page?.tabId, page && identityKey(page.identity), refreshCount],
    queryFn: async ({ client, queryKey }) => {
      if (page === null) return unwrap<never>({ ok: false, error: { code: 'cancelled' } });
      const before = client.getQueryData<{ readonly attempt: number }>(queryKey);
      const reading = await unwrap(await readTab(page.tabId, page.identity));
      return { reading, attempt: (before?.attempt ?? -1) + 1 };
    },
    enabled: page !== null,
    refetchInterval: ({ state }) =>
      state.data?.reading.kind === 'unsettled' ? (SETTLE_MS[state.data.attempt] ?? false) : false,
    gcTime: 0,
  });
  if (error !== null) return { state: 'failed', error, reading: null };
  if (data === undefined) return { state: 'reading' };
  const { reading, attempt } = data;
  if (reading.kind === 'unsettled') {
    if (attempt < SETTLE_MS.length) return { state: 'unsettled' };
    return { state: 'failed', error: { code: 'page-unreadable' }, reading };
  }
  return { state: 'read', reading };
}

/** The state of reading a page whose address names no person. */
type PeoplePageState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly reading: Reading; readonly found: PeopleFound }
  | { readonly state: 'failed'; readonly error: AppError };

/** Reads such a page once. The reader itself waits for people to appear; later ones are not shown. */
export function usePeoplePage(page: PeoplePage): PeoplePageState {
  const { data, error } = useQuery<Reading>({
    queryKey: ['people-page', page],
    queryFn: async () => unwrap(await readPeoplePage(page)),
    gcTime: 0,
  });
  const found = useMemo(() => (data === undefined ? null : peopleFound(page.kind, data)), [page.kind, data]);
  if (error !== null) return { state: 'failed', error };
  return data === undefined || found === null ? { state: 'reading' } : { state: 'read', reading: data, found };
}

/** Runs the reader on a page whose address names no person. The result counts only if the tab is still at the same address. */
export function readPeoplePage(page: PeoplePage, api?: TabReader): Promise<Result<Reading>> {
  return page.kind === 'recruiter' ? readTab(page.tabId, page.identity, api) : readTabAt(page.tabId, page.url, api);
}
