import { parseArgs } from 'node:util';
import { benchOutbox } from './outbox';
import { benchReader } from './reader';

/** Answers whether its limit is kept. A short run only shows that the bench works; its figures are not meaningful. */
type Bench = (isShort: boolean) => Promise<boolean>;

const BENCHES: Readonly<Record<string, Bench>> = { reader: benchReader, outbox: benchOutbox };

/** `npm run bench -- [NAME…] [--short]`: speed in a real browser; without a name, all benches. Returns 1 above a limit. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const chosen = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
  let isInLimits = true;
  for (const name of chosen) {
    const bench = BENCHES[name];
    if (bench === undefined) {
      process.stderr.write(`There is no bench "${name}"; there are: ${Object.keys(BENCHES).join(', ')}.\n`);
      return 2;
    }
    isInLimits = (await bench(values.short)) && isInLimits;
  }
  return isInLimits ? 0 : 1;
}

process.exitCode = await main();
