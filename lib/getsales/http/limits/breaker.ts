import type { AppError } from '@/lib/domain/app-error';

/** Failures in a row, within a minute, that open the breaker, and how long it stays open before one probe. */
const FAILURES = 5;
const WINDOW_MS = 60_000;
const OPEN_MS = 30_000;

/** The permission to leave once. Exactly one of its three ends must be told. */
export interface Passage {
  succeeded(): void;
  failed(error: AppError): void;
  /** The caller gave up: this says nothing about GetSales. */
  abandoned(): void;
}

export interface Breaker {
  /** Why GetSales is left alone just now: its last trouble. Null when requests may leave. */
  trouble(): AppError | null;
  /** Null while GetSales is left alone. After the pause one request is let through to probe. */
  enter(): Passage | null;
}

/** Stops hammering a service that does not answer (docs/reliability.md#sending-a-message). */
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
  };
}
