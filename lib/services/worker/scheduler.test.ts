import { describe, expect, test } from 'vitest';
import { err, ok, type Result } from '@/lib/domain/result';
import { createScheduler } from './scheduler';

interface Sleep {
  readonly ms: number;
  readonly isOver: () => boolean;
  readonly end: () => void;
}

/** A scheduler whose work answers one after the other what was planned; then nothing is due any more. */
function stage(...answers: readonly Result<number | null>[]) {
  const left = [...answers];
  const eagerness: boolean[] = [];
  const alarms: number[] = [];
  const sleeps: Sleep[] = [];
  const reports: string[] = [];
  let nowMs = 1_000_000;
  const scheduler = createScheduler({
    work: (eager) => {
      eagerness.push(eager);
      return Promise.resolve(left.shift() ?? ok(null));
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
    keepAwake: (act) => act(),
    setAlarm: (at) => Promise.resolve(alarms.push(at - nowMs)),
    report: (event) => reports.push(event),
  });
  return {
    scheduler,
    eagerness,
    alarms,
    sleeps,
    reports,
    pass: (ms: number) => (nowMs += ms),
    in: (ms: number) => ok(nowMs + ms),
  };
}

const settled = (): Promise<void> => new Promise(setImmediate);

describe('what is due', () => {
  test('nothing: neither an alarm nor a wait', async () => {
    const { scheduler, alarms, sleeps } = stage();
    await scheduler.wake();
    expect([alarms, sleeps]).toEqual([[], []]);
  });

  test('in a few seconds: the worker waits, with an alarm in case it dies', async () => {
    const s = stage(ok(1_002_000));
    await s.scheduler.wake();
    expect(s.sleeps).toMatchObject([{ ms: 2_000 }]);
    expect(s.alarms).toEqual([30_000]);
    s.sleeps[0]?.end();
    await settled();
    expect(s.eagerness).toHaveLength(2);
  });

  test('in an hour: an alarm, and the worker may rest', async () => {
    const s = stage(ok(1_000_000 + 3_600_000));
    await s.scheduler.wake();
    expect(s.alarms).toEqual([3_600_000]);
    expect(s.sleeps).toEqual([]);
  });

  test('a time that is over: at once, not in the past', async () => {
    const s = stage(ok(5));
    await s.scheduler.wake();
    expect(s.sleeps).toMatchObject([{ ms: 0 }]);
  });

  test('nobody knows, because the outbox cannot be read: it is reported and tried again', async () => {
    const s = stage(err({ code: 'storage-unavailable', trouble: 'blocked' }));
    await s.scheduler.wake();
    expect(s.reports).toEqual(['carry-on']);
    expect(s.alarms).toEqual([30_000]);
  });
});

test('woken while it works, it goes round once more, and only once', async () => {
  const s = stage();
  await Promise.all([s.scheduler.wake(), s.scheduler.wake(), s.scheduler.wake()]);
  expect(s.eagerness).toHaveLength(2);
});

test('woken early, the wait that it was in is given up', async () => {
  const s = stage(ok(1_002_000), ok(1_002_000));
  await s.scheduler.wake();
  await s.scheduler.wake();
  expect(s.sleeps.map((each) => each.isOver())).toEqual([true, false]);
});

test('an alarm that rings twice, or hours late, does the same work', async () => {
  const s = stage(ok(1_000_000 + 60_000), ok(1_000_000 + 60_000));
  await s.scheduler.wake();
  s.pass(9 * 3_600_000);
  await s.scheduler.wake();
  await s.scheduler.wake();
  expect(s.eagerness).toEqual([false, false, false]);
});

test('a connection that comes and goes every second leads to a try every five', async () => {
  const s = stage();
  for (let second = 0; second < 20; second += 1) {
    await s.scheduler.online();
    s.pass(1_000);
  }
  expect(s.eagerness).toEqual([true, true, true, true]);
});

test('a connection that is told a moment too early is tried again by itself', async () => {
  const s = stage();
  await s.scheduler.online();
  s.pass(5_000);
  s.sleeps[0]?.end();
  await settled();
  expect(s.eagerness).toEqual([true, true]);
});
