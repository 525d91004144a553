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

/** Questions that the worker answers from disk or cache: asked again whenever it says that something changed. */
const LIVE: ReadonlySet<string> = new Set<MessageName>([
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

/** Messages that belong to no account. Every other one is asked for the account that the page shows. */
const UNBOUND: ReadonlySet<string> = new Set<MessageName>([
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
  /** Null while it is not known, and while none is connected. */
  readonly id: AccountId | null;
  /** How often the page has gone from one account to another, or to none. */
  readonly changes: number;
}

const AccountContext = createContext<PageAccount>({ id: null, changes: 0 });

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
      void call(null, 'connection.back', {});
    };
    window.addEventListener('online', tell);
    return () => {
      window.removeEventListener('online', tell);
    };
  }, []);
  return (
    <QueryClientProvider client={client}>
      <AccountProvider>{children}</AccountProvider>
    </QueryClientProvider>
  );
}

/** Binds the page to the connected account. What the worker said for another one before is forgotten. */
function AccountProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const { data } = useAsk('session.get', {});
  const connected = data === undefined ? undefined : accountIn(data);
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

/** Builds its children anew when the page goes from one account to another: nothing of the former stays on screen. */
export function PerAccount({ children }: { readonly children: ReactNode }): ReactNode {
  return <Fragment key={useContext(AccountContext).changes}>{children}</Fragment>;
}

function accountIn(session: Session): AccountId | null {
  return session.state === 'disconnected' ? null : session.account.id;
}

/** The account that this page shows; null while it is not known, and while none is connected. */
export function useAccountId(): AccountId | null {
  return useContext(AccountContext).id;
}

export type Call = <N extends MessageName>(
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
) => Promise<Result<OutputOf<N>>>;

/**
 * The way to the worker for the account that the page shows at this render, also when it is used later. A page that
 * does not know its account yet asks for it first.
 */
export function useCall(): Call {
  const account = useAccountId();
  return useCallback(
    async (name, input, signal) => {
      if (account !== null || UNBOUND.has(name)) return call(account, name, input, signal);
      const session = await call(null, 'session.get', {}, signal);
      if (!session.ok) return session;
      const connected = accountIn(session.value);
      return connected === null ? err({ code: 'not-connected' }) : call(connected, name, input, signal);
    },
    [account],
  );
}

/** Marks a query as an answer to one account, to be forgotten with it. */
export function metaOf(name: MessageName, account: AccountId | null): { readonly account?: AccountId | null } {
  return UNBOUND.has(name) ? {} : { account };
}

/** Where the answer to a question is kept. */
export function askKey<N extends MessageName>(name: N, account: AccountId | null, input: InputOf<N> | null) {
  return [name, UNBOUND.has(name) ? null : account, input] as const;
}

/**
 * Asks the worker and keeps the answer. `data` is the last good answer, `error` an `AppError` of the last try.
 * A null `input` means: not yet. Questions of an account wait until it is known whose page this is.
 */
export function useAsk<N extends MessageName>(name: N, input: InputOf<N> | null): UseQueryResult<OutputOf<N>> {
  const account = useAccountId();
  const bound = useCall();
  return useQuery<OutputOf<N>>({
    queryKey: askKey(name, account, input),
    meta: metaOf(name, account),
    queryFn: async ({ signal }) => (input === null ? neverAsked() : unwrap(await bound(name, input, signal))),
    enabled: input !== null && (account !== null || UNBOUND.has(name)),
  });
}

/** Tells the worker to act, once per `mutate`. */
export function useAct<N extends MessageName>(name: N): UseMutationResult<OutputOf<N>, AppError, InputOf<N>> {
  const bound = useCall();
  return useMutation<OutputOf<N>, AppError, InputOf<N>>({
    mutationKey: [name],
    mutationFn: async (input) => unwrap(await bound(name, input)),
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
