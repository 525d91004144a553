/** Failures in a row, within a minute, that open the breaker, and how long it stays open before one probe. */
const FAILURES = 5;
const WINDOW_MS = 60_000;
const OPEN_MS = 30_000;

export interface Breaker {
  /** False while GetSales is left alone. After the pause one request is let through to probe. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

/** Stops hammering a service that does not answer. */
export function createBreaker(monotonic: () => number): Breaker {
  let failures: number[] = [];
  let openUntil = -Infinity;
  let probing = false;
  return {
    allows() {
      if (openUntil === -Infinity) return true;
      if (probing || monotonic() < openUntil) return false;
      probing = true;
      return true;
    },
    succeeded() {
      failures = [];
      openUntil = -Infinity;
      probing = false;
    },
    failed() {
      const at = monotonic();
      failures = [...failures.filter((then) => at - then < WINDOW_MS), at];
      if (probing || failures.length >= FAILURES) openUntil = at + OPEN_MS;
      probing = false;
    },
  };
}
