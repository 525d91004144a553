import type { AppError } from '@/lib/domain/app-error';
import type { Call } from './call';

/** The life of one key, as its requests see it. */
export interface KeyScope {
  /** Aborted when the key is about to be replaced or erased: nothing leaves with it from then on, and reads stop. */
  readonly closed: AbortSignal;
  /** Aborted a while later, when writes on the wire have had time to be answered. */
  readonly cut: AbortSignal;
}

export const KEY_REPLACED: AppError = { code: 'key-replaced' };

const NEVER = new AbortController().signal;

/** The scope of a key that belongs to one act only, such as checking a pasted key. */
export const unscoped: KeyScope = { closed: NEVER, cut: NEVER };

/** Ends whatever a call still waits for before it leaves. */
export function waitingSignal({ signal }: Call, { closed }: KeyScope): AbortSignal {
  return signal === undefined ? closed : AbortSignal.any([signal, closed]);
}

/** Ends a call that has left. A write is worth waiting for: only its answer tells whether it was done. */
export function wireSignal({ signal, mode }: Call, { closed, cut }: KeyScope, timeout: AbortSignal): AbortSignal {
  const ended = mode === 'read' || mode === 'preflight' ? closed : cut;
  return AbortSignal.any([...(signal === undefined ? [] : [signal]), ended, timeout]);
}
