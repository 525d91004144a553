import type { MissingThing } from '@/lib/domain/app-error';
import type { Failure } from './http/call';

/** A failed write. `not-done` is proven; with `unknown` the write may have happened. */
export type WriteFailure = Pick<Failure, 'fate' | 'error'>;

/** The failure of a write; `what` names the thing that a 404 is about. */
export function toWriteFailure({ fate, error }: Failure, what: MissingThing): WriteFailure {
  return { fate, error: error.code === 'not-found' ? { code: 'not-found', what } : error };
}

/** The failure of a write whose 2xx answer does not prove that it was done. */
export function unprovenWrite(status: number): WriteFailure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status } };
}
