import { expect, test } from 'vitest';
import { entryIdOf } from '@/lib/outbox/testing/entries';
import { createCancelPeriods } from './cancel-periods';

const NOW = Date.UTC(2026, 10, 23, 12);
const PERIOD = 5_000;
const entryOfAge = (ms: number, n = 1) => ({ id: entryIdOf(n), createdAt: new Date(NOW - ms).toISOString() });

function periodsOf(cancelPeriodMs: number) {
  const sleeps: { readonly ms: number; readonly signal: AbortSignal; readonly end: () => void }[] = [];
  const periods = createCancelPeriods({
    now: () => NOW,
    cancelPeriodMs: () => Promise.resolve(cancelPeriodMs),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeps.push({ ms, signal, end: resolve });
      }),
  });
  return { periods, sleeps };
}

const settled = (): Promise<void> => new Promise(setImmediate);

test('a message is sent after its period', async () => {
  expect(await periodsOf(PERIOD).periods.sendAt()).toBe(NOW + PERIOD);
});

test.each([
  ['new', 0, [PERIOD]],
  ['of two seconds ago', 2_000, [3_000]],
  ['of a whole period ago', PERIOD, []],
  ['older', 60_000, []],
  ['from the future, after the clock was set back', -60_000, [PERIOD]],
])('a message that is %s waits for the rest of its period', async (_name, age, waits) => {
  const { periods, sleeps } = periodsOf(PERIOD);
  void periods.wait(entryOfAge(age));
  await settled();
  expect(sleeps.map(({ ms }) => ms)).toEqual(waits);
});

test('cancelling ends the wait of this message alone', async () => {
  const { periods, sleeps } = periodsOf(PERIOD);
  for (const n of [1, 2]) void periods.wait(entryOfAge(0, n));
  await settled();
  periods.end(entryIdOf(2));
  expect(sleeps.map(({ signal }) => signal.aborted)).toEqual([false, true]);
});

test('cancelling after the wait does nothing', async () => {
  const { periods, sleeps } = periodsOf(PERIOD);
  const waiting = periods.wait(entryOfAge(0));
  await settled();
  sleeps[0]?.end();
  await waiting;
  periods.end(entryIdOf(1));
  expect(sleeps.map(({ signal }) => signal.aborted)).toEqual([false]);
});
