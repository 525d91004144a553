import * as z from 'zod/mini';
import { runModel } from './model';

/** A part of the runs, in a process of its own: answers the parent with what they came to. */
const Range = z.object({ runs: z.number(), seed: z.number() });
const tally = await runModel(Range.parse(JSON.parse(process.argv[2] ?? '')));
process.send?.(tally, () => process.exit());
