import { useQueryClient } from '@tanstack/react-query';
import type { PendingCounts, InFlightReport } from '@/lib/domain/account';
import { useWorkerMutation, useWorkerQuery } from '@/lib/ui/worker/worker-query';

export interface SignOut {
  readonly underWay: boolean;
  /** The browser could not erase everything. */
  readonly failed: boolean;
  /** What would be lost; null until known, or when it could not be counts. */
  readonly pending: PendingCounts | null;
  readonly counting: boolean;
  /** More pending work was added before the press, so the user is asked again. */
  readonly isAgain: boolean;
  /** Erases key, drafts, caches and outbox, then this page's cached answers. */
  readonly signOut: (onDone: (inFlight: readonly InFlightReport[]) => void) => void;
  readonly reset: () => void;
}

/** @param asking whether the question is open; pending work is counted only then */
export function useSignOut(asking: boolean): SignOut {
  const client = useQueryClient();
  const mutation = useWorkerMutation('session.signOut');
  const counts = useWorkerQuery('session.pending', asking ? {} : null);
  const pending = counts.data ?? null;
  return {
    underWay: mutation.isPending,
    failed: mutation.isError,
    pending,
    counting: counts.isPending,
    isAgain: mutation.data?.state === 'confirm',
    signOut: (onDone) => {
      mutation.mutate(
        { confirmed: pending },
        {
          onSuccess: (signedOut) => {
            // The user is asked again; the shown counts update by themselves.
            if (signedOut.state === 'confirm') return;
            void client.resetQueries();
            onDone(signedOut.inFlight);
          },
        },
      );
    },
    reset: mutation.reset,
  };
}
