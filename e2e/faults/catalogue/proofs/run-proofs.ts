import { inPlantedCopy, type Plant } from '../../mutants/plant';
import type { Row } from '../table/row';
import { runTests, type FileRun } from './run-tests';

export type Proven = Extract<Row, { readonly tests: readonly string[] }>;

export interface ProofResult {
  readonly id: string;
  readonly proof: Plant;
  readonly file: string;
  /**
   * Only `caught` proves something. `no end`: the tests did not end in time, which may be the machine's fault; `none`: no test
   * with the case's title ran.
   */
  readonly verdict: 'caught' | 'survived' | 'no end' | 'none';
  /** The first failure, which must be about the case. */
  readonly failure: string;
  /** What the tests printed, when nothing is proven. */
  readonly printed: string;
}

/** A fault with the files that each have to catch it. */
interface Task {
  readonly id: string;
  readonly proof: Plant;
  readonly files: readonly string[];
}

/** Plants each case's proofs in copies of the project and runs the tests with its title there, several copies at once. */
export async function runProofs(
  rows: readonly Proven[],
  atOnce: number,
  onResult: (result: ProofResult) => void,
): Promise<readonly ProofResult[]> {
  const left = rows.flatMap(tasksOf);
  const results: ProofResult[] = [];
  const work = async (): Promise<void> => {
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      const found = await runProof(task);
      results.push(...found);
      found.forEach(onResult);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function tasksOf({ id, tests, proof, otherProofs = {} }: Proven): readonly Task[] {
  const others = Object.entries(otherProofs);
  const files = tests.filter((file) => !Object.hasOwn(otherProofs, file));
  return [{ id, proof, files }, ...others.map(([file, other]) => ({ id, proof: other, files: [file] }))];
}

async function runProof({ id, proof, files }: Task): Promise<readonly ProofResult[]> {
  const runs = await inPlantedCopy(proof, (folder) => runTests(folder, files, `(^| )${id}: `));
  return runs.map((run) => ({ ...run, id, proof, verdict: verdictOf(run) }));
}

function verdictOf({ passed, failed, isStopped }: FileRun): ProofResult['verdict'] {
  if (isStopped) return 'no end';
  if (failed > 0) return 'caught';
  return passed > 0 ? 'survived' : 'none';
}
