import type { AppError } from '@/lib/domain/app-error';
import { backoffMs } from '@/lib/domain/backoff';
import type { SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { SEND_TTL_MS } from '@/lib/domain/outbox/send-transitions';

/** Tolerated clock change; after a larger one, stored times are ignored. */
const CLOCK_SLACK_MS = 120_000;
/** When to check for an unconfirmed message, after its send became unconfirmed. */
const CHECKS_MS = [0, 2_000, 5_000, 15_000, 60_000, 300_000] as const;
/** Backoff of waiting adds. */
const RETRIES = { stepMs: 2_000, ceilingMs: 900_000 } as const;
/** The longest pause that GetSales can ask for (lib/getsales/http/limits/retry.ts). */
const PAUSE_CEILING_MS = 3_600_000;

/** How often to check again while GetSales cannot be reached. */
export const RECHECK_MS = 30_000;

/** Whether a queued message is too old to be sent automatically, or the clock was changed so that its age is unknown. */
export function isStale({ createdAt }: Pick<SendEntry, 'createdAt'>, nowMs: number): boolean {
  const age = nowMs - Date.parse(createdAt);
  return !(age <= SEND_TTL_MS && age >= -CLOCK_SLACK_MS);
}

/** When to check next for an unconfirmed message, ms; null after the last check, when the user decides. */
export function nextCheckAt(settledAt: string, checks: number, nowMs: number): number | null {
  const offset = CHECKS_MS[checks];
  return offset === undefined ? null : limitDelay(Date.parse(settledAt) + offset, offset, nowMs);
}

/** When to try a waiting entry next, ms. */
export function nextTryAt(retryAt: string, nowMs: number): number {
  return limitDelay(Date.parse(retryAt), PAUSE_CEILING_MS, nowMs);
}

/** Full jitter below a bound that doubles up to 15 minutes, and never shorter than the pause that GetSales asked for. */
export function retryDelayMs(error: AppError, tries: number, random: () => number): number {
  const stated = error.code === 'rate-limited' ? error.retryAfterMs : 0;
  return Math.max(stated, backoffMs(tries, random, RETRIES));
}

/** A clock that was set back must not delay a retry forever. */
function limitDelay(atMs: number, maxDelayMs: number, nowMs: number): number {
  return atMs > nowMs + maxDelayMs + CLOCK_SLACK_MS || Number.isNaN(atMs) ? nowMs : atMs;
}

/** Whether the error says nothing about the request itself, so that the same request may succeed later. */
export function isTransient({ code }: AppError): boolean {
  return code === 'offline' || code === 'unreachable' || code === 'key-replaced';
}

/** The first of these times (ms); null when there is none. */
export function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
