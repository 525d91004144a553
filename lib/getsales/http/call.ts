import type { AppError, FieldProblem } from '@/lib/domain/app-error';
import type { Result } from '@/lib/domain/result';
import type { ApiPath } from './api-path';

/** A request to GetSales, and how often it may be sent. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: ApiPath;
  /** A list value repeats the parameter. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /**
   * `read` may be retried · `preflight` is a read sent once · `repeatable` is an idempotent write, retried only after a
   * 429 · `once` is sent at most one time.
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

/** An answer with an error status. */
export interface Refusal {
  readonly status: number;
  readonly body: 'json' | 'empty' | 'html' | 'unreadable';
  /** `error.reason` of GetSales' own envelope (docs/getsales-api.md#errors); null without one: the answer may come from a proxy. */
  readonly reason: string | null;
  readonly problems: readonly FieldProblem[];
}

export interface Failure {
  /** Whether a write is proven not to have happened. */
  readonly fate: 'not-done' | 'unknown';
  readonly error: AppError;
  /** Null when there was no answer. */
  readonly refusal: Refusal | null;
}

export type Request = (call: Call) => Promise<Result<Answer, Failure>>;

/** The failure of a call that was never sent. */
export function notSent(error: AppError): Failure {
  return { fate: 'not-done', error, refusal: null };
}

/** A 2xx that breaks the contract. Whether a write was done is then unknown. */
export function unreadable(status: number): Failure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status }, refusal: null };
}

export function isGivenUp({ signal }: Call): boolean {
  return signal?.aborted === true;
}
