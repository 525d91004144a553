import { createBreaker, type Breaker } from './breaker';

/** 300 requests a minute are allowed per key (docs/getsales-api.md#rate-limit): 4 a second with bursts of 8 stay below. */
const RATE_PER_MS = 4 / 1_000;
const BURST = 8;
/** Somebody looks at a page while it waits: a longer pause than this is told instead of waited for. */
export const MAX_PAUSE_WAIT_MS = 3_000;

export interface Limiter {
  /**
   * Waits for a turn. Answers how long the shared pause still lasts when that is too long to wait, and `given-up` when the
   * caller aborted meanwhile: its turn goes to somebody else.
   */
  take(signal?: AbortSignal): Promise<{ readonly pausedMs: number } | 'go' | 'given-up'>;
  /** One pause for everybody, from now. */
  pause(ms: number): void;
}

export interface LimiterDeps {
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  /** Ends early when the signal aborts, either way. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A token bucket with one shared pause. Those who wait get their turn in the order in which they came. */
export function createLimiter({ monotonic, sleep }: LimiterDeps): Limiter {
  let tokens = BURST;
  let filledAt = monotonic();
  let pausedUntil = -Infinity;

  /** Reserves a token, possibly one of the future, and says how long until it is there. */
  function reserve(): number {
    const at = monotonic();
    tokens = Math.min(BURST, tokens + (at - filledAt) * RATE_PER_MS);
    filledAt = at;
    tokens -= 1;
    return tokens >= 0 ? 0 : -tokens / RATE_PER_MS;
  }

  return {
    async take(signal) {
      const wait = reserve();
      if (wait > 0 && !(await rest(wait, signal, sleep))) {
        tokens += 1;
        return 'given-up';
      }
      // A pause may be declared, or made longer, while somebody waits.
      for (let seen = -Infinity; pausedUntil > seen;) {
        seen = pausedUntil;
        const left = seen - monotonic();
        const isTooLong = left > MAX_PAUSE_WAIT_MS;
        if (isTooLong || (left > 0 && !(await rest(left, signal, sleep)))) {
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

/** Sleeps unless given up; false when it was. */
export async function rest(ms: number, signal: AbortSignal | undefined, sleep: LimiterDeps['sleep']): Promise<boolean> {
  if (signal?.aborted !== true) await sleep(ms, signal).catch(() => undefined);
  return signal?.aborted !== true;
}

/** What keeps an origin from being asked too much: one limit, one pause and one breaker for everybody who asks it. */
export interface Gate {
  readonly limiter: Limiter;
  readonly breaker: Breaker;
}

export function createGate({ monotonic, sleep }: LimiterDeps): Gate {
  return { limiter: createLimiter({ monotonic, sleep }), breaker: createBreaker(monotonic) };
}
