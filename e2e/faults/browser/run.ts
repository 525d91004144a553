import type { WorkspaceControl } from '../../sandbox/control/control';
import type { LoggedRequest } from '../../sandbox/network/request-log';
import { MESSAGES, UPSERT } from '../../support/worker-people';
import { casesIn } from '../cases';
import { ACCOUNTS, type AccountName } from '../accounts';
import { createKeyChanges } from '../key-changes';
import { isPost } from '../judge/history';
import { judge } from '../judge/judge';
import { createRecording } from '../recording';
import { peopleNow } from '../server-facts';
import type { Step } from '../steps';
import type { Outcome, Recovery } from '../tally';
import { collectFacts } from './collect-facts';
import type { Lane } from './lane';
import { becomesTrue, pause } from './pause';
import { browserPlanOf, type BrowserFault, type BrowserKill, type BrowserPlan } from './plan';
import { createBrowserUser, type Workspaces } from './user';

export interface BrowserOutcome extends Outcome {
  /** Milliseconds from restarting a killed browser to the first request of its worker. */
  readonly resumes: readonly number[];
}

const RESUMES_WITHIN_MS = 4_000;

/** One seeded run in a real browser. Acts and faults are the same for a seed; the timing varies. */
export async function runInBrowser(lane: Lane, workspaces: Workspaces, seed: number): Promise<BrowserOutcome> {
  const plan = browserPlanOf(seed);
  const { control, keys } = lane.sites.getsales;
  const start = performance.now();
  const startedAt = Date.now();
  const steps: string[] = [];
  const note = (line: string): void => void steps.push(`${(performance.now() - start).toFixed(0).padStart(6)} ${line}`);
  await lane.connect(keys.main);
  await lane.setCancelPeriod(plan.cancelPeriodSeconds);
  control.clearFaults();
  control.clearRequests();
  control.advance(plan.skewMs);
  for (const fault of plan.faults) control.fault({ ...TARGETS[fault.to], effect: fault.effect });
  note(`faults: ${plan.faults.map(({ to, name }) => `${to}: ${name}`).join('; ')}`);

  const keyChanges = createKeyChanges({
    keys,
    accountNameOf: (account) => ACCOUNTS.find((owner) => workspaces[owner].account === account) ?? null,
    accountOf: (owner) => workspaces[owner].account,
    pageOf: lane.pageOf,
    sentCount: () => control.requests().length,
    erasures: () => 0,
    now: () => performance.now() - start,
    pause: (ms) => pause(ms / 2),
    note,
  });
  const recording = createRecording(() => performance.now() - start, plan.cancelPeriodSeconds * 1_000);
  const controlOf = (name: AccountName): WorkspaceControl => workspaces[name].control;
  const user = createBrowserUser({ plan, lane, workspaces, keyChanges, recording, note });
  const kills: Step[] = [];
  const recoveries: Recovery[] = [];
  const resumes: number[] = [];

  async function kill({ what, after, delayMs }: BrowserKill): Promise<void> {
    const isTime = (): boolean =>
      after === 'key' ? user.hasBegunKeyAction() : control.requests().some((seen) => isAt(seen, after));
    await becomesTrue(() => after === 'asked' || isTime(), after === 'key' ? 10_000 : 1_500);
    await pause(delayMs);
    const seen = control.requests();
    kills.push(after === 'key' ? 'key closed' : stepAfter(seen, plan.cancelPeriodSeconds > 0));
    note(`kills the ${what} after ${seen.length} requests`);
    const killedAt = performance.now();
    await (what === 'worker' ? lane.killWorker() : lane.killBrowser());
    const restartedAt = performance.now();
    if (what === 'browser') {
      await lane.startBrowser();
      const isResumed = await becomesTrue(() => control.requests().length > seen.length, RESUMES_WITHIN_MS);
      note(isResumed ? 'resumes' : 'has nothing to resume');
      // During the cancel period an entry waits on purpose.
      if (isResumed && plan.cancelPeriodSeconds === 0) resumes.push(performance.now() - restartedAt);
    }
    await user.settled(false);
    recoveries.push({ sinceKill: performance.now() - killedAt, sinceStart: performance.now() - restartedAt });
    note('settled');
  }

  const before = peopleNow(user.people, controlOf);
  await Promise.all([...user.start(), ...(plan.kill === null ? [] : [kill(plan.kill)])]);
  if (plan.insists) await user.sendAnyway();
  control.clearFaults();
  note('no more faults');
  const faultsEndAt = recording.now();
  const outbox = await user.finalEntries();
  control.advance(-plan.skewMs);
  for (const { kind, id, state } of outbox) note(`${kind} ${id} is ${state.name}`);
  for (const { method, path, status } of control.requests())
    note(`GetSales saw ${method} ${path}: ${status ?? 'broken'}`);
  const facts = await collectFacts({
    ...{ plan, lane, user, recording, keyChanges, before, outbox, faultsEndAt },
    kills: kills.length,
    startedAt,
  });
  const unknown = facts.final.filter(({ says }) => says === 'unknown').map(({ id }) => id);
  const unknownSends = facts.sends.filter(({ id }) => unknown.includes(id));
  return {
    seed,
    breaches: judge(facts),
    cases: casesOf(plan),
    kills,
    recoveries,
    resumes,
    messages: facts.sends.length,
    adds: facts.adds.length,
    posted: facts.server.sent.filter(isPost).length,
    unknown: unknownSends.length,
    unknownThere: unknownSends.filter(({ text }) => facts.server.messages.some((message) => message.text === text))
      .length,
    steps,
  };
}

function casesOf({ faults, kill, messages, keyActions }: BrowserPlan) {
  const pasted = keyActions.filter((action) => action.do === 'paste a key').map(({ key }) => key);
  return casesIn([
    ...(pasted.includes('mainRenewed') ? ['K1'] : []),
    ...(pasted.includes('other') ? ['K2'] : []),
    ...(keyActions.some((action) => action.do === 'sign out') ? ['K3'] : []),
    ...faults.map(({ name }) => name),
    ...(kill === null ? [] : [kill.what === 'worker' ? 'L1' : 'L2']),
    ...(messages.some(({ again }) => again) ? ['L4'] : []),
  ]);
}

interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly times: number;
  readonly skip?: number;
}

/** The requests that faults apply to. The first list of a run is the lookup before its first message. */
const TARGETS: Readonly<Record<BrowserFault['to'], FaultTarget>> = {
  post: { method: 'POST', path: MESSAGES, times: 1 },
  search: { method: 'GET', path: MESSAGES, times: 2, skip: 1 },
  baseline: { method: 'GET', path: MESSAGES, times: 1 },
  upsert: { method: 'POST', path: UPSERT, times: 1 },
};

function isAt({ method, path }: LoggedRequest, place: BrowserKill['after']): boolean {
  if (place === 'baseline') return method === 'GET' && path === MESSAGES;
  return method === 'POST' && path === (place === 'post' ? MESSAGES : UPSERT);
}

/** The worker's current step, as far as GetSales' log shows. */
function stepAfter(requests: readonly LoggedRequest[], hasCancelPeriod: boolean): Step {
  const last = requests.filter(({ path }) => path === MESSAGES || path === UPSERT).at(-1);
  if (last === undefined) return hasCancelPeriod ? 'cancel period' : 'intent written';
  const isOpen = last.status === null;
  if (last.path === UPSERT) return isOpen ? 'upsert' : 'add settled';
  if (last.method === 'POST') return isOpen ? 'post' : 'settled';
  if (requests.some((seen) => isAt(seen, 'post'))) return 'search';
  return isOpen ? 'baseline' : 'written ahead';
}
