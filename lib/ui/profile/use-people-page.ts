import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import type { Reading } from '@/lib/domain/reading';
import { unwrap } from '@/lib/ui/worker/worker-query';
import { peopleFound, readPeoplePage, type PeopleFound } from './people-found';
import type { PeoplePage } from './people-page';

/** What is known of a page that shows people without naming one in its address. */
export type PeoplePageState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly reading: Reading; readonly found: PeopleFound }
  | { readonly state: 'failed'; readonly error: AppError };

/** Reads such a page once. The reader itself waits for people to appear; whoever is not there by then is not shown. */
export function usePeoplePage(page: PeoplePage): PeoplePageState {
  const { data, error } = useQuery<Reading>({
    queryKey: ['people-page', page],
    queryFn: async () => (await unwrap(await readPeoplePage(page))).reading,
    gcTime: 0,
  });
  const found = useMemo(() => (data === undefined ? null : peopleFound(page.kind, data)), [page.kind, data]);
  if (error !== null) return { state: 'failed', error };
  return data === undefined || found === null ? { state: 'reading' } : { state: 'read', reading: data, found };
}
