import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { createContext, Fragment, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import type { AccountId, Session } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { err, type Result } from '@/lib/domain/result';
import { call } from '@/lib/messaging/call';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import { revision } from '@/lib/settings/first-paint';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
    queryMeta: { readonly account?: AccountId | null };
  }
}

/** Queries that are repeated whenever the worker reports a change. */
const LIVE_QUERIES: ReadonlySet<string> = new Set<MessageName>([
  'session.get',
  'lists.get',
  'senders.get',
  'customFields.get',
  'contact.status',
  'outbox.recent',
  'activity.page',
  'requestLog.recent',
  'session.pending',
  'others.count',
]);

/** Messages that belong to no account. All others are sent for the account that the page shows. */
const WITHOUT_ACCOUNT: ReadonlySet<string> = new Set<MessageName>([
  'session.get',
  'session.connect',
  'session.signOut',
  'session.pending',
  'others.count',
  'others.list',
  'others.erase',
  'connection.back',
  'requestLog.recent',
]);

interface PageAccount {
  /** Null while unknown, and while no account is connected. */
  readonly id: AccountId | null;
  /** How often the page has switched to another account, or to none. */
  readonly changes: number;
}

const AccountContext = createContext<PageAccount>({ id: null, changes: 0 });

/** Sends a message to the worker for an account: `call` of lib/messaging, or a stand-in in tests. */
export type AskWorker = <N extends MessageName>(
  account: AccountId | null,
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
) => Promise<Result<OutputOf<N>>>;

const AskContext = createContext<AskWorker>(call);

/**
 * No retries here: the worker already retries what may be retried. The session is asked for again when the user comes back,
 * since the browser deletes the key without a word.
 */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: ({ queryKey: [name] }) => name === 'session.get' && 'always',
        networkMode: 'always',
        staleTime: Infinity,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

interface WorkerProviderProps {
  readonly ask?: AskWorker;
  readonly children: ReactNode;
}

/** Provides the page's cache of worker answers, refreshed by the worker's revision counter. */
export function WorkerProvider({ ask = call, children }: WorkerProviderProps): ReactNode {
  const [client] = useState(createQueryClient);
  useEffect(
    () =>
      revision.watch(() => {
        void client.invalidateQueries({
          predicate: ({ queryKey: [name] }) => typeof name === 'string' && LIVE_QUERIES.has(name),
        });
      }),
    [client],
  );
  useEffect(() => {
    const report = (): void => {
      void ask(null, 'connection.back', {});
    };
    window.addEventListener('online', report);
    return () => {
      window.removeEventListener('online', report);
    };
  }, [ask]);
  return (
    <AskContext value={ask}>
      <QueryClientProvider client={client}>
        <AccountProvider>{children}</AccountProvider>
      </QueryClientProvider>
    </AskContext>
  );
}

/** Binds the page to the connected account and drops cached answers for other accounts. */
function AccountProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const { data } = useWorkerQuery('session.get', {});
  const connected = data === undefined ? undefined : accountOf(data);
  const [account, setAccount] = useState<PageAccount>({ id: null, changes: 0 });
  if (connected !== undefined && connected !== account.id) {
    setAccount({ id: connected, changes: account.changes + (account.id === null ? 0 : 1) });
  }
  const { id } = account;
  useEffect(() => {
    client.removeQueries({ predicate: ({ meta }) => meta?.account !== undefined && meta.account !== id });
  }, [client, id]);
  return <AccountContext value={account}>{children}</AccountContext>;
}

/** Remounts its children when the account changes, so that nothing of the former account stays on screen. */
export function PerAccount({ children }: { readonly children: ReactNode }): ReactNode {
  return <Fragment key={useContext(AccountContext).changes}>{children}</Fragment>;
}

function accountOf(session: Session): AccountId | null {
  return session.state === 'disconnected' ? null : session.account.id;
}

/** The account that this page shows; null while unknown, and while none is connected. */
export function useAccountId(): AccountId | null {
  return useContext(AccountContext).id;
}

type WorkerCall = <N extends MessageName>(
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
) => Promise<Result<OutputOf<N>>>;

/**
 * Returns a function that sends messages to the worker for the account of this render, even when called later. If the account
 * is not known yet, it is asked for first.
 */
export function useWorkerCall(): WorkerCall {
  const account = useAccountId();
  const ask = useContext(AskContext);
  return useCallback(
    async (name, input, signal) => {
      if (account !== null || WITHOUT_ACCOUNT.has(name)) return ask(account, name, input, signal);
      const session = await ask(null, 'session.get', {}, signal);
      if (!session.ok) return session;
      const connected = accountOf(session.value);
      return connected === null ? err({ code: 'not-connected' }) : ask(connected, name, input, signal);
    },
    [account, ask],
  );
}

/** Marks a query as belonging to one account, so that it is dropped with it. */
export function queryMeta(name: MessageName, account: AccountId | null): { readonly account?: AccountId | null } {
  return WITHOUT_ACCOUNT.has(name) ? {} : { account };
}

/** The query key of a message. */
export function workerQueryKey<N extends MessageName>(name: N, account: AccountId | null, input: InputOf<N> | null) {
  return [name, WITHOUT_ACCOUNT.has(name) ? null : account, input] as const;
}

/**
 * Asks the worker and caches the answer. `data` is the last successful answer, `error` the `AppError` of the last attempt. A null
 * `input` disables the query. Queries of an account wait until the account is known.
 */
export function useWorkerQuery<N extends MessageName>(name: N, input: InputOf<N> | null): UseQueryResult<OutputOf<N>> {
  const account = useAccountId();
  const workerCall = useWorkerCall();
  return useQuery<OutputOf<N>>({
    queryKey: workerQueryKey(name, account, input),
    meta: queryMeta(name, account),
    queryFn: async ({ signal }) => (input === null ? neverAsked() : unwrap(await workerCall(name, input, signal))),
    enabled: input !== null && (account !== null || WITHOUT_ACCOUNT.has(name)),
  });
}

/** Sends a message that changes something, once per `mutate`. */
export function useWorkerMutation<N extends MessageName>(
  name: N,
): UseMutationResult<OutputOf<N>, AppError, InputOf<N>> {
  const workerCall = useWorkerCall();
  return useMutation<OutputOf<N>, AppError, InputOf<N>>({
    mutationKey: [name],
    mutationFn: async (input) => unwrap(await workerCall(name, input)),
  });
}

/** Turns a `Result` into a promise that rejects with the `AppError`. The only place where an error becomes a rejection. */
export function unwrap<T>(result: Result<T>): Promise<T> {
  // TanStack Query accepts any rejection; ours is plain data on purpose, see Register above.
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  return result.ok ? Promise.resolve(result.value) : Promise.reject(result.error);
}

function neverAsked(): Promise<never> {
  return unwrap<never>({ ok: false, error: { code: 'cancelled' } });
}
