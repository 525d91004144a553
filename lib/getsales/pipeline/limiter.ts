/** 300 requests a minute are allowed per key (getsales-api.md 2.2): 4 a second with bursts of 8 stay below. */
const RATE_PER_MS = 4 / 1_000;
const BURST = 8;
/** A page waits this long at most for a pause to end; a longer pause is told instead. */
export const MAX_PAUSE_WAIT_MS = 3_000;

export interface Limiter {
  /** Waits for a turn. Answers how long the shared pause still lasts when that is too long to wait. */
  take(signal?: AbortSignal): Promise<{ readonly paused: number } | 'go'>;
  /** One pause for everybody, from now. */
  pause(ms: number): void;
}

export interface LimiterDeps {
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A token bucket with one shared pause. */
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
      const pauseLeft = pausedUntil - monotonic();
      if (pauseLeft > MAX_PAUSE_WAIT_MS) return { paused: pauseLeft };
      if (pauseLeft > 0) await sleep(pauseLeft, signal);
      const wait = reserve();
      if (wait > 0) await sleep(wait, signal);
      return 'go';
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, monotonic() + ms);
    },
  };
}
