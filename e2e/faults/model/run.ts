import { PENDING_STATES } from '@/lib/domain/outbox/entry-states';
import { NOON, type Profile } from './profile';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { recordOf } from '../../sandbox/wire/values';
import { ACCOUNTS } from '../accounts';
import { createChance } from '../chance';
import { claimOf } from '../claims';
import { faultsFor } from '../faults';
import type { Erasure } from '../judge/accounts';
import { MESSAGES } from '../judge/history';
import { judge } from '../judge/judge';
import { createKeyChanges, type AskOrNull } from '../key-changes';
import { planOf } from '../draw-plan';
import type { Plan } from '../plan';
import { createRecording } from '../recording';
import type { Outcome } from '../tally';
import type { MemoryStorage } from '@/lib/settings/testing/memory-storage';
import { createBrowser, type Browser } from './browser';
import { casesOf } from './cases-of';
import { namesakeOf } from './entered';
import { peopleNow } from '../server-facts';
import { collectFacts, finalState } from './collect-facts';
import { createNetwork } from './network';
import { createOthers } from './others';
import { captureReports, type Reports } from './reports';
import { schedule } from './schedule';
import { stepOfRequest } from './step-of';
import { createUser } from './user';

export interface ModelOutcome extends Outcome {
  /** Kills with open entries after which no alarm would have started the worker. */
  readonly unattended: number;
  /** Whether entries stayed open, with nothing scheduled, until a page was opened. */
  readonly forgotten: boolean;
}

const faults = faultsFor(NOON);

