import type { AppError } from '@/lib/domain/app-error';

/** Consecutive failures within a minute that open the breaker, and how long it stays open before one probe. */
const FAILURES = 5;
const WINDOW_MS = 60_000;
const OPEN_MS = 30_000;

/** Permission for one request. Exactly one of the three outcomes must be reported. */
export interface Permit {
  succeeded(): void;
  failed(error: AppError): void;
  /** The caller gave up, which says nothing about GetSales. */
  abandoned(): void;
}

export interface Breaker {
  /** The last failure while the breaker is open; null when requests are allowed. */
  trouble(): AppError | null;
  /** Null while the breaker is open. After the pause one request is allowed as a probe. */
  enter(): Permit | null;
  /** The connection may be back: a breaker that is open allows a probe now. */
  allowProbe(): void;
}

/** A circuit breaker: stops requests to a service that keeps failing (docs/reliability.md#requests). */
export function createBreaker(monotonic: () => number): Breaker {
  let failures: number[] = [];
  let last: AppError | null = null;
  let openUntil = -Infinity;
  let probing = false;

  const trouble = (): AppError | null => (probing || monotonic() < openUntil ? last : null);

  return {
    trouble,
    enter() {
      if (trouble() !== null) return null;
      const isProbe = openUntil !== -Infinity;
      probing = isProbe;
      return {
        succeeded() {
          failures = [];
          openUntil = -Infinity;
          probing = false;
        },
        failed(error) {
          const at = monotonic();
          last = error;
          failures = [...failures.filter((then) => at - then < WINDOW_MS), at];
          if (isProbe || failures.length >= FAILURES) openUntil = at + OPEN_MS;
          if (isProbe) probing = false;
        },
        abandoned() {
          if (isProbe) probing = false;
        },
      };
    },
    allowProbe() {
      openUntil = Math.min(openUntil, monotonic());
    },
  };
}
