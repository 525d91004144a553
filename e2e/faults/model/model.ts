import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { emptyTally, sum, tallyOf, type Tally } from '../tally';
import { createProfile } from './profile';
import { runOnce } from './run';

export interface ModelTally extends Tally {
  readonly unattended: number;
  readonly forgotten: number;
}

export interface Range {
  readonly runs: number;
  readonly seed: number;
}

const PART = 500;
const NONE: ModelTally = { ...emptyTally, unattended: 0, forgotten: 0 };

/** Runs the seeds from `seed` on, in this process. */
export async function runModel({ runs, seed }: Range): Promise<ModelTally> {
  const profile = await createProfile();
  let whole = NONE;
  let part = NONE;
  for (let index = 0; index < runs; index += 1) {
    const outcome = await runOnce(profile, seed + index);
    const forgotten = outcome.forgotten ? 1 : 0;
    part = together(part, { ...tallyOf(outcome), unattended: outcome.unattended, forgotten });
    if (index % PART !== PART - 1) continue;
    whole = together(whole, part);
    part = NONE;
  }
  return together(whole, part);
}

/** Runs per process: a new process frees the memory that dead workers still hold. */
const PER_PROCESS = 1_250;

/** The same in several processes in parallel; `onPart` gets the tally so far. */
export async function runModelInProcesses(
  { runs, seed }: Range,
  atOnce: number,
  onPart: (soFar: Tally) => void,
): Promise<ModelTally> {
  const ranges = Array.from({ length: Math.ceil(runs / PER_PROCESS) }, (_, index) => ({
    seed: seed + index * PER_PROCESS,
    runs: Math.min(PER_PROCESS, runs - index * PER_PROCESS),
  }));
  let whole = NONE;
  const work = async (): Promise<void> => {
    for (let range = ranges.shift(); range !== undefined; range = ranges.shift()) {
      const tally = await inProcess(range);
      whole = together(whole, tally);
      onPart(whole);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return whole;
}

function inProcess(range: Range): Promise<ModelTally> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)), [JSON.stringify(range)]);
    child.on('message', (tally: ModelTally) => resolve(tally));
    child.on('exit', (code) => reject(new Error(`a process of runs from ${range.seed} ended with ${String(code)}`)));
  });
}

function together(a: ModelTally, b: ModelTally): ModelTally {
  return { ...sum(a, b), unattended: a.unattended + b.unattended, forgotten: a.forgotten + b.forgotten };
}
