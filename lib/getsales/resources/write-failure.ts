import type { MissingThing } from '@/lib/domain/app-error';
import type { WriteFailure } from '../client';
import type { Failure } from '../http/call';

/** A failure of a write, with what a 404 was about. */
export function writeFailure({ fate, error }: Failure, what: MissingThing): WriteFailure {
  return { fate, error: error.code === 'not-found' ? { code: 'not-found', what } : error };
}

/** A 2xx that does not prove anything. */
export function unproven(status: number): WriteFailure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status } };
}
