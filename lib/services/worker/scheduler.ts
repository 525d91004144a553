import type { Result } from '@/lib/domain/result';

/** Below this a waiting worker stays awake; longer waits are an alarm's (Chrome's shortest is 30 s). */
const ALARM_MIN_MS = 30_000;
/** However often a connection comes and goes, GetSales is tried at most this often because of it. */
const ONLINE_PAUSE_MS = 5_000;

export interface SchedulerDeps {
  /**
   * Does what is due and answers when the next is (ms); `eager`: what waits for a connection is due. `guard` sets the
   * alarm, in case that the worker dies over it.
   */
  readonly work: (eager: boolean, guard: () => Promise<unknown>) => Promise<Result<number | null>>;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly keepAwake: <T>(act: () => Promise<T>) => Promise<T>;
  /** One alarm that survives the worker. Setting it again moves it. */
  readonly setAlarm: (atMs: number) => Promise<unknown>;
  readonly report: (event: string) => void;
}

export interface Scheduler {
  /** Something may be due: the worker started, an alarm rang, an act ended, a key came. Resolves when it is done. */
  wake(): Promise<void>;
  /** The browser says that there is a connection again. */
  online(): Promise<void>;
}

/** Carries on what waits, at the right time, in whichever life of the worker that is. */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { now } = deps;
  /** Who woke it since its last round began, and whether eagerly. */
  const wakers: boolean[] = [];
  let running: Promise<void> | null = null;
  let resting = new AbortController();
  let triedOnlineAt = -Infinity;

  async function rounds(): Promise<void> {
    try {
      while (wakers.length > 0) {
        const eager = wakers.splice(0).includes(true);
        const worked = await deps.keepAwake(() => deps.work(eager, () => deps.setAlarm(now() + ALARM_MIN_MS)));
        if (!worked.ok) deps.report('carry-on');
        const next = worked.ok ? worked.value : now() + ALARM_MIN_MS;
        if (wakers.length === 0 && next !== null) await plan(next);
      }
    } finally {
      running = null;
    }
  }

  async function plan(at: number): Promise<void> {
    const delay = Math.max(0, at - now());
    // Also for a short wait: the worker may die before it is over.
    await deps.setAlarm(now() + Math.max(ALARM_MIN_MS, delay));
    if (delay < ALARM_MIN_MS) void wakeIn(delay, resting.signal);
  }

  async function wakeIn(ms: number, given: AbortSignal): Promise<void> {
    await deps.keepAwake(() => deps.sleep(ms, given));
    if (!given.aborted) await wake(false);
  }

  function wake(eager: boolean): Promise<void> {
    resting.abort();
    resting = new AbortController();
    wakers.push(eager);
    running ??= rounds();
    return running;
  }

  async function tryAgain(): Promise<void> {
    const wait = triedOnlineAt + ONLINE_PAUSE_MS - now();
    if (wait > 0 && wait <= ONLINE_PAUSE_MS) return;
    triedOnlineAt = now();
    await wake(true);
  }

  return {
    wake: () => wake(false),
    async online() {
      await tryAgain();
      // A browser may say so a moment before a connection can be made.
      void deps.keepAwake(() => deps.sleep(ONLINE_PAUSE_MS, new AbortController().signal)).then(tryAgain);
    },
  };
}
