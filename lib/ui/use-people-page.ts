import { useQuery } from '@tanstack/react-query';
import type { AppError } from '@/lib/domain/app-error';
import type { Reading } from '@/lib/domain/reading';
import { unwrap } from './ask';
import { peopleFound, readPeoplePage, type PeopleFound, type PeoplePage } from './people-page';
import { nextLookMs } from './settling';

/** What is known of a page that shows people without naming one in its address. */
export type PeoplePageState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly reading: Reading; readonly found: PeopleFound }
  | { readonly state: 'failed'; readonly error: AppError };

/** Reads such a page once, and a few times more while it shows nobody yet. */
export function usePeoplePage(page: PeoplePage): PeoplePageState {
  const { data, error } = useQuery({
    queryKey: ['people-page', page],
    queryFn: async ({ client, queryKey }) => {
      const before = client.getQueryData<{ readonly attempt: number }>(queryKey);
      const { reading } = await unwrap(await readPeoplePage(page));
      return { reading, found: peopleFound(page.kind, reading), attempt: (before?.attempt ?? -1) + 1 };
    },
    refetchInterval: ({ state }) =>
      state.data?.found.kind === 'none' ? (nextLookMs(state.data.attempt) ?? false) : false,
    gcTime: 0,
  });
  if (error !== null) return { state: 'failed', error };
  if (data === undefined || (data.found.kind === 'none' && nextLookMs(data.attempt) !== null)) {
    return { state: 'reading' };
  }
  return { state: 'read', reading: data.reading, found: data.found };
}