/** One seeded run: faults and kills until `faultsEndAt`, then the scheduled work, then the judge. */
export async function runOnce(profile: Profile, seed: number): Promise<ModelOutcome> {
  const plan = planOf(seed);
  const { sandbox, disk, accounts } = profile;
  const { storage, time } = await profile.begin(plan.skewMs, plan.cancelPeriodSeconds);
  const chance = createChance(seed ^ 0x5f5f_5f5f);
  const page = createChance(seed ^ 0x0bad_cafe);
  const steps: string[] = [];
  const faultNames = new Set<string>();
  const overriding = new Set<string>();
  const erased: OutboxEntry[] = [];
  const removed: OutboxEntry[] = [];
  const erasures: Erasure[] = [];
  const note = (line: string): void => void steps.push(`${String(time.now()).padStart(8)} ${line}`);
  const reports = captureReports();
  const recording = createRecording(time.now, cancelPeriodMsOf(plan));
  const others = createOthers(time.now);

  const network = createNetwork({
    sandbox,
    chance,
    time,
    faultOf(method, path) {
      const isFaulty = time.now() >= plan.faultsBeginAt && time.now() < plan.faultsEndAt;
      if (!isFaulty || !chance.happens(plan.faultProbability)) return null;
      const isRead = method === 'GET' || path.endsWith('/lookup-one');
      const possible = isRead ? faults.read : faults.write;
      const fault = possible.find(({ name }) => name === plan.onlyFault) ?? chance.weighted(possible);
      faultNames.add(fault.name);
      note(`${method} ${path} fault: ${fault.name}`);
      return fault;
    },
    stepOf: (request) => {
      const step = stepOfRequest(request, disk.entries(), overriding);
      note(`${request.method} ${request.path} sent (${step ?? 'no step'}) ${JSON.stringify(request.body)}`);
      return step;
    },
  });
  const browser = createBrowser({
    profile,
    plan,
    storage,
    time,
    chance,
    noon: NOON,
    fetchFor: network.fetchFor,
    overriding,
    note,
    report: reports.report,
    isRejected: () => isRejected(),
    shown: (entry) => recording.show(claimOf(entry, time.now())),
    removed(entry) {
      removed.push(entry);
      recording.hide([entry.id]);
      const isOpen = PENDING_STATES.includes(entry.state.name);
      const isAsked = recording.isRemovalAsked({ id: entry.id, isOpen });
      erasures.push({ open: isOpen ? 1 : 0, agreed: isAsked ? 1 : keyChanges.agreed() });
    },
    erased(entries) {
      erased.push(...entries);
      recording.hide(entries.map(({ id }) => id));
      const open = entries.filter(({ state }) => PENDING_STATES.includes(state.name)).length;
      erasures.push({ open: open + draftsIn(storage), agreed: keyChanges.agreed() });
    },
  });
  const keyChanges = createKeyChanges({
    keys: sandbox.keys,
    accountNameOf: (id) => ACCOUNTS.find((name) => accounts[name].id === id) ?? null,
    accountOf: (name) => accounts[name].id,
    pageOf: (account) => askThrough({ browser, reports, isNullWhenIdle: true }, ({ worker }) => worker.pageOf(account)),
    sentCount: () => network.sent().length,
    erasures: () => erasures.length,
    pause: time.pass,
    now: time.now,
    note,
  });
  /** Whether GetSales answered 401 to a key since it was connected: to one that may be stored when the worker was killed. */
  function isRejected(): boolean {
    const inUse = keyChanges.keyPeriods().at(-1)?.keys ?? [];
    return sandbox.control
      .requests()
      .some(
        ({ status, keyName, at }) =>
          status === 401 && inUse.some((key) => key === keyName) && at - NOON - plan.skewMs >= keyChanges.connectedAt(),
      );
  }

  if (plan.changesKeys && page.happens(0.3)) {
    const texts = { [`${accounts.main.contacts[0].id}|`]: `Words ${seed} of a draft` };
    await storage.local.set({ drafts: { $version: 2, value: { account: accounts.main.id, texts } } });
  }
  const user = createUser({
    plan,
    profile,
    recording,
    others,
    overriding,
    ask: (isSecond, account) => {
      const pageOf = (awake: ReturnType<Browser['start']>) => (isSecond ? awake.second : awake.worker.pageOf)(account);
      return askThrough({ browser, reports, isNullWhenIdle: false }, pageOf);
    },
    keyChanges,
    isStale: () => page.happens(plan.stale),
    erasures: () => erasures.length,
    uuid: createChance(seed ^ 0x1234_5678).uuid,
    now: time.now,
  });
  for (const account of Object.values(accounts))
    if (seed % 2 === 0) await account.addContact(namesakeOf(account.name, seed).lead);
  sandbox.control.clearRequests();
  const before = peopleNow(user.people, (name) => accounts[name].control);

  schedule({ plan, time, browser, user, keyChanges, isRejected, note });
  if ((await time.run(browser.idle)) === 'endless') reports.report('does not come to an end');
  const forgotten = browser.hasOpen() && !isRejected() && keyChanges.current() !== null;
  if (forgotten) reports.report('entries are open, and nothing is scheduled that continues with them');
  const end = await finalState(browser, time);
  reports.stop();
  const facts = await collectFacts({
    ...{ plan, profile, storage, network, browser, recording, others, user, keyChanges, reports, before, end, time },
    ...{ faultNames, erased, removed, erasures, isRejected },
  });
  const unknown = facts.final.flatMap(({ id, says }) =>
    facts.sends.filter((send) => send.id === id && says === 'unknown'),
  );
  return {
    seed,
    breaches: judge(facts),
    cases: casesOf(plan, faultNames, browser.kills.length),
    kills: browser.kills,
    recoveries: browser.recoveries,
    messages: facts.sends.length,
    adds: plan.adds.length,
    posted: facts.server.sent.filter(({ method, path }) => method === 'POST' && path === MESSAGES).length,
    unknown: unknown.length,
    unknownThere: unknown.filter(({ text }) => facts.server.messages.some((message) => message.text === text)).length,
    unattended: browser.unattended(),
    forgotten,
    steps,
  };
}

/** A change of the account resets the setting to five seconds. */
function cancelPeriodMsOf({ cancelPeriodSeconds, changesKeys }: Plan): number {
  return (changesKeys ? Math.min(cancelPeriodSeconds, 5) : cancelPeriodSeconds) * 1_000;
}

interface Pages {
  readonly browser: Browser;
  readonly reports: Reports;
  /** Whether a call ends also when the browser ended an idle worker that did not answer. */
  readonly isNullWhenIdle: boolean;
}

/** A page's call to the running worker, or to a new one. Null when the worker is killed before it answers. */
function askThrough(
  { browser, reports, isNullWhenIdle }: Pages,
  pageOf: (awake: ReturnType<Browser['start']>) => AskOrNull,
): AskOrNull {
  return (name, input) => {
    const awake = browser.start('a page asks');
    setImmediate(() => awake.life.did('asked', 'after'));
    return new Promise((resolve) => {
      awake.life.onEnd((how) => {
        if (how === 'killed' || isNullWhenIdle) resolve(null);
      });
      void pageOf(awake)(name, input).then((answer) => {
        reports.answered(name, answer);
        resolve(answer);
      });
    });
  };
}

/** Number of unsent drafts in storage. */
function draftsIn(storage: MemoryStorage): number {
  return Object.keys(recordOf(recordOf(recordOf(storage.dump('local')['drafts'])['value'])['texts'])).length;
}
