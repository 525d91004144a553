import type { ReadingAt } from '@/lib/domain/reading';

/** How long a page may take to show the person in its address, and the pause between two reads. */
export const SETTLE_WITHIN_MS = 3_000;
const READ_EVERY_MS = 150;

export interface SettleDeps<T> {
  /** Reads the page as it is now, at its current address. A string is final: the name of another reader. */
  readonly read: () => T;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Reads until the page has settled: complete, or unchanged for a while at one address. After the time limit it returns the
 * last reading, in which missing or unproven values stay missing: waiting is no evidence.
 */
export async function readUntilSettled<T extends ReadingAt | string>({ read, sleep }: SettleDeps<T>): Promise<T> {
  let last = read();
  let repeats = 0;
  for (let waited = 0; waited < SETTLE_WITHIN_MS && repeats < repeatsNeeded(last); waited += READ_EVERY_MS) {
    await sleep(READ_EVERY_MS);
    const next = read();
    repeats = JSON.stringify(next) === JSON.stringify(last) ? repeats + 1 : 0;
    last = next;
  }
  return last;
}

/**
 * How many further reads must give the same reading. None for a complete profile; many for a page that looks changed by
 * LinkedIn, because most such pages are still loading; no limit while no person is shown.
 */
function repeatsNeeded(reading: ReadingAt | string): number {
  if (typeof reading === 'string') return 0;
  const { kind, people, missing, unexpectedLayout } = reading;
  if (kind === 'unsettled' || (kind === 'people' && people.length === 0)) return Infinity;
  if (unexpectedLayout.length > 0) return 6;
  if (kind === 'people') return 3;
  return kind === 'thread' || missing.length > 0 ? 1 : 0;
}
