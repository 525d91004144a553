import { useState } from 'react';
import type { Session } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { knownWorkspace } from '@/lib/settings/first-paint';
import { useAsk } from './ask';
import { useSetting } from './use-setting';

/** The session as a page knows it while it opens. */
export type SessionView =
  /** `expected`: a workspace is remembered, so the connected screen is painted before the worker has answered. */
  | { readonly state: 'asking'; readonly expected: boolean }
  | { readonly state: 'failed'; readonly error: AppError }
  | Session;

export interface SessionState {
  readonly session: SessionView;
  /** Name of the workspace: the worker's answer, until then the remembered one. Null when neither is known. */
  readonly workspace: string | null;
  readonly retry: () => void;
}

/** Whose key this is; the remembered workspace bridges the moment until the worker has answered. */
export function useSession(): SessionState {
  const asked = useAsk('session.get', {});
  const remembered = useSetting(knownWorkspace);
  // Asking again clears the error until there is an answer. It is shown until then, so that a form beside it stays as it is.
  const [failure, setFailure] = useState<AppError | null>(null);
  if (asked.error !== null && asked.error !== failure) setFailure(asked.error);
  const error = asked.error ?? failure;
  const session: SessionView =
    asked.data ??
    (error === null ? { state: 'asking', expected: remembered.value !== null } : { state: 'failed', error });
  const account = session.state === 'connected' || session.state === 'rejected' ? session.account : null;
  return {
    session,
    workspace: account === null ? (session.state === 'asking' ? remembered.value : null) : account.workspace,
    retry: () => void asked.refetch(),
  };
}
