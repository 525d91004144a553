import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IdentifiedAccount, PendingCounts, Session, InFlightReport } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { workerQueryKey, useWorkerCall } from '@/lib/ui/worker/worker-query';

type ConnectState =
  | { readonly name: 'idle' }
  | { readonly name: 'checking' }
  /** The key belongs to another account; nothing has changed yet. `isAgain`: more pending work was added since the first question. */
  | ({ readonly name: 'confirm' | 'switching' } & Question)
  | { readonly name: 'failed'; readonly error: AppError };

/** `inFlight`: requests of the previous account that were under way when its key was replaced. */
type CheckResult =
  | { readonly state: 'connected'; readonly inFlight: readonly InFlightReport[] }
  | { readonly state: 'confirm' }
  | { readonly state: 'failed'; readonly error: AppError };

interface Question {
  readonly account: IdentifiedAccount;
  readonly pending: PendingCounts;
  readonly isAgain: boolean;
}

export interface Connect {
  readonly state: ConnectState;
  /**
   * Sends the key to the worker, once.
   *
   * @param confirmed the pending work that the user agreed to lose, for a key of another account
   */
  readonly check: (key: string, confirmed: PendingCounts | null) => Promise<CheckResult>;
  readonly fail: (error: AppError) => void;
  readonly reset: () => void;
}

/**
 * Connects with a key. Not a `useWorkerMutation`: mutations keep their input for minutes, and the key must not be kept.
 */
export function useConnect(): Connect {
  const client = useQueryClient();
  const call = useWorkerCall();
  const [state, setState] = useState<ConnectState>({ name: 'idle' });
  return {
    state,
    check: async (key, confirmed) => {
      setState((before) => (before.name === 'confirm' ? { ...before, name: 'switching' } : { name: 'checking' }));
      const answer = await call('session.connect', { key, confirmed });
      if (!answer.ok) {
        setState({ name: 'failed', error: answer.error });
        return { state: 'failed', error: answer.error };
      }
      const { value } = answer;
      if (value.state === 'confirm') {
        setState({
          name: 'confirm',
          account: value.account,
          pending: value.pending,
          isAgain: confirmed !== null,
        });
        return { state: 'confirm' };
      }
      const session: Session = { state: 'connected', account: value.account };
      client.setQueryData(workerQueryKey('session.get', null, {}), session);
      setState({ name: 'idle' });
      return { state: 'connected', inFlight: value.inFlight };
    },
    fail: (error) => {
      setState({ name: 'failed', error });
    },
    reset: () => {
      setState({ name: 'idle' });
    },
  };
}
