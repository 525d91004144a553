import { wireTime } from './time';

/** Leaves out rows that were written through the API less than `lagMs` ago: a list that lags behind. */
export function withoutFresh<T extends { readonly created_at: string }>(
  rows: readonly T[],
  lagMs: number,
  clock: { readonly now: () => number; readonly seededAt: number },
): readonly T[] {
  if (lagMs === 0) return rows;
  const horizon = wireTime(clock.now() - lagMs);
  const seeded = wireTime(clock.seededAt);
  return rows.filter((row) => row.created_at <= horizon || row.created_at < seeded);
}
