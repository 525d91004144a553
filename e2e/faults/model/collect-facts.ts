import { isDeepStrictEqual } from 'node:util';
import type { AccountId } from '@/lib/domain/account';
import { PENDING_STATES } from '@/lib/domain/outbox/entry-states';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { DATABASE } from '@/lib/outbox/database';
import type { MemoryStorage } from '@/lib/settings/testing/memory-storage';
import { ACCOUNTS, OWNER, type AccountName } from '../accounts';
import { claimOf } from '../claims';
import type { AccountFacts, Erasure } from '../judge/accounts';
import type { Facts, SecretFacts } from '../judge/facts';
import type { KeyChanges } from '../key-changes';
import type { Plan } from '../plan';
import type { Recording } from '../recording';
import { keyedRequests, listNamesOf, peopleBetween, peopleNow, seenRequests, type People } from '../server-facts';
import type { Browser } from './browser';
import type { Network } from './network';
import type { Others } from './others';
import { NOON, type Profile } from './profile';
import type { Reports } from './reports';
import type { VirtualTime } from './time';
import type { User } from './user';

export interface Run {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly storage: MemoryStorage;
  readonly network: Network;
  readonly browser: Browser;
  readonly recording: Recording;
  readonly others: Others;
  readonly user: User;
  readonly keyChanges: KeyChanges;
  readonly reports: Reports;
  readonly time: VirtualTime;
  readonly faultNames: ReadonlySet<string>;
  readonly erased: readonly OutboxEntry[];
  /** Deleted by themselves. */
  readonly removed: readonly OutboxEntry[];
  readonly erasures: readonly Erasure[];
  /** Whether GetSales rejected the key since the user last pasted it. */
  readonly isRejected: () => boolean;
  readonly before: People;
  readonly end: FinalState;
}

export interface FinalState {
  readonly account: AccountId | null;
  readonly session: Facts['conditions']['session'];
  /** As Activity lists it, and as other pages get it. */
  readonly activity: readonly OutboxEntry[];
  readonly outbox: readonly OutboxEntry[];
}

/** Asks a worker for the connected account and its outbox, as a page does, and ends the worker. */
export async function finalState(browser: Browser, time: VirtualTime): Promise<FinalState> {
  browser.start('a page opens at the end');
  await time.run(() => undefined);
  const { worker, life } = browser.start('a page opens at the end');
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    await time.run(() => undefined);
    return answer;
  };
  const session = await answered(worker.pageOf(null)('session.get', {}));
  if (!session.ok) throw new Error(`the session cannot be read: ${session.error.code}`);
  const account = session.value.state === 'disconnected' ? null : session.value.account.id;
  const page = worker.pageOf(account);
  const recent = await answered(page('outbox.recent', { contactId: null }));
  const activity = await answered(page('activity.page', { show: 'all', after: null, limit: 200 }));
  life.end('idle');
  const { state } = session.value;
  if (account === null) return { account, session: state, activity: [], outbox: [] };
  if (!recent.ok) throw new Error(`the outbox cannot be read: ${recent.error.code}`);
  if (!activity.ok) throw new Error(`Activity cannot be read: ${activity.error.code}`);
  return { account, session: state, activity: activity.value.entries, outbox: recent.value };
}

