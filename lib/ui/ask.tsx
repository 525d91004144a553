import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import type { Result } from '@/lib/domain/result';
import { call } from '@/lib/messaging/call';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import { revision } from '@/lib/settings/items';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
  }
}

/** Questions that the worker answers from disk or cache: asked again whenever it says that something changed. */
const LIVE: ReadonlySet<string> = new Set<MessageName>([
  'session.get',
  'lists.get',
  'senders.get',
  'customFields.get',
  'contact.standing',
  'intents.recent',
  'activity.page',
  'exchanges.recent',
]);

/** The worker retries what may be retried; asking again here would only multiply it. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: Infinity },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Gives a page its one cache of what the worker said, kept fresh by the worker's revision counter. */
export function AskProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [client] = useState(createQueryClient);
  useEffect(
    () =>
      revision.watch(() => {
        void client.invalidateQueries({
          predicate: ({ queryKey: [name] }) => typeof name === 'string' && LIVE.has(name),
        });
      }),
    [client],
  );
  useEffect(() => {
    const tell = (): void => {
      void call('connection.back', {});
    };
    window.addEventListener('online', tell);
    return () => {
      window.removeEventListener('online', tell);
    };
  }, []);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/**
 * Asks the worker and keeps the answer. `data` is the last good answer, `error` an `AppError` of the last try.
 * A null `input` means: not yet.
 */
export function useAsk<N extends MessageName>(name: N, input: InputOf<N> | null): UseQueryResult<OutputOf<N>> {
  return useQuery<OutputOf<N>>({
    queryKey: [name, input],
    queryFn: async ({ signal }) => (input === null ? neverAsked() : unwrap(await call(name, input, signal))),
    enabled: input !== null,
  });
}

/** Tells the worker to act, once per `mutate`. */
export function useAct<N extends MessageName>(name: N): UseMutationResult<OutputOf<N>, AppError, InputOf<N>> {
  return useMutation<OutputOf<N>, AppError, InputOf<N>>({
    mutationKey: [name],
    mutationFn: async (input) => unwrap(await call(name, input)),
  });
}

/** A `Result` as a promise that rejects with the `AppError` itself: the one place where data becomes a rejection. */
export function unwrap<T>(result: Result<T>): Promise<T> {
  // TanStack Query carries any rejection; ours is plain data on purpose, see Register above.
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  return result.ok ? Promise.resolve(result.value) : Promise.reject(result.error);
}

function neverAsked(): Promise<never> {
  return unwrap<never>({ ok: false, error: { code: 'cancelled' } });
}
