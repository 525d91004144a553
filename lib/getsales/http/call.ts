import type { AppError } from '@/lib/domain/app-error';
import type { Result } from '@/lib/domain/result';
import type { Route } from '../routes';

/** What to ask GetSales, and how often that may be tried. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Route;
  /** A list repeats its name. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /**
   * `read` may be repeated · `preflight` reads once · `repeatable` writes once, and again only when GetSales refused it
   * unseen (429) · `once` leaves at most one time.
   */
  readonly mode: 'read' | 'preflight' | 'repeatable' | 'once';
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  /** Undefined when the body was empty. */
  readonly json: unknown;
  /** The server's clock in ms, from `Date`. */
  readonly serverNowMs: number | null;
}

/** How GetSales said no. */
export interface Refusal {
  readonly status: number;
  readonly body: 'json' | 'empty' | 'html' | 'unreadable';
  /** `error.reason` of GetSales' own envelope (docs/getsales-api.md#errors); null without one: it may not have been GetSales at all. */
  readonly reason: string | null;
}

export interface Failure {
  /** Whether a write is proven not to have happened. */
  readonly fate: 'not-done' | 'unknown';
  readonly error: AppError;
  /** Null when nothing was answered. */
  readonly refusal: Refusal | null;
}

export type Request = (call: Call) => Promise<Result<Answer, Failure>>;

/** A failure of something that never left. */
export function notSent(error: AppError): Failure {
  return { fate: 'not-done', error, refusal: null };
}

/** A 2xx that is not what the contract promises. For a write nobody knows then whether it happened. */
export function unreadable(status: number): Failure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status }, refusal: null };
}

export function isGivenUp({ signal }: Call): boolean {
  return signal?.aborted === true;
}
