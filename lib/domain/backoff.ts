/** Full jitter: a random wait in ms from zero to a bound that doubles with each retry. `retry` counts from 0. */
export function backoffMs(
  retry: number,
  random: () => number,
  { stepMs, ceilingMs }: { readonly stepMs: number; readonly ceilingMs: number },
): number {
  return random() * Math.min(ceilingMs, stepMs * 2 ** Math.min(retry, 30));
}

/** While a person waits: half a second, then one, then two. */
export const QUICK_RETRIES = { stepMs: 500, ceilingMs: 30_000 } as const;
