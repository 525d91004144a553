import { activeLocale } from './text';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A difference between two clocks, in hours below two days: `3 hours`, `12 days`. */
export function formatDifference(ms: number): string {
  const [unit, unitMs] = Math.abs(ms) < 2 * DAY_MS ? (['hour', HOUR_MS] as const) : (['day', DAY_MS] as const);
  const format = new Intl.NumberFormat(activeLocale(), { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.round(Math.abs(ms) / unitMs));
}
