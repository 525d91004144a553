import { inPlantedCopy } from '../../mutants/plant';
import type { Row } from '../table/row';
import { runTests } from './run-tests';

export type Proven = Extract<Row, { readonly tests: readonly string[] }>;

export interface ProofResult {
  readonly row: Proven;
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

/** Plants each case's proof in a copy of the project and runs the tests with its title there, several at once. */
export async function runProofs(
  rows: readonly Proven[],
  atOnce: number,
  onResult: (result: ProofResult) => void,
): Promise<readonly ProofResult[]> {
  const left = [...rows];
  const results: ProofResult[] = [];
  const work = async (): Promise<void> => {
    for (let row = left.shift(); row !== undefined; row = left.shift()) {
      const result = await runProof(row);
      results.push(result);
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

async function runProof(row: Proven): Promise<ProofResult> {
  const { passed, failed, failure, isStopped, printed } = await inPlantedCopy(row.proof, (folder) =>
    runTests(folder, row.tests, `(^| )${row.id}: `),
  );
  const verdict = isStopped ? 'no end' : failed > 0 ? 'caught' : passed > 0 ? 'survived' : 'none';
  return { row, verdict, failure, printed };
}
