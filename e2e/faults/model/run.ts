import { NOON, type Profile } from './profile';
import type { AccountId } from '@/lib/domain/account';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import { recordOf } from '../../sandbox/wire/values';
import { casesIn, type CaseId } from '../cases';
import { createChance } from '../chance';
import { faultsFor } from '../faults';
import { USED_KEYS, OWNER, ACCOUNTS, type Who } from '../accounts';
import type { Erasure } from '../judge-accounts';
import { createKeyring, type AskMortal, type KeyAct } from '../keyring';
import { judge, type Facts } from '../oracle';
import { planOf, type Act, type Plan } from '../plan';
import type { Outcome } from '../tally';
import type { MemoryStorage } from '@/lib/settings/testing/memory-storage';
import { createBrowser, type Browser } from './browser';
import { stepOfRequest } from './derive-step';
import type { VirtualTime } from './time';
import { createUser } from './user';
import { createWire, MESSAGES } from './wire';

export interface ModelOutcome extends Outcome {
  /** Kills with open entries after which no alarm would have started the worker. */
  readonly unattended: number;
  /** Whether entries stayed open, with nothing scheduled, until a page was opened. */
  readonly forgotten: boolean;
}

const faults = faultsFor(NOON);
const PENDING = new Set(['queued', 'waiting', 'dispatching', 'unknown', 'undoing']);

/** One seeded run: faults and kills until `calmAt`, then the scheduled work, then the oracle. */
export async function runOnce(profile: Profile, seed: number): Promise<ModelOutcome> {
  const plan = planOf(seed);
  const { sandbox, disk, homes } = profile;
  const { storage, time } = await profile.begin(plan.skewMs, plan.undoSeconds);
  const chance = createChance(seed ^ 0x5f5f_5f5f);
  const { uuid } = createChance(seed ^ 0x1234_5678);
  const page = createChance(seed ^ 0x0bad_cafe);
  const steps: string[] = [];
  const errors: string[] = [];
  const met = new Set<string>();
  const overriding = new Set<string>();
  const erased: OutboxEntry[] = [];
  const erasures: Erasure[] = [];
  const note = (line: string): void => void steps.push(`${String(time.now()).padStart(8)} ${line}`);
  const rejected = catchRejections(errors);

  const wire = createWire({
    sandbox,
    chance,
    time,
    faultOf(method, path) {
      if (time.now() >= plan.calmAt || !chance.happens(plan.faultProbability)) return null;
      const isRead = method === 'GET' || path.endsWith('/lookup-one');
      const fault = chance.weighted(isRead ? faults.read : faults.write);
      met.add(fault.name);
      note(`${method} ${path} fault: ${fault.name}`);
      return fault;
    },
    stepOf: (request) => {
      const step = stepOfRequest(request, disk.entries(), overriding);
      note(`${request.method} ${request.path} sent (${step ?? 'no step'}) ${request.body}`);
      return step;
    },
  });
  const report = (event: string): void => void errors.push(event);
  const { fetchFor } = wire;
  const browser = createBrowser({
    profile,
    plan,
    storage,
    time,
    chance,
    noon: NOON,
    fetchFor,
    overriding,
    note,
    report,
    erased(entries) {
      erased.push(...entries);
      const open = entries.filter(({ state }) => PENDING.has(state.name)).length;
      erasures.push({ open: open + draftsIn(storage), agreed: keyring.agreed() });
    },
  });
  const mortal = (account: AccountId | null): AskMortal => {
    const { worker, life } = browser.start('a page manages keys');
    return (name, input) =>
      new Promise((resolve) => {
        life.onEnd(() => resolve(null));
        void worker.pageOf(account)(name, input).then(resolve);
      });
  };
  const whoIs = (account: AccountId): Who | null => ACCOUNTS.find((who) => homes[who].account === account) ?? null;
  const keyring = createKeyring({
    keys: sandbox.keys,
    whoIs,
    accountOf: (who) => homes[who].account,
    pageOf: mortal,
    sentCount: () => wire.sent().length,
    erasures: () => erasures.length,
    pause: time.pass,
    note,
  });
  if (plan.changesKeys && page.happens(0.3)) {
    const texts = { [`${homes.main.contacts[0].id}|`]: `Words ${seed} of a draft` };
    await storage.local.set({ drafts: { $version: 2, value: { account: homes.main.account, texts } } });
  }
  const ask = (isTwin: boolean, account: AccountId) => {
    const { worker, twin, life } = browser.start('a page asks');
    setImmediate(() => life.did('asked', 'after'));
    return (isTwin ? twin : worker.pageOf)(account);
  };
  const user = createUser({
    plan,
    profile,
    entries: disk.entries,
    overriding,
    ask,
    keyring,
    isStale: () => page.happens(plan.stale),
    erasures: () => erasures.length,
    uuid,
    now: time.now,
  });
  const before = new Set(user.messages().map((message) => message.uuid));

  for (const act of plan.acts) {
    time.after(act.at, () => {
      note(act.do);
      if ('which' in act) user.perform(act);
      else if (act.do === 'paste a key' || act.do === 'sign out') void keyring.perform(act);
      else if (act.do === 'set the clock') browser.setClock(act.by);
      else if (act.do === 'go offline') browser.goOffline();
      else if (act.do === 'go online') browser.goOnline();
      else browser.start(act.do);
    });
  }
  time.after(plan.calmAt, () => {
    note('calm');
    browser.calm();
    browser.goOnline();
    browser.start('a page opens');
    const isRejected = storage.dump('local')['keyRejected'] === true;
    if (isRejected && plan.reconnects) void keyring.pasteAgain();
  });

  const ended = await time.run(browser.idle);
  if (ended === 'restless') errors.push('does not come to an end');
  const forgotten = browser.hasOpen() && storage.dump('local')['keyRejected'] !== true;
  const { account, outbox } = await finalState(browser, time);
  const connected = account === null ? null : whoIs(account);
  const others = [...disk.entries().values()].filter((entry) => entry.account !== account);
  const gone = [...erased, ...others];
  const goneIds = new Set<string>(gone.map(({ id }) => id));
  rejected.stop();
  const facts: Facts = {
    ...user.facts(),
    outbox,
    erased: gone,
    mayBeErased: (id) => goneIds.has(id),
    accounts: {
      seen: sandbox.control.requests().map(({ keyName, workspace, path, query, body }) => ({
        keyName,
        workspace,
        path,
        what: JSON.stringify([path, query, body]),
      })),
      sent: wire.sent(),
      eras: keyring.eras(),
      marks: user.marks,
      staleAnswers: user.staleAnswers(),
      changedAnyway: keyring.changedAnyway(),
      erasures,
      reported: keyring.reported(),
      connected,
      atRest: JSON.stringify([[...disk.entries().values()], storage.dump('local'), storage.dump('session')]),
      hasKey: await disk.hasKey(),
    },
    posted: user.posted(wire.sent()),
    arrived: sandbox.control.requests().filter(({ method, path }) => method === 'POST' && path === MESSAGES).length,
    messages: user.messages().filter((message) => !before.has(message.uuid)),
    areDistinct: plan.texts !== 'identical',
    isClockSteady: plan.acts.every((act) => act.do !== 'set the clock'),
    isConnected: connected !== null && storage.dump('local')['keyRejected'] !== true,
    remains: JSON.stringify([outbox, storage.dump('local'), storage.dump('session'), errors]),
    keys: USED_KEYS.map((name) => sandbox.keys[name]),
    unexpectedHosts: wire.unexpectedHosts(),
    errors,
  };
  const unknown = outbox.filter((entry) => entry.kind === 'send' && entry.state.name === 'unknown');
  const isThere = (entry: OutboxEntry): boolean =>
    entry.kind === 'send' && facts.messages.some(({ text }) => text === entry.text);
  return {
    seed,
    breaches: judge(facts),
    cases: casesOf(plan, met, browser.kills.length),
    kills: browser.kills,
    recoveries: browser.recoveries,
    messages: facts.asked.length,
    adds: plan.adds.length,
    posted: facts.posted.length,
    unknown: unknown.length,
    unknownThere: unknown.filter(isThere).length,
    unattended: browser.unattended(),
    forgotten,
    steps,
  };
}

