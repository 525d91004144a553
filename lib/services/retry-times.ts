import type { AppError } from '@/lib/domain/app-error';
import { SEND_TTL_MS, type SendEntry } from '@/lib/domain/outbox-entry';

/** A clock may be set back by this much without anybody noticing; more, and its times mean nothing. */
const CLOCK_SLACK_MS = 120_000;
/** When an unconfirmed message is looked for, after it became one. */
const LOOKS_MS = [0, 2_000, 5_000, 15_000, 60_000, 300_000] as const;
const RETRY_STEP_MS = 2_000;
const RETRY_CEILING_MS = 900_000;

/** Whether a queued message may no longer leave by itself. Also when the clock makes nonsense of its age. */
export function isStale({ createdAt }: Pick<SendEntry, 'createdAt'>, nowMs: number): boolean {
  const age = nowMs - Date.parse(createdAt);
  return !(age <= SEND_TTL_MS && age >= -CLOCK_SLACK_MS);
}

/** When an unconfirmed message is to be looked for next, ms; null when that is left to the user. */
export function nextLookAt(settledAt: string, looks: number, nowMs: number): number | null {
  const offset = LOOKS_MS[looks];
  return offset === undefined ? null : notFarther(Date.parse(settledAt) + offset, offset, nowMs);
}

/** The longest that GetSales is believed to ask for (lib/getsales/http/retry-after.ts). */
const PAUSE_CEILING_MS = 3_600_000;

/** When what waits is to be tried next, ms. */
export function nextTryAt(retryAt: string, nowMs: number): number {
  return notFarther(Date.parse(retryAt), PAUSE_CEILING_MS, nowMs);
}

/** Full jitter below a bound that doubles to a quarter of an hour, and never before GetSales wants to be asked again. */
export function retryDelayMs(error: AppError, tries: number, random: () => number): number {
  const stated = error.code === 'rate-limited' ? error.retryAfterMs : 0;
  return Math.max(stated, random() * Math.min(RETRY_CEILING_MS, RETRY_STEP_MS * 2 ** Math.min(tries, 20)));
}

/** A clock that was set back must not make anybody wait for ever. */
function notFarther(atMs: number, farthestMs: number, nowMs: number): number {
  return atMs > nowMs + farthestMs + CLOCK_SLACK_MS || Number.isNaN(atMs) ? nowMs : atMs;
}

/** Whether it says nothing about the request itself: the same one may be through later, without anybody's doing. */
export function passesByItself({ code }: AppError): boolean {
  return code === 'offline' || code === 'unreachable' || code === 'key-replaced';
}

/** While GetSales cannot be asked, whether it can is looked at this often. */
export const BLOCKED_MS = 30_000;

/** Of these times (ms) the first; null when there is none. */
export function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
