import type { AppError } from '@/lib/domain/app-error';
import type { Call } from './call';

/** The lifetime of one key, as seen by its requests. */
export interface KeyScope {
  /** Aborted when the key is about to be replaced or erased: new requests and running reads stop. */
  readonly closed: AbortSignal;
  /** Aborted later, after running writes have had time to be answered. */
  readonly cut: AbortSignal;
}

export const KEY_REPLACED: AppError = { code: 'key-replaced' };

const NEVER = new AbortController().signal;

/** For a key that is used for one action only, such as checking a pasted key. */
export const unscoped: KeyScope = { closed: NEVER, cut: NEVER };

/** Ends the waiting of a call that has not been sent yet. */
export function waitingSignal({ signal }: Call, { closed }: KeyScope): AbortSignal {
  return signal === undefined ? closed : AbortSignal.any([signal, closed]);
}

/** Ends a call that has been sent. A write runs longer, because only its answer shows whether it was done. */
export function wireSignal({ signal, mode }: Call, { closed, cut }: KeyScope, timeout: AbortSignal): AbortSignal {
  const ended = mode === 'read' || mode === 'preflight' ? closed : cut;
  return AbortSignal.any([...(signal === undefined ? [] : [signal]), ended, timeout]);
}
