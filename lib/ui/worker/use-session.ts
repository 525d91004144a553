import { useState } from 'react';
import type { Session } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { knownWorkspace } from '@/lib/settings/first-paint';
import { useWorkerQuery } from './worker-query';
import { useSetting } from './use-setting';

/** The session as a page knows it, including while it loads. */
export type SessionView =
  /** `expected`: a workspace is remembered, so the connected screen is shown before the worker answers. */
  | { readonly state: 'asking'; readonly expected: boolean }
  | { readonly state: 'failed'; readonly error: AppError }
  | Session;

interface SessionState {
  readonly session: SessionView;
  /** Name of the workspace, from the worker or remembered; null when unknown. */
  readonly workspace: string | null;
  readonly retry: () => void;
}

/** The connected account; the remembered workspace is used until the worker answers. */
export function useSession(): SessionState {
  const query = useWorkerQuery('session.get', {});
  const remembered = useSetting(knownWorkspace);
  // A retry clears the query's error. It is kept until the answer, so that a form beside it is not remounted.
  const [failure, setFailure] = useState<AppError | null>(null);
  if (query.error !== null && query.error !== failure) setFailure(query.error);
  const error = query.error ?? failure;
  const known = query.error?.code === 'key-unreadable' ? undefined : query.data;
  const session: SessionView =
    known ?? (error === null ? { state: 'asking', expected: remembered.value !== null } : { state: 'failed', error });
  const account = session.state === 'connected' || session.state === 'rejected' ? session.account : null;
  return {
    session,
    workspace: account === null ? (session.state === 'asking' ? remembered.value : null) : account.workspace,
    retry: () => void query.refetch(),
  };
}