export async function collectFacts(run: Run): Promise<Facts> {
  const { plan, profile, network, browser, recording, user, reports, before, end, time, faultNames } = run;
  const { sandbox, disk } = profile;
  const connected = connectedAt(run);
  const isOfFormer = ({ account }: OutboxEntry): boolean => account !== end.account;
  const isAsked = ({ id, state }: OutboxEntry): boolean =>
    recording.isRemovalAsked({ id, isOpen: PENDING_STATES.includes(state.name) });
  const removed = run.removed.filter((entry) => isOfFormer(entry) || isAsked(entry));
  const gone = [...run.erased, ...removed, ...[...disk.entries().values()].filter(isOfFormer)];
  const goneIds = new Set<string>(gone.map(({ id }) => id));
  const known = new Set(before.messages.map(({ uuid }) => uuid));
  const ofOthers = new Set(run.others.acts().map(({ messageId }) => messageId));
  const after = peopleNow(user.people, (name) => profile.accounts[name].control);
  const did = (what: string): boolean => plan.actions.some((action) => action.do === what);
  const databases = await disk.contents();
  const { claims, ...actions } = recording.facts();
  const final = end.activity.map((entry) => claimOf(entry, time.now()));
  const others = end.outbox
    .map((entry) => claimOf(entry, time.now()))
    .filter((claim) => !final.some((each) => isDeepStrictEqual(each, claim)));
  return {
    ...actions,
    claims: [...claims, ...others],
    final,
    erased: gone.map((entry) => claimOf(entry, time.now())),
    mayBeErased: (id) => goneIds.has(id),
    server: {
      seen: seenRequests(sandbox.control.requests(), (at) => at - NOON - plan.skewMs),
      sent: network.sent(),
      people: peopleBetween(user.people, before, after),
      messages: after.messages.filter(({ uuid }) => !known.has(uuid) && !ofOthers.has(uuid)),
      byOthers: run.others.acts(),
      listNames: listNamesOf(ACCOUNTS.map((name) => profile.accounts[name].control)),
    },
    conditions: {
      faultsEndAt: Math.max(
        plan.faultsEndAt,
        ...plan.actions.filter((action) => action.do === 'go online').map(({ at }) => at),
      ),
      kills: browser.kills.length,
      killTimes: browser.killTimes,
      hadFaults: faultNames.size > 0,
      wasOffline: did('go offline'),
      changedKeys: plan.changesKeys,
      hadStorageFaults: false,
      isClockSteady: !did('set the clock'),
      isTimed: true,
      hasSecondWorker: did('send in the other worker'),
      isConnected: run.keyChanges.current() !== null && !run.isRejected(),
      isRejected: run.isRejected(),
      session: end.session,
      pastes: run.keyChanges.pastes(),
      hadWrongDates: [...faultNames].some((name) => name.startsWith('N35')),
    },
    accounts: await accountFacts(run, connected, databases),
    secrets: secretFacts(run, databases),
    errors: [...reports.errors(), ...sandbox.control.violations()],
  };
}

async function accountFacts(
  { profile, storage, network, user, keyChanges, erasures }: Run,
  connected: AccountName | null,
  databases: ReadonlyMap<string, string>,
): Promise<AccountFacts> {
  const { sandbox, disk } = profile;
  const outside = [...databases].filter(([name]) => name !== 'vault');
  return {
    seen: keyedRequests(sandbox.control.requests()),
    sent: network.sent(),
    keyPeriods: keyChanges.keyPeriods(),
    ownData: user.ownData,
    staleAnswers: user.staleAnswers(),
    changedAnyway: keyChanges.changedAnyway(),
    erasures,
    reported: keyChanges.reported(),
    connected,
    atRest: JSON.stringify([outside, storage.dump('local'), storage.dump('session')]),
    hasKey: await disk.hasKey(),
  };
}

/** The connected account; by its key where GetSales did not say whose it is. */
function connectedAt({ profile, end, keyChanges }: Run): AccountName | null {
  const known = ACCOUNTS.find((name) => profile.accounts[name].id === end.account);
  return known ?? (end.account === null ? null : OWNER[keyChanges.newest()]);
}

/** Only the outbox and the drafts hold what the user wrote. */
const WITH_CONTENTS: ReadonlySet<string> = new Set([DATABASE]);

function secretFacts({ profile, storage, network, reports }: Run, databases: ReadonlyMap<string, string>): SecretFacts {
  const local = storage.dump('local');
  return {
    keys: profile.sandbox.keys,
    stored: [
      ...[...databases].map(([name, text]) => ({
        ...{ where: `database ${name}`, text },
        mayHaveContents: WITH_CONTENTS.has(name),
      })),
      { where: 'drafts', text: JSON.stringify(local['drafts'] ?? null), mayHaveContents: true },
      { where: 'storage.local', text: JSON.stringify({ ...local, drafts: null }), mayHaveContents: false },
      { where: 'storage.session', text: JSON.stringify(storage.dump('session')), mayHaveContents: false },
      { where: 'the console and reports', text: reports.printed(), mayHaveContents: false },
      { where: 'an answer to a page', text: reports.answers(true), mayHaveContents: true },
      { where: 'an answer about the account', text: reports.answers(false), mayHaveContents: false },
    ],
    unexpectedHosts: network.unexpectedHosts(),
  };
}
