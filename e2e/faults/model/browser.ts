import type { Profile } from './profile';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { openStorage } from './storage';
import type { MemoryStorage } from '@/lib/settings/testing/memory-storage';
import type { Chance } from '../chance';
import type { Plan, PlannedKill } from '../plan';
import type { Step } from '../steps';
import type { Recovery } from '../tally';
import { stepOfWrite } from './step-of';
import { createLife, type Life, type Moment } from './life';
import type { VirtualTime } from './time';
import { secondWorkerOf, startWorker, type PageOf, type Worker } from './worker';

export interface BrowserDeps {
  readonly profile: Profile;
  readonly plan: Plan;
  readonly storage: MemoryStorage;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly noon: number;
  readonly fetchFor: (life: Life) => typeof fetch;
  readonly overriding: Set<string>;
  readonly note: (line: string) => void;
  readonly report: (event: string) => void;
  /** Whether GetSales rejected the key, so that nothing can go on. */
  readonly isRejected: () => boolean;
  /** Called with an entry as screens show it from now on. */
  readonly shown: (entry: OutboxEntry) => void;
  /** Called with an entry that was deleted by itself. */
  readonly removed: (entry: OutboxEntry) => void;
  /** Called with the entries of a deleted database. */
  readonly erased: (entries: readonly OutboxEntry[]) => void;
}

export interface Awake {
  readonly life: Life;
  readonly worker: Worker;
  readonly second: PageOf;
}

export interface Browser {
  /** The running worker; starts one when there is none. */
  readonly start: (why: string) => Awake;
  /** Ends a worker that has been idle for so long, as Chrome does. */
  readonly idle: (ms: number) => void;
  readonly goOnline: () => void;
  readonly goOffline: () => void;
  readonly setClock: (by: number) => void;
  /** Cancels the remaining kills. */
  readonly endFaults: () => void;
  readonly kills: readonly Step[];
  readonly killTimes: readonly number[];
  readonly recoveries: readonly Recovery[];
  /** Kills with open entries after which no alarm would have started the worker. */
  readonly unattended: () => number;
  readonly hasOpen: () => boolean;
}

const OPEN = new Set(['queued', 'dispatching', 'waiting', 'undoing']);
/** Chrome ends a worker after this time without events. */
const IDLE_MS = 30_000;
/** The alarm repeats after this time, until the worker sets or removes it. */
const ALARM_AGAIN_MS = 30_000;
/** How soon after an entry is written, or a worker starts that finds it, an alarm must be set for it. */
const ALARM_SET_WITHIN_MS = 2_000;

