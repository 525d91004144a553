import type { Call, Failure } from '../call';
import { MAX_PAUSE_WAIT_MS } from './rate-gate';

/** Tries of a read in all (docs/reliability.md#sending-a-message). */
const READ_TRIES = 4;
/** A read that has taken this long is not tried again: the person who waits should rather be told. */
const READ_PATIENCE_MS = 25_000;
const CEILING_MS = 30_000;
const STEP_MS = 500;

/** An attempt that failed, and what speaks for another one. */
export interface Setback {
  readonly failure: Failure;
  /** The same request may well succeed later. */
  readonly transient: boolean;
  /** GetSales' own `Retry-After`, or our pause after a 429; 0 without one. */
  readonly pauseMs: number;
}

export interface Progress {
  readonly tries: number;
  /** Since the call began. */
  readonly elapsedMs: number;
  /** Pauses that were waited for so far. */
  readonly pausedMs: number;
}

/**
 * How long to wait before the next try; null when there is none. Only reads are repeated, and writes that are idempotent
 * when GetSales refused them unseen (429). All pauses together stay below three seconds.
 */
export function nextTryMs(
  { mode }: Pick<Call, 'mode'>,
  { failure, transient, pauseMs }: Setback,
  { tries, elapsedMs, pausedMs }: Progress,
  random: () => number,
): number | null {
  if (!transient || pausedMs + pauseMs > MAX_PAUSE_WAIT_MS) return null;
  const wasUnseen = failure.error.code === 'rate-limited';
  const mayRepeat = mode === 'read' ? tries < READ_TRIES : mode === 'repeatable' && wasUnseen && tries < 2;
  if (!mayRepeat || elapsedMs >= READ_PATIENCE_MS) return null;
  return Math.max(pauseMs, backoffMs(tries - 1, random));
}

/** Full jitter: anything from nothing to a bound that doubles. `retry` counts from 0. */
export function backoffMs(retry: number, random: () => number): number {
  return random() * Math.min(CEILING_MS, STEP_MS * 2 ** retry);
}

const MIN_MS = 1_000;
const MAX_MS = 3_600_000;
/** No header is documented (docs/getsales-api.md#rate-limit); users wait this long. */
const UNSTATED_MS = 15_000;

/** What `Retry-After` asks for, as seconds or as a date, clamped to 1 s … 1 h; null when it says nothing readable. */
export function statedPauseMs(header: string | null, nowMs: number): number | null {
  const stated = header === null ? Number.NaN : readPause(header.trim(), nowMs);
  return Number.isNaN(stated) ? null : Math.min(MAX_MS, Math.max(MIN_MS, stated));
}

/** How long to pause after a 429 that does not say it: 15 s and up to a third more, so that not all come back at once. */
export function unstatedPauseMs(random: () => number): number {
  return UNSTATED_MS + random() * (UNSTATED_MS / 3);
}

function readPause(header: string, nowMs: number): number {
  if (/^-?\d+(?:\.\d+)?$/u.test(header)) return Number(header) * 1_000;
  return /[a-z]{3}/iu.test(header) ? Date.parse(header) - nowMs : Number.NaN;
}
