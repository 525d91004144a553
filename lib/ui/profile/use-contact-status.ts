import { useQueryClient } from '@tanstack/react-query';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStatus } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import {
  workerQueryKey,
  queryMeta,
  unwrap,
  useAccountId,
  useWorkerQuery,
  useWorkerCall,
} from '@/lib/ui/worker/worker-query';

export interface ContactStatusState {
  /** The last answer; null before the first. */
  readonly contactStatus: ContactStatus | null;
  /** Why the last lookup failed. A failed lookup never means that the contact is absent. */
  readonly error: AppError | null;
  readonly asking: boolean;
  /** Asks GetSales again, bypassing the worker's cache. */
  readonly refresh: () => void;
}

/** Looks up a person in GetSales. Each person has a query key of their own, so answers are never mixed up. */
export function useContactStatus(identity: LinkedInIdentity): ContactStatusState {
  const client = useQueryClient();
  const account = useAccountId();
  const call = useWorkerCall();
  const cachedInput = { identity, fresh: false };
  const query = useWorkerQuery('contact.status', cachedInput);
  return {
    contactStatus: query.data ?? null,
    error: query.error,
    asking: query.isFetching,
    refresh: () => {
      const fresh = client.query({
        queryKey: workerQueryKey('contact.status', account, cachedInput),
        meta: queryMeta('contact.status', account),
        queryFn: async ({ signal }) => unwrap(await call('contact.status', { identity, fresh: true }, signal)),
        staleTime: 0,
      });
      // The query keeps the failure; `error` above reads it.
      fresh.catch(() => undefined);
    },
  };
}