/** Asks a worker for the connected account and its outbox, and ends the worker. */
async function finalState(
  browser: Browser,
  time: VirtualTime,
): Promise<{ readonly account: AccountId | null; readonly outbox: readonly OutboxEntry[] }> {
  browser.start('the oracle looks');
  await time.run(() => undefined);
  const { worker, life } = browser.start('the oracle looks');
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    await time.run(() => undefined);
    return answer;
  };
  const session = await answered(worker.pageOf(null)('session.get', {}));
  if (!session.ok) throw new Error(`the session cannot be read: ${session.error.code}`);
  const account = session.value.state === 'disconnected' ? null : session.value.account.id;
  const recent = await answered(worker.pageOf(account)('outbox.recent', { contactId: null }));
  life.end();
  if (account === null) return { account, outbox: [] };
  if (!recent.ok) throw new Error(`the outbox cannot be read: ${recent.error.code}`);
  return { account, outbox: recent.value };
}

/** Number of unsent drafts in storage. */
function draftsIn(storage: MemoryStorage): number {
  return Object.keys(recordOf(recordOf(recordOf(storage.dump('local')['drafts'])['value'])['texts'])).length;
}

function catchRejections(errors: string[]): { readonly stop: () => void } {
  const caught = (thrown: unknown): void => void errors.push(`unhandled: ${String(thrown)}`);
  process.on('unhandledRejection', caught);
  return { stop: () => void process.off('unhandledRejection', caught) };
}

function casesOf(plan: Plan, met: ReadonlySet<string>, kills: number): readonly CaseId[] {
  const acts = new Set(plan.acts.map((act) => act.do));
  const keyActs = plan.acts.filter((act): act is Extract<Act, KeyAct> => act.do === 'paste a key');
  const isPressedTwice = plan.messages.some(
    (_, which) => plan.acts.filter((act) => act.do === 'send' && act.which === which).length > 1,
  );
  const lived: Readonly<Partial<Record<CaseId, boolean>>> = {
    L1: plan.kills.slice(0, kills).some(({ browser }) => !browser),
    L2: plan.kills.slice(0, kills).some(({ browser }) => browser),
    L4: isPressedTwice,
    L5: acts.has('send in the other worker'),
    L13: acts.has('set the clock'),
    L14: acts.has('go offline'),
    K1: keyActs.some(({ key }) => key === 'mainRenewed'),
    K2: keyActs.some(({ key }) => OWNER[key] === 'other'),
    K3: acts.has('sign out'),
  };
  return casesIn([...met, ...Object.entries(lived).flatMap(([id, isSo]) => (isSo ? [id] : []))]);
}
