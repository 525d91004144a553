import { useQueryClient } from '@tanstack/react-query';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStatus } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { askKey, metaOf, unwrap, useAccountId, useAsk, useCall } from '@/lib/ui/worker/worker-query';

export interface ContactStatusState {
  /** The last answer; null before the first. */
  readonly contactStatus: ContactStatus | null;
  /** Why the last look-up failed. A failure is never an absence. */
  readonly error: AppError | null;
  readonly asking: boolean;
  /** Asks GetSales itself, past the worker's cache. */
  readonly refresh: () => void;
}

/** Where a person stands in GetSales. Answers for somebody else never show: they have another key. */
export function useContactStatus(identity: LinkedInIdentity): ContactStatusState {
  const client = useQueryClient();
  const account = useAccountId();
  const call = useCall();
  const remembered = { identity, fresh: false };
  const asked = useAsk('contact.status', remembered);
  return {
    contactStatus: asked.data ?? null,
    error: asked.error,
    asking: asked.isFetching,
    refresh: () => {
      const fresh = client.query({
        queryKey: askKey('contact.status', account, remembered),
        meta: metaOf('contact.status', account),
        queryFn: async ({ signal }) => unwrap(await call('contact.status', { identity, fresh: true }, signal)),
        staleTime: 0,
      });
      // A failure is kept in the query's own state, where `error` above reads it.
      fresh.catch(() => undefined);
    },
  };
}
