import * as z from 'zod/mini';
import { createProfile } from '../model/profile';
import { runOnce } from '../model/run';
import type { Found } from './run-mutants';

/** Runs seeds against the product with a planted fault until one has a breach of an expected kind, and sends what was found to the parent. */
const Range = z.object({ runs: z.number(), seed: z.number(), expected: z.array(z.string()) });

async function search({ runs, seed, expected }: z.infer<typeof Range>): Promise<Found> {
  const profile = await createProfile();
  let other: Found['other'] = null;
  for (let index = 0; index < runs; index += 1) {
    const { breaches } = await runOnce(profile, seed + index);
    const breach = breaches.find(({ harm }) => expected.includes(harm));
    if (breach !== undefined) return { runs: index + 1, seed: seed + index, breach, other };
    other ??= breaches[0] ?? null;
  }
  return { runs, seed, breach: null, other };
}

const found = await search(Range.parse(JSON.parse(process.argv[2] ?? '')));
process.send?.(found, () => process.exit());
