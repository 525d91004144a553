/** Tries of a read in all. */
export const TRIES = 4;

const CEILING_MS = 30_000;
const STEP_MS = 500;

/** Full jitter: anything from nothing to a bound that doubles (reliability.md section 3). `retry` counts from 0. */
export function backoffMs(retry: number, random: () => number): number {
  return random() * Math.min(CEILING_MS, STEP_MS * 2 ** retry);
}
