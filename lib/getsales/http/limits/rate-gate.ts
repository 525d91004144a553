import { createBreaker, type Breaker } from './breaker';

/**
 * At most 240 requests in any minute, bursts included: GetSales allows 300 per key (docs/getsales-api.md#rate-limit), which other
 * tools share.
 */
const MS_PER_REQUEST = 260;
const BURST = 8;
/** A longer pause is reported instead of waited for: someone is looking at the page. */
export const MAX_PAUSE_WAIT_MS = 3_000;

export interface Limiter {
  /**
   * Waits for a turn. Returns how long the shared pause still lasts when that is too long to wait, and `given-up` when the
   * caller aborted: the next caller gets its turn.
   */
  take(signal?: AbortSignal): Promise<{ readonly pausedMs: number } | 'go' | 'given-up'>;
  /** Starts a pause for all callers. */
  pause(ms: number): void;
}

export interface LimiterDeps {
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  /** Ends early when the signal aborts, either way. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A token bucket with one shared pause. Callers get their turn in order of arrival. */
export function createLimiter({ monotonic, sleep }: LimiterDeps): Limiter {
  let tokens = BURST;
  let filledAt = monotonic();
  let pausedUntil = -Infinity;

  /** Reserves a token, possibly a future one. Returns ms until it is available; not positive when it is now. */
  function reserve(): number {
    const at = monotonic();
    tokens = Math.min(BURST, tokens + (at - filledAt) / MS_PER_REQUEST);
    filledAt = at;
    tokens -= 1;
    return -tokens * MS_PER_REQUEST;
  }

  return {
    async take(signal) {
      const wait = reserve();
      if (wait > 0 && !(await sleepUnlessAborted(wait, signal, sleep))) {
        tokens += 1;
        return 'given-up';
      }
      // A pause may start or get longer during the wait.
      for (let seen = -Infinity; pausedUntil > seen;) {
        seen = pausedUntil;
        const left = seen - monotonic();
        const isTooLong = left > MAX_PAUSE_WAIT_MS;
        if (isTooLong || (left > 0 && !(await sleepUnlessAborted(left, signal, sleep)))) {
          tokens += 1;
          return isTooLong ? { pausedMs: Math.ceil(left) } : 'given-up';
        }
      }
      return signal?.aborted === true ? 'given-up' : 'go';
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, monotonic() + ms);
    },
  };
}

/** Sleeps; false when the signal aborted. */
export async function sleepUnlessAborted(
  ms: number,
  signal: AbortSignal | undefined,
  sleep: LimiterDeps['sleep'],
): Promise<boolean> {
  if (signal?.aborted !== true) await sleep(ms, signal).catch(() => undefined);
  return signal?.aborted !== true;
}

/** Protects one origin from too many requests: all clients share its limiter and its circuit breaker. */
export interface RateGate {
  readonly limiter: Limiter;
  readonly breaker: Breaker;
}

export function createRateGate({ monotonic, sleep }: LimiterDeps): RateGate {
  return { limiter: createLimiter({ monotonic, sleep }), breaker: createBreaker(monotonic) };
}
