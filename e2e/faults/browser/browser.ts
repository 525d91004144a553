import { emptyTally, sum, tallyOf, type Tally } from '../tally';
import { openLane, type Lane } from './lane';
import { runInBrowser } from './run';
import type { Workspace } from './user';

export interface BrowserTally extends Tally {
  readonly resumes: readonly number[];
}

export interface BrowserRange {
  readonly runs: number;
  readonly seed: number;
  /** How many browsers at once. */
  readonly lanes: number;
}

/** Runs the seeds from `seed` on, in real browsers with the production build. */
export async function runBrowsers({ runs, seed, lanes }: BrowserRange): Promise<BrowserTally> {
  const seeds = Array.from({ length: runs }, (_, index) => seed + index);
  const tallies = await Promise.all(Array.from({ length: Math.min(lanes, runs) }, () => runLane(seeds)));
  return tallies.reduce(together, NONE);
}

const NONE: BrowserTally = { ...emptyTally, resumes: [] };

async function runLane(seeds: number[]): Promise<BrowserTally> {
  const lane = await openLane();
  const workspace = await workspaceOf(lane);
  let tally = NONE;
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const outcome = await runInBrowser(lane, workspace, seed);
    tally = together(tally, { ...tallyOf(outcome), resumes: outcome.resumes });
  }
  await lane.close();
  return tally;
}

async function workspaceOf(lane: Lane): Promise<Workspace> {
  const senders = await lane.ask('senders.get', { fresh: false });
  const lists = await lane.ask('lists.get', { fresh: false });
  const sender = senders?.ok === true ? senders.value.value.find(({ canWrite }) => canWrite) : undefined;
  const list = lists?.ok === true ? lists.value.value[0] : undefined;
  if (sender === undefined || list === undefined) throw new Error('The seeded workspace is empty.');
  return { senderId: sender.id, list };
}

function together(a: BrowserTally, b: BrowserTally): BrowserTally {
  return { ...sum(a, b), resumes: [...a.resumes, ...b.resumes] };
}
