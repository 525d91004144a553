import * as z from 'zod/mini';
import { runModel } from './model';

/** Runs a part of the seeds in a child process and sends the tally to the parent. */
const Range = z.object({ runs: z.number(), seed: z.number() });
const tally = await runModel(Range.parse(JSON.parse(process.argv[2] ?? '')));
process.send?.(tally, () => process.exit());
