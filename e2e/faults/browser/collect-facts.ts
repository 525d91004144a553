import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ACCOUNTS, OWNER, WORKSPACE, type AccountName } from '../accounts';
import { claimOf } from '../claims';
import type { Facts } from '../judge/facts';
import { isPost } from '../judge/history';
import type { KeyChanges } from '../key-changes';
import type { Recording } from '../recording';
import { keyedRequests, listNamesOf, peopleBetween, peopleNow, seenRequests, type People } from '../server-facts';
import type { Lane } from './lane';
import type { BrowserPlan } from './plan';
import type { createBrowserUser } from './user';

export interface BrowserRun {
  readonly plan: BrowserPlan;
  readonly lane: Lane;
  readonly user: ReturnType<typeof createBrowserUser>;
  readonly recording: Recording;
  readonly keyChanges: KeyChanges;
  readonly before: People;
  readonly outbox: readonly OutboxEntry[];
  readonly faultsEndAt: number;
  readonly kills: number;
  /** Of the sandbox's clock, ms. */
  readonly startedAt: number;
}

/** The clocks of sandbox and run differ by a few milliseconds. */
const CLOCK_TOLERANCE_MS = 20;

export async function collectFacts(run: BrowserRun): Promise<Facts> {
  const { plan, lane, user, recording, keyChanges, before, outbox, faultsEndAt, kills } = run;
  const { control, keys } = lane.sites.getsales;
  const requests = control.requests();
  const connected = (await user.connected()) ?? null;
  const databases = await lane.databases();
  const stored = await lane.stored();
  const controlOf = (name: AccountName) => control.workspace(WORKSPACE[name]);
  const known = new Set(before.messages.map(({ uuid }) => uuid));
  const after = peopleNow(user.people, controlOf);
  const seen = seenRequests(requests, (at) => at - plan.skewMs - run.startedAt - CLOCK_TOLERANCE_MS);
  const mayBeErased = plan.keyActions.some(
    ({ do: what, key, agrees }) => agrees && (what === 'sign out' || OWNER[key] === 'other'),
  );
  const atRest = JSON.stringify([stored, databases.text]);
  return {
    ...recording.facts(),
    final: outbox.map((entry) => claimOf(entry, recording.now())),
    erased: [],
    mayBeErased: () => mayBeErased,
    server: {
      seen,
      // The browser itself repeats a request that was answered with 421 (not processed). A connection that breaks before
      // the body is read hides what was sent: such requests are only counted.
      sent: seen
        .filter((request) => request.method !== 'POST' || request.body !== null)
        .filter((request) => !isPost(request) || request.status !== 421)
        .map((request) => ({ ...request, answered: null, pause: null })),
      people: peopleBetween(user.people, before, after),
      messages: after.messages.filter(({ uuid }) => !known.has(uuid)),
      byOthers: [],
      listNames: listNamesOf(ACCOUNTS.map(controlOf)),
    },
    conditions: {
      faultsEndAt,
      kills,
      killTimes: [],
      hadFaults: plan.faults.length > 0,
      wasOffline: false,
      changedKeys: plan.keyActions.length > 0,
      hadStorageFaults: false,
      isClockSteady: true,
      isTimed: false,
      hasSecondWorker: false,
      isConnected: keyChanges.current() !== null,
      isRejected: false,
      session: connected === null ? 'disconnected' : 'connected',
      pastes: keyChanges.pastes(),
      hadWrongDates: false,
    },
    accounts: {
      seen: keyedRequests(requests),
      sent: requests,
      keyPeriods: keyChanges.keyPeriods(),
      ownData: user.ownData,
      staleAnswers: user.staleAnswers(),
      changedAnyway: keyChanges.changedAnyway(),
      erasures: [{ open: user.vanished(outbox), agreed: keyChanges.agreedInAll() }],
      reported: keyChanges.reported(),
      connected,
      atRest,
      hasKey: databases.hasKey,
    },
    secrets: {
      keys,
      stored: [
        { where: 'the databases', text: databases.text, mayHaveContents: true },
        { where: 'the vault', text: databases.vault, mayHaveContents: false },
        { where: 'the storage areas', text: stored, mayHaveContents: false },
      ],
      unexpectedHosts: lane.sites.takeUnexpectedHosts(),
    },
    errors: [...lane.pageErrors(), ...control.violations()],
  };
}
