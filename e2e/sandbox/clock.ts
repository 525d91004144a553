/** The sandbox's clock: an injected base and an offset that tests change, so that they need not wait. */
export interface Clock {
  /** Milliseconds since the epoch, offset included. */
  now(): number;
  /** Moves the clock forward (or back, with a negative number) by `ms`. */
  advance(ms: number): void;
  /** Sets the offset to zero. */
  reset(): void;
}

export function createClock(base: () => number): Clock {
  let offset = 0;
  return {
    now: () => base() + offset,
    advance(ms) {
      offset += ms;
    },
    reset() {
      offset = 0;
    },
  };
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
