import { parseArgs } from 'node:util';
import { openPlainBrowser } from '../support/browser/plain-page';
import { quantile } from '../bench/quantile';
import { runMutants, samplePages } from './mutants';

/** `npm run mutants -- --runs N --seed S`: breaks sample pages at random and reads them in a real browser. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20261123' } },
  });
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const pages = await samplePages();
  const browser = await openPlainBrowser();
  const begun = performance.now();
  const { wrong, right, other, settled, effaced, ms } = await runMutants(browser, { runs, seed, workers: 2 });
  const seconds = (performance.now() - begun) / 1_000;
  await browser.close();
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  say(`${runs} changed pages of ${pages.length} pages, seed ${seed}, ${seconds.toFixed(0)} s`);
  say(`exceptions, wrong people, wrong names of profiles: ${wrong.length}`);
  for (const { plan, what } of wrong.slice(0, 20)) say(`  plan ${plan}: ${what}`);
  say(`profiles with nothing but another name on them, read so: ${effaced}`);
  say(`still read as what it is: ${share(settled, runs)}`);
  for (const [name, count] of Object.entries(right)) {
    const possible = (runs * pages.filter(({ expected }) => name in expected).length) / pages.length;
    say(`  ${name.padEnd(10)} ${share(count, possible).padStart(7)} right, ${other[name] ?? 0} times something else`);
  }
  say(`one reading: median ${quantile(ms, 0.5).toFixed(2)} ms, p95 ${quantile(ms, 0.95).toFixed(2)} ms`);
  return wrong.length === 0 ? 0 : 1;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

process.exitCode = await main();
