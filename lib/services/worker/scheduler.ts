import type { Result } from '@/lib/domain/result';

/** Chrome's shortest alarm. Shorter waits keep the worker awake. */
const ALARM_MIN_MS = 30_000;
/** However often the connection comes and goes, it triggers work at most this often. */
const ONLINE_PAUSE_MS = 5_000;

export interface SchedulerDeps {
  /**
   * Processes due entries and answers when the next is due (ms). `isReconnected`: entries that wait for a connection are
   * due now. `ensureRestart` sets the alarm, in case the worker stops in between.
   */
  readonly processDue: (
    isReconnected: boolean,
    ensureRestart: () => Promise<unknown>,
  ) => Promise<Result<number | null>>;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly keepAwake: <T>(task: () => Promise<T>) => Promise<T>;
  /** Sets or moves the one alarm, which outlives the worker; null removes it. */
  readonly setAlarm: (atMs: number | null) => Promise<unknown>;
  readonly report: (event: string) => void;
}

export interface Scheduler {
  /** Call it whenever work may be due: at the worker's start, at an alarm, after a change. Resolves when the work is done. */
  runDueWork(): Promise<void>;
  /** Call it when the browser reports a connection. */
  handleOnline(): Promise<void>;
}

/** Runs pending work when it is due, also after the worker was stopped and started again. */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { now } = deps;
  /** `isReconnected` of each call since the last round began. */
  const calls: boolean[] = [];
  let running: Promise<void> | null = null;
  let waiting = new AbortController();
  let lastOnlineAt = -Infinity;

  async function runRounds(): Promise<void> {
    try {
      while (calls.length > 0) {
        const isReconnected = calls.splice(0).includes(true);
        const ensureRestart = (): Promise<unknown> => deps.setAlarm(now() + ALARM_MIN_MS);
        const processed = await deps.keepAwake(() => deps.processDue(isReconnected, ensureRestart));
        if (!processed.ok) deps.report('due-work-failed');
        const nextRunAt = processed.ok ? processed.value : now() + ALARM_MIN_MS;
        if (calls.length === 0) await (nextRunAt === null ? deps.setAlarm(null) : scheduleRun(nextRunAt));
      }
    } finally {
      running = null;
    }
  }

  async function scheduleRun(nextRunAt: number): Promise<void> {
    const delay = Math.max(0, nextRunAt - now());
    // Also before a short wait: the worker may be stopped during it.
    await deps.setAlarm(now() + Math.max(ALARM_MIN_MS, delay));
    if (delay < ALARM_MIN_MS) void runAfter(delay, waiting.signal);
  }

  async function runAfter(ms: number, cancelled: AbortSignal): Promise<void> {
    await deps.keepAwake(() => deps.sleep(ms, cancelled));
    if (!cancelled.aborted) await run(false);
  }

  function run(isReconnected: boolean): Promise<void> {
    waiting.abort();
    waiting = new AbortController();
    calls.push(isReconnected);
    running ??= runRounds();
    return running;
  }

  async function runOnline(): Promise<void> {
    const pause = lastOnlineAt + ONLINE_PAUSE_MS - now();
    if (pause > 0 && pause <= ONLINE_PAUSE_MS) return;
    lastOnlineAt = now();
    await run(true);
  }

  return {
    runDueWork: () => run(false),
    async handleOnline() {
      await runOnline();
      // Browsers may report a connection a moment before it works.
      void deps.keepAwake(() => deps.sleep(ONLINE_PAUSE_MS, new AbortController().signal)).then(runOnline);
    },
  };
}
