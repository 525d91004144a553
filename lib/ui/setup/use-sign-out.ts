import { useQueryClient } from '@tanstack/react-query';
import type { PendingCounts, WireReport } from '@/lib/domain/account';
import { useAct, useAsk } from '@/lib/ui/worker/worker-query';

export interface SignOut {
  readonly underWay: boolean;
  /** The browser would not erase everything. */
  readonly failed: boolean;
  /** What would be lost; null until it is known, and when it could not be counted. */
  readonly pending: PendingCounts | null;
  readonly counting: boolean;
  /** More had come when it was pressed, so it is asked again. */
  readonly isAgain: boolean;
  /** Erases key, drafts, caches and outbox; afterwards this page forgets what the worker ever told it. */
  readonly signOut: (onDone: (onWire: readonly WireReport[]) => void) => void;
  readonly reset: () => void;
}

/** @param asking whether the question is open; only then it is counted */
export function useSignOut(asking: boolean): SignOut {
  const client = useQueryClient();
  const act = useAct('session.signOut');
  const counted = useAsk('session.pending', asking ? {} : null);
  const pending = counted.data ?? null;
  return {
    underWay: act.isPending,
    failed: act.isError,
    pending,
    counting: counted.isPending,
    isAgain: act.data?.state === 'confirm',
    signOut: (onDone) => {
      act.mutate(
        { confirmed: pending },
        {
          onSuccess: (signedOut) => {
            // Asked again: the counts on screen follow the worker's.
            if (signedOut.state === 'confirm') return;
            void client.resetQueries();
            onDone(signedOut.onWire);
          },
        },
      );
    },
    reset: act.reset,
  };
}
