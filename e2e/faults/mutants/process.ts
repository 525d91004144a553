import * as z from 'zod/mini';
import { createProfile } from '../model/profile';
import { runOnce } from '../model/run';
import type { Found } from './run-mutants';

/** Runs seeds against the product with a planted fault until one has a breach, and sends what was found to the parent. */
const Range = z.object({ runs: z.number(), seed: z.number() });

async function search({ runs, seed }: z.infer<typeof Range>): Promise<Found> {
  const profile = await createProfile();
  for (let index = 0; index < runs; index += 1) {
    const [breach] = (await runOnce(profile, seed + index)).breaches;
    if (breach !== undefined) return { runs: index + 1, seed: seed + index, breach };
  }
  return { runs, seed, breach: null };
}

const found = await search(Range.parse(JSON.parse(process.argv[2] ?? '')));
process.send?.(found, () => process.exit());