/** A browser with one profile: starts the worker, fires alarms, and kills the worker as planned. */
export function createBrowser(deps: BrowserDeps): Browser {
  const { plan, storage, time, chance, note } = deps;
  const { disk } = deps.profile;
  const kills: Step[] = [];
  const killTimes: number[] = [];
  const recoveries: Recovery[] = [];
  let awake: Awake | null = null;
  let planned: readonly PlannedKill[] = plan.kills;
  let seen = 0;
  let alarm: (() => void) | null = null;
  let online = true;
  const firstWritten = new Map<string, number>();
  let clockBy = 0;
  let unattended = 0;
  let workerStartedAt = 0;
  let open: { readonly ids: readonly string[]; readonly killedAt: number; startedAt: number | null } | null = null;
  const wallClock = (): number => deps.noon + time.now() + clockBy;
  const openIds = (): readonly string[] =>
    [...disk.entries().values()].filter(({ state }) => OPEN.has(state.name)).map(({ id }) => id);

  function isFatal(step: Step, moment: Moment): boolean {
    const [next] = planned;
    if (next === undefined || next.step !== step || next.moment !== moment) return false;
    seen += 1;
    if (seen < next.nth) return false;
    recordKill(next, step, moment);
    return true;
  }

  /** Records a kill and schedules the restart. */
  function recordKill(kill: PlannedKill, step: Step, moment: string): void {
    note(`KILLED at "${step}", ${moment}${kill.browser ? ', with the browser' : ''}`);
    planned = planned.slice(1);
    seen = 0;
    kills.push(step);
    killTimes.push(time.now());
    awake = null;
    open = { ids: openIds(), killedAt: time.now(), startedAt: null };
    if (kill.browser) {
      if (chance.happens(0.5)) dropAlarm();
      for (const key of Object.keys(storage.dump('session'))) void storage.session.remove(key);
    }
    // A browser that restarts also starts the worker.
    if (hasUnattended() && !kill.browser) {
      unattended += 1;
      const since = (id: string): number => Math.max(workerStartedAt, firstWritten.get(id) ?? 0);
      const waiting = openIds().filter((id) => time.now() - since(id) > ALARM_SET_WITHIN_MS);
      for (const id of waiting) deps.report(`nothing would have started the worker again for ${id}`);
    }
    time.after(kill.backAfter, () => start('a page opens'));
  }

  /** Whether entries are open, and nothing will start the worker for them. */
  function hasUnattended(): boolean {
    return openIds().length > 0 && alarm === null && !deps.isRejected();
  }

  function dieNow(life: Life, step: Step): void {
    const [next] = planned;
    if (!life.isAlive() || next === undefined) return;
    recordKill(next, step, 'at a time');
    life.end('killed');
  }

  for (const kill of plan.kills) {
    const { step } = kill;
    if (typeof step !== 'number') continue;
    time.after(step, () => {
      if (planned[0] === kill && awake !== null) dieNow(awake.life, awake.life.lastStep());
    });
  }

  function dropAlarm(): void {
    alarm?.();
    alarm = null;
  }

  function setAlarm(atMs: number | null): void {
    dropAlarm();
    if (atMs !== null) ringAfter(atMs - wallClock());
  }

  function ringAfter(ms: number): void {
    alarm = time.after(ms, () => {
      ringAfter(ALARM_AGAIN_MS);
      void start('an alarm fires').worker.scheduler.runDueWork();
    });
  }

  function start(why: string): Awake {
    if (awake !== null) return awake;
    note(`starts: ${why}`);
    workerStartedAt = time.now();
    const life = createLife(isFatal);
    if (open?.startedAt === null) open.startedAt = time.now();
    openStorage(storage, life);
    disk.open(life, time, {
      writing: (entry, before) => life.did(stepOfWrite(entry, before), 'before'),
      did: life.did,
      removing: () => life.did('records erased', 'before'),
      removed(entry) {
        note(`record removed: ${entry.id.slice(0, 8)} ${entry.state.name}`);
        deps.removed(entry);
        settleOpen();
        life.did('records erased', 'after');
      },
      erased(entries) {
        note(`records erased: ${entries.map(({ id, state }) => `${id.slice(0, 8)} ${state.name}`).join(', ')}`);
        deps.erased(entries);
        settleOpen(new Set());
      },
      written(entry, before) {
        if (!firstWritten.has(entry.id)) firstWritten.set(entry.id, time.now());
        deps.shown(entry);
        note(`written: ${entry.kind} ${entry.id.slice(0, 8)} ${entry.state.name}`);
        if (entry.kind === 'send' && entry.state.name === 'queued') deps.overriding.delete(entry.contactId);
        settleOpen();
        if (!life.did(stepOfWrite(entry, before), 'after') || entry.state.name !== 'queued') return;
        if (planned[0]?.step !== 'cancel period') return;
        time.after(chance.below(plan.cancelPeriodSeconds * 1_000 + 1), () => dieNow(life, 'cancel period'));
      },
    });
    const { report } = deps;
    const fetch = deps.fetchFor(life);
    const given = { life, time, fetch, wallClock, random: chance.next, isOnline: () => online, setAlarm, report };
    awake = { life, worker: startWorker(given), second: secondWorkerOf(given) };
    return awake;
  }

  function settleOpen(still = new Set(openIds())): void {
    if (open?.startedAt === undefined || open.startedAt === null) return;
    const { ids, killedAt, startedAt } = open;
    if (ids.some((id) => still.has(id))) return;
    if (ids.length > 0) recoveries.push({ sinceKill: time.now() - killedAt, sinceStart: time.now() - startedAt });
    open = null;
  }

  return {
    start,
    idle(ms) {
      if (ms < IDLE_MS || awake === null) return;
      note('worker ends after idling');
      if (hasUnattended()) unattended += 1;
      const { life } = awake;
      awake = null;
      life.end('idle');
    },
    goOnline() {
      online = true;
      void awake?.worker.scheduler.handleOnline();
    },
    goOffline() {
      online = false;
    },
    setClock(by) {
      clockBy += by;
    },
    endFaults() {
      planned = [];
    },
    kills,
    killTimes,
    recoveries,
    unattended: () => unattended,
    hasOpen: () => openIds().length > 0,
  };
}
