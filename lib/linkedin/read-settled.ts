import type { Reading } from '@/lib/domain/reading';

/** How long a page may take to put the right person under its address, and how often it is looked at meanwhile. */
export const SETTLE_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 150;

export interface SettleDeps {
  /** Reads the page as it is now, at its address of now. */
  readonly read: () => Reading;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Reads until the page has settled: complete, or unchanged between two looks. Bounded; what is missing or not this
 * person's then is said in the last reading, never filled in.
 */
export async function readSettled({ read, sleep }: SettleDeps): Promise<Reading> {
  let seen = read();
  for (let waited = 0; waited < SETTLE_WITHIN_MS && !isDone(seen); waited += LOOK_EVERY_MS) {
    await sleep(LOOK_EVERY_MS);
    const again = read();
    const isSame = JSON.stringify(again) === JSON.stringify(seen);
    seen = again;
    if (isSame && isBegun(seen)) break;
  }
  return seen;
}

/** A page of many people that shows nobody yet is still loading, as is one without its own person. */
function isBegun(reading: Reading): boolean {
  return reading.kind !== 'unsettled' && (reading.kind !== 'people' || reading.people.length > 0);
}

function isDone(reading: Reading): boolean {
  return isBegun(reading) && reading.kind !== 'people' && reading.missing.length === 0;
}
