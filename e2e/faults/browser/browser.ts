import { emptyTally, sum, tallyOf, type Tally } from '../tally';
import { ContactId } from '@/lib/domain/ids';
import { at } from '../../sandbox/testing/seeded';
import { WORKSPACE, type AccountName } from '../accounts';
import { openLane, type Lane } from './lane';
import { runInBrowser } from './run';
import { PEOPLE, type Workspace, type Workspaces } from './user';

export interface BrowserTally extends Tally {
  readonly resumes: readonly number[];
}

export interface BrowserRange {
  readonly runs: number;
  readonly seed: number;
  /** Number of browsers in parallel. */
  readonly lanes: number;
  /** Whether the first run with a breach is the last one. */
  readonly stopsAtBreach?: true;
}

/** Runs consecutive seeds from `seed` in real browsers with the production build. */
export async function runBrowsers({ runs, seed, lanes, stopsAtBreach }: BrowserRange): Promise<BrowserTally> {
  const seeds = Array.from({ length: runs }, (_, index) => seed + index);
  const tallies = await Promise.all(
    Array.from({ length: Math.min(lanes, runs) }, () => runLane(seeds, stopsAtBreach === true)),
  );
  return tallies.reduce(together, NONE);
}

const NONE: BrowserTally = { ...emptyTally, resumes: [] };

async function runLane(seeds: number[], stopsAtBreach: boolean): Promise<BrowserTally> {
  const lane = await openLane();
  const workspaces = await workspacesOf(lane);
  lane.pageErrors();
  let tally = NONE;
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const outcome = await runInBrowser(lane, workspaces, seed);
    tally = together(tally, { ...tallyOf(outcome), resumes: outcome.resumes });
    if (stopsAtBreach && tally.failed.length > 0) break;
  }
  await lane.close();
  return tally;
}

async function workspacesOf(lane: Lane): Promise<Workspaces> {
  const { keys, control } = lane.sites.getsales;
  const workspaceOf = async (owner: AccountName): Promise<Workspace> => {
    const account = await lane.connect(keys[owner]);
    const senders = await lane.pageOf(account)('senders.get', { fresh: false });
    const lists = await lane.pageOf(account)('lists.get', { fresh: false });
    const sender = senders?.ok === true ? senders.value.value.find(({ canWrite }) => canWrite) : undefined;
    const list = lists?.ok === true ? lists.value.value.lists[0] : undefined;
    if (sender === undefined || list === undefined) throw new Error('The seeded workspace is empty.');
    const inside = control.workspace(WORKSPACE[owner]);
    const people = PEOPLE[owner].map(({ slug }) => ContactId.parse(at(inside.contact(slug), 'lead', 'uuid')));
    return { owner, account, senderId: sender.id, list, people, control: inside };
  };
  return { other: await workspaceOf('other'), main: await workspaceOf('main') };
}

function together(a: BrowserTally, b: BrowserTally): BrowserTally {
  return { ...sum(a, b), resumes: [...a.resumes, ...b.resumes] };
}
