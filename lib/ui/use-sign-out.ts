import { useQueryClient } from '@tanstack/react-query';
import type { AppError } from '@/lib/domain/app-error';
import { useAct } from './ask';

export interface SignOut {
  readonly underWay: boolean;
  readonly error: AppError | null;
  /** Erases key, drafts, caches and journal; afterwards this page forgets what the worker ever told it. */
  readonly signOut: (onDone: () => void) => void;
  readonly reset: () => void;
}

export function useSignOut(): SignOut {
  const client = useQueryClient();
  const act = useAct('session.signOut');
  return {
    underWay: act.isPending,
    error: act.error,
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
