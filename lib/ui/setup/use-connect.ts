import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IdentifiedAccount, PendingCounts, Session, WireReport } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { askKey, useCall } from '@/lib/ui/worker/worker-query';

export type ConnectState =
  | { readonly name: 'idle' }
  | { readonly name: 'checking' }
  /** The key belongs to another account: nothing has changed yet. `isAgain`: more has come since it was asked first. */
  | ({ readonly name: 'confirm' | 'switching' } & Question)
  | { readonly name: 'failed'; readonly error: AppError };

/** `onWire`: writes of the account before that had left when its key was replaced. */
export type Checked =
  | { readonly is: 'connected'; readonly onWire: readonly WireReport[] }
  | { readonly is: 'confirm' }
  | { readonly is: 'failed'; readonly error: AppError };

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
   * @param confirmed what the user agreed to lose, for a key of another account
   */
  readonly check: (key: string, confirmed: PendingCounts | null) => Promise<Checked>;
  readonly fail: (error: AppError) => void;
  readonly reset: () => void;
}

/**
 * Connecting with a key. Not through `useAct`: a mutation remembers its input for minutes, and nothing here may hold on
 * to the key.
 */
export function useConnect(): Connect {
  const client = useQueryClient();
  const call = useCall();
  const [state, setState] = useState<ConnectState>({ name: 'idle' });
  return {
    state,
    check: async (key, confirmed) => {
      setState((before) => (before.name === 'confirm' ? { ...before, name: 'switching' } : { name: 'checking' }));
      const answer = await call('session.connect', { key, confirmed });
      if (!answer.ok) {
        setState({ name: 'failed', error: answer.error });
        return { is: 'failed', error: answer.error };
      }
      const { value } = answer;
      if (value.state === 'confirm') {
        setState({
          name: 'confirm',
          account: value.account,
          pending: value.pending,
          isAgain: confirmed !== null,
        });
        return { is: 'confirm' };
      }
      const session: Session = { state: 'connected', account: value.account };
      client.setQueryData(askKey('session.get', null, {}), session);
      setState({ name: 'idle' });
      return { is: 'connected', onWire: value.onWire };
    },
    fail: (error) => {
      setState({ name: 'failed', error });
    },
    reset: () => {
      setState({ name: 'idle' });
    },
  };
}
