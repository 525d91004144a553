import { benchOutbox } from './outbox';
import { benchReader } from './reader';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = { reader: benchReader, outbox: benchOutbox };

/** `npm run bench -- NAME…`: where the README's speed figures come from; without a name, all of them. */
async function main(names: readonly string[]): Promise<number> {
  const chosen = names.length === 0 ? Object.keys(BENCHES) : names;
  for (const name of chosen) {
    const bench = BENCHES[name];
    if (bench === undefined) {
      process.stderr.write(`There is no bench "${name}"; there are: ${Object.keys(BENCHES).join(', ')}.\n`);
      return 2;
    }
    await bench();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
