import { useQueryClient } from '@tanstack/react-query';
import { useAct } from './ask';

export interface SignOut {
  readonly underWay: boolean;
  /** The browser would not erase everything. */
  readonly failed: boolean;
  /** Erases key, drafts, caches and journal; afterwards this page forgets what the worker ever told it. */
  readonly signOut: (onDone: () => void) => void;
  readonly reset: () => void;
}

export function useSignOut(): SignOut {
  const client = useQueryClient();
  const act = useAct('session.signOut');
  return {
    underWay: act.isPending,
    failed: act.isError,
    signOut: (onDone) => {
      act.mutate(
        {},
        {
          onSuccess: () => {
            void client.resetQueries();
            onDone();
          },
        },
      );
    },
    reset: act.reset,
  };
}
