import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { call } from '@/lib/messaging/call';

export type ConnectState =
  { readonly name: 'idle' } | { readonly name: 'checking' } | { readonly name: 'failed'; readonly error: AppError };

export interface Connect {
  readonly state: ConnectState;
  /** Sends the key to the worker, once. @returns null when GetSales knows it, else why not */
  readonly check: (key: string) => Promise<AppError | null>;
  readonly fail: (error: AppError) => void;
  readonly reset: () => void;
}

/**
 * Connecting with a key. Not through `useAct`: a mutation remembers its input for minutes, and nothing here may hold on
 * to the key.
 */
export function useConnect(): Connect {
  const client = useQueryClient();
  const [state, setState] = useState<ConnectState>({ name: 'idle' });
  return {
    state,
    check: async (key) => {
      setState({ name: 'checking' });
      const connected = await call('session.connect', { key });
      if (!connected.ok) {
        setState({ name: 'failed', error: connected.error });
        return connected.error;
      }
      const session: Session = { state: 'connected', account: connected.value };
      client.setQueryData(['session.get', {}], session);
      setState({ name: 'idle' });
      return null;
    },
    fail: (error) => {
      setState({ name: 'failed', error });
    },
    reset: () => {
      setState({ name: 'idle' });
    },
  };
}
