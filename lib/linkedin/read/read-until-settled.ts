import type { ReadingAt } from '@/lib/domain/reading';

/** How long a page may take to put the right person under its address, and how often it is looked at meanwhile. */
export const SETTLE_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 150;

export interface SettleDeps {
  /** Reads the page as it is now, at its address of now. */
  readonly read: () => ReadingAt;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Reads until the page has settled: complete, or unchanged for a while under one address. Bounded; what is missing or
 * not this person's then is said in the last reading, never filled in: a page does not become true by staying.
 */
export async function readSettled({ read, sleep }: SettleDeps): Promise<ReadingAt> {
  let seen = read();
  let quiet = 0;
  for (let waited = 0; waited < SETTLE_WITHIN_MS && quiet < quietLooks(seen); waited += LOOK_EVERY_MS) {
    await sleep(LOOK_EVERY_MS);
    const again = read();
    quiet = JSON.stringify(again) === JSON.stringify(seen) ? quiet + 1 : 0;
    seen = again;
  }
  return seen;
}

/**
 * How many more looks have to show the same before a reading is believed. None for a whole profile; long for what looks as
 * if LinkedIn had changed, and is far more often still on its way; for ever where nobody is shown yet.
 */
function quietLooks({ kind, people, missing, drift }: ReadingAt): number {
  if (kind === 'unsettled' || (kind === 'people' && people.length === 0)) return Infinity;
  if (drift.length > 0) return 6;
  if (kind === 'people') return 3;
  return kind === 'thread' || missing.length > 0 ? 1 : 0;
}
