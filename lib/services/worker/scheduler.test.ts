import { describe, expect, test } from 'vitest';
import { err, ok, type Result } from '@/lib/domain/result';
import { createScheduler } from './scheduler';

interface Sleep {
  readonly ms: number;
  readonly isOver: () => boolean;
  readonly end: () => void;
}

/** A scheduler whose runs give these answers in turn, or fail with an error, and then find nothing due. */
function schedulerWith(...answers: readonly (Result<number | null> | Error)[]) {
  const left = [...answers];
  const runs: boolean[] = [];
  const alarms: (number | 'none')[] = [];
  const sleeps: Sleep[] = [];
  const reports: string[] = [];
  /** Tasks that hold the worker awake. */
  let awake = 0;
  const hooks = { duringRun: (_ensureRestart: () => Promise<unknown>): Promise<unknown> => Promise.resolve() };
  let nowMs = 1_000_000;
  const scheduler = createScheduler({
    processDue: async (isReconnected, ensureRestart) => {
      runs.push(isReconnected);
      await hooks.duringRun(ensureRestart);
      const answer = left.shift() ?? ok(null);
      return answer instanceof Error ? Promise.reject(answer) : answer;
    },
    now: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          resolve();
        };
        signal.addEventListener('abort', end);
        sleeps.push({ ms, isOver: () => signal.aborted, end });
      }),
    keepAwake: (task) => {
      awake += 1;
      return task().finally(() => (awake -= 1));
    },
    setAlarm: (at) => Promise.resolve(alarms.push(at === null ? 'none' : at - nowMs)),
    report: (event) => reports.push(event),
  });
  return {
    scheduler,
    runs,
    alarms,
    sleeps,
    reports,
    hooks,
    awake: () => awake,
    pass: (ms: number) => (nowMs += ms),
    in: (ms: number) => ok(nowMs + ms),
  };
}

const settled = (): Promise<void> => new Promise(setImmediate);

describe('the next run', () => {
  test('needs neither an alarm nor a wait when nothing is due, and removes an earlier alarm', async () => {
    const { scheduler, alarms, sleeps } = schedulerWith();
    await scheduler.runDueWork();
    expect([alarms, sleeps]).toEqual([['none'], []]);
  });

  test('in a few seconds keeps the worker waiting, with an alarm in case it is stopped', async () => {
    const s = schedulerWith(ok(1_002_000));
    await s.scheduler.runDueWork();
    expect(s.sleeps).toMatchObject([{ ms: 2_000 }]);
    expect(s.alarms).toEqual([30_000]);
    s.sleeps[0]?.end();
    await settled();
    expect(s.runs).toEqual([false, false]);
  });

  test('in an hour is left to an alarm', async () => {
    const s = schedulerWith(ok(1_000_000 + 3_600_000));
    await s.scheduler.runDueWork();
    expect(s.alarms).toEqual([3_600_000]);
    expect(s.sleeps).toEqual([]);
  });

  test('with a time in the past starts at once', async () => {
    const s = schedulerWith(ok(5));
    await s.scheduler.runDueWork();
    expect(s.sleeps).toMatchObject([{ ms: 0 }]);
  });

  test('comes after half a minute, with a report, when the outbox cannot be read', async () => {
    const s = schedulerWith(err({ code: 'storage-unavailable', trouble: 'blocked' }));
    await s.scheduler.runDueWork();
    expect(s.reports).toEqual(['due-work-failed']);
    expect([s.alarms, s.sleeps]).toEqual([[30_000], []]);
  });
});

test('calls during a run start one more run', async () => {
  const s = schedulerWith();
  await Promise.all([s.scheduler.runDueWork(), s.scheduler.runDueWork(), s.scheduler.runDueWork()]);
  expect(s.runs).toHaveLength(2);
});

test('a call during a wait ends the wait', async () => {
  const s = schedulerWith(ok(1_002_000), ok(1_002_000));
  await s.scheduler.runDueWork();
  await s.scheduler.runDueWork();
  expect(s.sleeps.map((each) => each.isOver())).toEqual([true, false]);
});

test('an alarm that rings twice or hours late starts an ordinary run', async () => {
  const s = schedulerWith(ok(1_000_000 + 60_000), ok(1_000_000 + 60_000));
  await s.scheduler.runDueWork();
  s.pass(9 * 3_600_000);
  await s.scheduler.runDueWork();
  await s.scheduler.runDueWork();
  expect(s.runs).toEqual([false, false, false]);
});

test('a connection that comes and goes every second starts a run every five seconds', async () => {
  const s = schedulerWith();
  for (let second = 0; second < 20; second += 1) {
    await s.scheduler.handleOnline();
    s.pass(1_000);
  }
  expect(s.runs).toEqual([true, true, true, true]);
});

test('a connection reported twice in the same moment starts one run', async () => {
  const s = schedulerWith();
  await s.scheduler.handleOnline();
  await s.scheduler.handleOnline();
  expect(s.runs).toEqual([true]);
});

test('a connection reported too early gets a second run', async () => {
  const s = schedulerWith();
  await s.scheduler.handleOnline();
  s.pass(5_000);
  s.sleeps[0]?.end();
  await settled();
  expect(s.runs).toEqual([true, true]);
});

test('a run can have the browser start the worker again in half a minute, before it does anything', async () => {
  const s = schedulerWith();
  s.hooks.duringRun = (ensureRestart) => ensureRestart();
  await s.scheduler.runDueWork();
  expect(s.alarms).toEqual([30_000, 'none']);
});

test('a run and a wait keep the worker awake, and nothing does afterwards', async () => {
  const s = schedulerWith(ok(1_002_000));
  const during: number[] = [];
  s.hooks.duringRun = () => Promise.resolve(during.push(s.awake()));
  await s.scheduler.runDueWork();
  expect([during, s.awake()]).toEqual([[1], 1]);
  s.sleeps[0]?.end();
  await settled();
  expect(s.awake()).toBe(0);
});

test('a run that fails with a bug does not stop the next one', async () => {
  const s = schedulerWith(new Error('a bug'));
  await expect(s.scheduler.runDueWork()).rejects.toThrow('a bug');
  await s.scheduler.runDueWork();
  expect(s.runs).toHaveLength(2);
  expect(s.reports).toEqual([]);
});

test('a call during a run sets no alarm for what that run found, and passes a connection on', async () => {
  const s = schedulerWith(ok(1_000_000 + 3_600_000));
  const [first, second] = [s.scheduler.runDueWork(), s.scheduler.handleOnline()];
  await Promise.all([first, second]);
  expect(s.runs).toEqual([false, true]);
  expect(s.alarms).toEqual(['none']);
});

test('a wait of exactly half a minute is left to the alarm', async () => {
  const s = schedulerWith(ok(1_030_000));
  await s.scheduler.runDueWork();
  expect([s.alarms, s.sleeps]).toEqual([[30_000], []]);
});

test('a connection after the clock was set back starts a run', async () => {
  const s = schedulerWith();
  await s.scheduler.handleOnline();
  s.pass(-3_600_000);
  await s.scheduler.handleOnline();
  expect(s.runs).toEqual([true, true]);
  expect(s.sleeps).toMatchObject([{ ms: 5_000 }, { ms: 5_000 }]);
});
