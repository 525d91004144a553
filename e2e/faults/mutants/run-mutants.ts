import { fork } from 'node:child_process';
import path from 'node:path';
import type { Breach } from '../judge/breach';
import { endOf, LIMIT_MS } from './limited-process';
import type { Mutant } from './plant';
import { inPlantedCopy, problemsOf } from './plant';

/** What runs found. */
export interface Found {
  readonly runs: number;
  readonly seed: number;
  /** The first breach of an expected kind; null when there was none. */
  readonly breach: Breach | null;
  /** The first breach of another kind before that. */
  readonly other: Breach | null;
}

export interface MutantResult extends Found {
  readonly mutant: Mutant;
}

const ENDLESS: Breach = { harm: 'error', invariant: 'I4', what: `the runs did not end within ${LIMIT_MS / 1_000} s` };

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
  return inPlantedCopy(mutant, async (cwd) => {
    const child = fork(
      path.join(cwd, 'e2e/faults/mutants/process.ts'),
      [JSON.stringify({ ...range, expected: mutant.expected })],
      {
        execArgv: ['--import', 'tsx'],
        cwd,
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    const messages: Found[] = [];
    child.on('message', (message: Found) => messages.push(message));
    const { isStopped, code, printed } = await endOf(child);
    if (isStopped) return { ...range, breach: mutant.expected.includes(ENDLESS.harm) ? ENDLESS : null, other: ENDLESS };
    return messages[0] ?? fail(`${mutant.name}: the runs ended with ${String(code)}\n${printed}`);
  });
}

function fail(why: string): never {
  throw new Error(why);
}
