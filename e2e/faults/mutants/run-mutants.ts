import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Breach } from '../judge/breach';
import type { Mutant } from './mutants';
import { problemsOf, ROOT } from './plant';

/** The first breach that runs found; null when there was none. */
export interface Found {
  readonly runs: number;
  readonly seed: number;
  readonly breach: Breach | null;
}

export interface MutantResult extends Found {
  readonly mutant: Mutant;
}

const PLANTED = 'planted: ';

/** Runs the model against each mutant in a process of its own, several at once. Without a mutant: the product as it is. */
export async function runMutants(
  mutants: readonly Mutant[],
  { runs, seed, atOnce }: { readonly runs: number; readonly seed: number; readonly atOnce: number },
  onResult: (result: MutantResult) => void = () => undefined,
): Promise<readonly MutantResult[]> {
  const problems = problemsOf(Object.fromEntries(mutants.map((mutant) => [mutant.name, mutant])));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const left = [...mutants];
  const results: MutantResult[] = [];
  const work = async (): Promise<void> => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const result = { mutant, ...(await runMutant(mutant, { runs, seed })) };
      results.push(result);
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function runMutant(mutant: Mutant, range: { readonly runs: number; readonly seed: number }): Promise<Found> {
  const loader = new URL('loader.mjs', import.meta.url).href;
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)), [JSON.stringify(range)], {
      execArgv: ['--import', loader, '--import', 'tsx'],
      cwd: fileURLToPath(ROOT),
      env: { ...process.env, MUTANT: JSON.stringify(mutant) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let printed = '';
    child.stderr?.on('data', (data: Buffer) => (printed += data.toString()));
    child.on('message', (found: Found) => {
      if (printed.includes(PLANTED + mutant.name)) resolve(found);
      else reject(new Error(`${mutant.name}: ${mutant.file} was not loaded`));
    });
    child.on('exit', (code) => reject(new Error(`${mutant.name}: the runs ended with ${String(code)}\n${printed}`)));
  });
}
