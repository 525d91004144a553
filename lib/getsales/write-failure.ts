import type { MissingThing } from '@/lib/domain/app-error';
import type { Failure } from './http/call';

/** A failed write. `not-done` is proven; with `unknown` the write may have happened. */
export type WriteFailure = Pick<Failure, 'fate' | 'error'>;

/**
 * The failure of a write; `what` names the thing that a 404 is about. Only a list is then called missing: GetSales also answers
 * 404 when a sender is not connected to a contact (docs/getsales-api.md#send), so its own words count.
 */
export function toWriteFailure({ fate, error, refusal }: Failure, what: MissingThing): WriteFailure {
  if (error.code !== 'not-found' || refusal === null) return { fate, error };
  if (what === 'list') return { fate, error: { code: 'not-found', what } };
  return { fate, error: { code: 'refused', status: refusal.status, problems: refusal.problems } };
}

/** The failure of a write whose 2xx answer does not prove that it was done. */
export function unprovenWrite(status: number): WriteFailure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status } };
}
