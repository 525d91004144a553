// Sets `chrome` before the product's code is imported.
import './model/storage';
import { parseArgs } from 'node:util';
import { quantile } from '../bench/quantile';
import { runBrowsers } from './browser/browser';
import { runProofs } from './catalogue/proofs/run-proofs';
import { CATALOGUE } from './catalogue/table/catalogue';
import { MUTANTS } from './mutants/mutants';
import { runMutants } from './mutants/run-mutants';
import type { Breach } from './judge/breach';
import { runModel, runModelInProcesses } from './model/model';
import { tableOf } from './table';
import type { Tally } from './tally';

const SEED = 20261123;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/**
 * `npm run faults -- --runs N --seed S --only model|browser`: nothing lost, doubled or wrong under faults and kills.
 * `npm run faults -- --mutants [part of a name]`: every planted fault is found.
 * `npm run faults -- --catalogue [ids]`: every test file of every case of the catalogue fails with its proof planted.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      runs: { type: 'string' },
      seed: { type: 'string', default: String(SEED) },
      only: { type: 'string' },
      workers: { type: 'string', default: '2' },
      mutants: { type: 'boolean', default: false },
      catalogue: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const seed = Number(values.seed);
  const wanted = (fallback: number): number => Number(values.runs ?? fallback);
  if (values.mutants) return mutants(wanted(5_000), seed, Number(values.workers), positionals[0] ?? '');
  if (values.catalogue) return catalogue(positionals, Number(values.workers));
  let broken = 0;
  if (values.only !== 'browser') broken += await model(wanted(100_000), seed, Number(values.workers));
  if (values.only !== 'model') broken += await browser(wanted(300), seed, Number(values.workers));
  return broken === 0 ? 0 : 1;
}

async function model(runs: number, seed: number, workers: number): Promise<number> {
  const start = performance.now();
  const tally = await (runs < 1_000
    ? runModel({ runs, seed })
    : runModelInProcesses({ runs, seed }, workers, (soFar) => progress(soFar, runs)));
  const seconds = (performance.now() - start) / 1_000;
  for (const line of tableOf(`Model: ${runs} runs from seed ${seed}, ${seconds.toFixed(0)} s`, tally)) say(line);
  say(
    `  kills with open entries and no alarm set: ${tally.unattended}; not resumed until a page opens: ${tally.forgotten}`,
  );
  return report(tally, 'model');
}

/** Returns 1 when a mutant survives. */
async function mutants(runs: number, seed: number, atOnce: number, part: string): Promise<number> {
  const chosen = MUTANTS.filter(({ name }) => name.includes(part));
  const start = performance.now();
  const results = await runMutants(
    chosen,
    { runs, seed, atOnce },
    ({ mutant, runs: needed, seed: at, breach, other }) => {
      const words = (each: Breach): string => `${each.invariant} ${each.harm}: ${each.what}`;
      const only =
        other === null ? 'SURVIVED' : `SURVIVED as ${mutant.expected.join(' or ')}, found as ${words(other)}`;
      say(`${mutant.name}\n  after ${needed} runs, seed ${at}: ${breach === null ? only : words(breach)}`);
    },
  );
  const survivors = results.filter(({ breach }) => breach === null);
  const seconds = ((performance.now() - start) / 1_000).toFixed(0);
  say(
    `\nPlanted ${results.length}, caught ${results.length - survivors.length} within ${runs} runs each; ${seconds} s`,
  );
  for (const { mutant } of survivors) say(`  survived: ${mutant.name}`);
  return survivors.length === 0 ? 0 : 1;
}

/** Returns 1 when a test file of a case does not catch its proof. */
async function catalogue(ids: readonly string[], atOnce: number): Promise<number> {
  const chosen = CATALOGUE.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const proven = chosen.filter((row) => row.proof !== undefined);
  const start = performance.now();
  const results = await runProofs(proven, atOnce, ({ id, proof, file, verdict, failure }) => {
    say(`${id} ${verdict}: ${proof.file}, by ${file}\n  ${failure}`);
  });
  const missed = results.filter(({ verdict }) => verdict !== 'caught');
  const seconds = ((performance.now() - start) / 1_000).toFixed(0);
  for (const { id, file, verdict, printed } of missed) say(`\n${id} ${verdict} by ${file}\n${printed}`);
  for (const { id, notRun } of chosen) if (notRun !== undefined) say(`${id} not run: ${notRun}`);
  say(`\n${results.length} proofs, ${missed.length} not caught; ${seconds} s`);
  return missed.length === 0 ? 0 : 1;
}

async function browser(runs: number, seed: number, lanes: number): Promise<number> {
  const start = performance.now();
  const tally = await runBrowsers({ runs, seed, lanes });
  const seconds = (performance.now() - start) / 1_000;
  for (const line of tableOf(`Real browser: ${runs} runs from seed ${seed}, ${seconds.toFixed(0)} s`, tally)) say(line);
  const [median, p95] = [0.5, 0.95].map((share) => quantile(tally.resumes, share).toFixed(0));
  say(
    `  from browser start to the first request of a resumed entry: p50 ${median} ms, p95 ${p95} ms (${tally.resumes.length})`,
  );
  return report(tally, 'browser');
}

/** Progress goes to stderr; stdout has only the table. */
function progress({ total, failed }: Tally, runs: number): void {
  const wrong = failed.map(({ seed }) => seed).join(', ');
  process.stderr.write(`${total.runs} of ${runs} runs, ${wrong === '' ? 'nothing wrong' : `wrong: seed ${wrong}`}\n`);
}

/** Prints the logs of the first failed runs. Returns the number of breaches in all runs. */
function report({ failed, total }: Tally, only: string): number {
  for (const { seed, breaches, steps } of failed) {
    say(`\nSeed ${seed}; again: npm run faults -- --only ${only} --runs 1 --seed ${seed}`);
    for (const step of steps) say(`  ${step}`);
    for (const { invariant, harm, what } of breaches) say(`  ${invariant}, ${harm}: ${what}`);
  }
  return Object.values(total.harms).reduce((all, count) => all + count, 0);
}

process.exitCode = await main();
