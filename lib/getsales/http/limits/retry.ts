import { backoffMs, QUICK_RETRIES } from '@/lib/domain/backoff';
import type { Call, Failure } from '../call';
import { MAX_PAUSE_WAIT_MS } from './rate-gate';

/** Attempts of a read in total (docs/reliability.md#requests). */
const READ_TRIES = 4;
/** A read that has taken this long is not retried: the person waiting should see the error. */
const READ_PATIENCE_MS = 25_000;

/** A failed attempt, and whether a retry makes sense. */
export interface FailedAttempt {
  readonly failure: Failure;
  /** The same request may succeed later. */
  readonly transient: boolean;
  /** GetSales' own `Retry-After`, or our pause after a 429; 0 without one. */
  readonly pauseMs: number;
}

export interface Progress {
  readonly tries: number;
  /** Since the call began. */
  readonly elapsedMs: number;
  /** Pauses waited for so far. */
  readonly pausedMs: number;
}

/**
 * Ms until the next attempt; null for none. Reads are retried; an idempotent write is retried only after a 429, which
 * GetSales answers without processing it. All pauses together stay below three seconds.
 */
export function nextTryMs(
  { mode }: Pick<Call, 'mode'>,
  { failure, transient, pauseMs }: FailedAttempt,
  { tries, elapsedMs, pausedMs }: Progress,
  random: () => number,
): number | null {
  if (!transient || pausedMs + pauseMs > MAX_PAUSE_WAIT_MS) return null;
  const wasNotProcessed = failure.error.code === 'rate-limited';
  const mayRepeat = mode === 'read' ? tries < READ_TRIES : mode === 'repeatable' && wasNotProcessed && tries < 2;
  if (!mayRepeat || elapsedMs >= READ_PATIENCE_MS) return null;
  return Math.max(pauseMs, backoffMs(tries - 1, random, QUICK_RETRIES));
}

const MIN_MS = 1_000;
const MAX_MS = 3_600_000;
/** No header is documented (docs/getsales-api.md#rate-limit); other clients wait this long. */
const UNSTATED_MS = 15_000;

/** Ms of a `Retry-After` header (seconds or a date), clamped to 1 s … 1 h; null when it is absent or unreadable. */
export function statedPauseMs(header: string | null, nowMs: number): number | null {
  const stated = header === null ? Number.NaN : readPause(header.trim(), nowMs);
  return Number.isNaN(stated) ? null : Math.min(MAX_MS, Math.max(MIN_MS, stated));
}

/** Ms to pause after a 429 without `Retry-After`: 15 s and up to a third more, so that clients do not all return at once. */
export function unstatedPauseMs(random: () => number): number {
  return UNSTATED_MS + random() * (UNSTATED_MS / 3);
}

function readPause(header: string, nowMs: number): number {
  if (/^-?\d+(?:\.\d+)?$/u.test(header)) return Number(header) * 1_000;
  return /[a-z]{3}/iu.test(header) ? Date.parse(header) - nowMs : Number.NaN;
}
