import { createBreaker, type Breaker } from './breaker';
import { createLimiter, type Limiter, type LimiterDeps } from './limiter';

/** What keeps an origin from being asked too much: one limit, one pause and one breaker for everybody who asks it. */
export interface Gate {
  readonly limiter: Limiter;
  readonly breaker: Breaker;
}

export function createGate({ monotonic, sleep }: LimiterDeps): Gate {
  return { limiter: createLimiter({ monotonic, sleep }), breaker: createBreaker(monotonic) };
}
