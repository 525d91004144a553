import { at } from '../../sandbox/testing/seeded';
import type { LoggedRequest } from '../../sandbox/network/request-log';
import { MESSAGES, UPSERT } from '../../support/worker-people';
import { casesIn } from '../cases';
import { ACCOUNTS, OWNER, USED_KEYS } from '../accounts';
import { createKeyring } from '../keyring';
import { judge } from '../oracle';
import type { Step } from '../steps';
import type { Outcome, Recovery } from '../tally';
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
  const steps: string[] = [];
  const note = (line: string): void => void steps.push(`${(performance.now() - start).toFixed(0).padStart(6)} ${line}`);
  await lane.connect(keys.main);
  await lane.setUndoSeconds(plan.undoSeconds);
  control.clearFaults();
  control.clearRequests();
  control.advance(plan.skewMs);
  for (const fault of plan.faults) control.fault({ ...TARGETS[fault.to], effect: fault.effect });
  note(`faults: ${plan.faults.map(({ to, name }) => `${to}: ${name}`).join('; ')}`);

  const keyring = createKeyring({
    keys,
    whoIs: (account) => ACCOUNTS.find((who) => workspaces[who].account === account) ?? null,
    accountOf: (who) => workspaces[who].account,
    pageOf: lane.pageOf,
    sentCount: () => control.requests().length,
    erasures: () => 0,
    pause: (ms) => pause(ms / 2),
    note,
  });
  const user = createBrowserUser({ plan, lane, workspaces, keyring, note });
  const kills: Step[] = [];
  const recoveries: Recovery[] = [];
  const resumes: number[] = [];

  async function kill({ what, after, delayMs }: BrowserKill): Promise<void> {
    const isTime = (): boolean =>
      after === 'key' ? user.hasBegunKeyAct() : control.requests().some((seen) => isAt(seen, after));
    await becomesTrue(() => after === 'asked' || isTime(), after === 'key' ? 10_000 : 1_500);
    await pause(delayMs);
    const seen = control.requests();
    kills.push(after === 'key' ? 'key closed' : stepAfter(seen, plan.undoSeconds > 0));
    note(`kills the ${what} after ${seen.length} requests`);
    const killedAt = performance.now();
    await (what === 'worker' ? lane.killWorker() : lane.killBrowser());
    const startedAt = performance.now();
    if (what === 'browser') {
      await lane.startBrowser();
      const isResumed = await becomesTrue(() => control.requests().length > seen.length, RESUMES_WITHIN_MS);
      note(isResumed ? 'resumes' : 'has nothing to resume');
      // During the undo window an entry waits on purpose.
      if (isResumed && plan.undoSeconds === 0) resumes.push(performance.now() - startedAt);
    }
    await user.settled(false);
    recoveries.push({ sinceKill: performance.now() - killedAt, sinceStart: performance.now() - startedAt });
    note('settled');
  }

  await Promise.all([...user.act(), ...(plan.kill === null ? [] : [kill(plan.kill)])]);
  if (plan.insists) await user.insist();
  control.clearFaults();
  note('calm');
  const outbox = await user.finalEntries();
  control.advance(-plan.skewMs);
  const requests = control.requests();
  const connected = (await user.connected()) ?? null;
  const { text: records, hasKey } = await lane.databases();
  const stored = await lane.stored();
  const mayBeErased = plan.keyActs.some(
    ({ do: what, key, agrees }) => agrees && (what === 'sign out' || OWNER[key] === 'other'),
  );
  for (const { kind, id, state } of outbox) note(`${kind} ${id} is ${state.name}`);
  for (const { method, path, status } of requests) note(`GetSales saw ${method} ${path}: ${status ?? 'broken'}`);

  // The browser itself repeats a request that was answered with 421 (not processed).
  const posts = requests.filter((seen) => isAt(seen, 'post') && seen.status !== 421);
  const messages = user.messages();
  const facts = user.facts();
  const unknown = outbox.filter((entry) => entry.kind === 'send' && entry.state.name === 'unknown');
  return {
    seed,
    breaches: judge({
      ...facts,
      outbox,
      erased: [],
      mayBeErased: () => mayBeErased,
      accounts: {
        seen: requests.map(({ keyName, workspace, path, query, body }) => ({
          keyName,
          workspace,
          path,
          what: JSON.stringify([path, query, body]),
        })),
        sent: requests,
        eras: keyring.eras(),
        marks: user.marks,
        staleAnswers: user.staleAnswers(),
        changedAnyway: keyring.changedAnyway(),
        erasures: [{ open: user.vanished(outbox), agreed: keyring.agreedInAll() }],
        reported: keyring.reported(),
        connected,
        atRest: JSON.stringify([stored, records]),
        hasKey,
      },
      posted: posts.map(({ body }) => ({ text: String(at(body, 'text')), at: 0 })),
      arrived: posts.length,
      messages,
      areDistinct: true,
      isClockSteady: false,
      isConnected: connected !== null,
      remains: JSON.stringify([outbox, stored, records]),
      keys: USED_KEYS.map((name) => keys[name]),
      unexpectedHosts: lane.sites.unexpectedHosts(),
      errors: [...lane.pageErrors(), ...control.violations()],
    }),
    cases: casesOf(plan),
    kills,
    recoveries,
    resumes,
    messages: facts.asked.length,
    adds: user.addCount(),
    posted: posts.length,
    unknown: unknown.length,
    unknownThere: unknown.filter((each) => each.kind === 'send' && messages.some(({ text }) => text === each.text))
      .length,
    steps,
  };
}

function casesOf({ faults, kill, messages, keyActs }: BrowserPlan) {
  const pasted = keyActs.filter((act) => act.do === 'paste a key').map(({ key }) => key);
  return casesIn([
    ...(pasted.includes('mainRenewed') ? ['K1'] : []),
    ...(pasted.includes('other') ? ['K2'] : []),
    ...(keyActs.some((act) => act.do === 'sign out') ? ['K3'] : []),
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
  look: { method: 'GET', path: MESSAGES, times: 2, skip: 1 },
  baseline: { method: 'GET', path: MESSAGES, times: 1 },
  upsert: { method: 'POST', path: UPSERT, times: 1 },
};

function isAt({ method, path }: LoggedRequest, place: BrowserKill['after']): boolean {
  if (place === 'baseline') return method === 'GET' && path === MESSAGES;
  return method === 'POST' && path === (place === 'post' ? MESSAGES : UPSERT);
}

/** The worker's current step, as far as GetSales' log shows. */
function stepAfter(requests: readonly LoggedRequest[], hasUndo: boolean): Step {
  const last = requests.filter(({ path }) => path === MESSAGES || path === UPSERT).at(-1);
  if (last === undefined) return hasUndo ? 'undo window' : 'intent written';
  const isOpen = last.status === null;
  if (last.path === UPSERT) return isOpen ? 'upsert' : 'add settled';
  if (last.method === 'POST') return isOpen ? 'post' : 'settled';
  if (requests.some((seen) => isAt(seen, 'post'))) return 'look';
  return isOpen ? 'baseline' : 'written ahead';
}
