import { expect, test } from 'vitest';
import { createKeepAwake, updateWhenIdle } from './lifetime';

/** Sleeps end when the test calls `pass`. */
function manualSleep() {
  const sleeping: (() => void)[] = [];
  const sleep = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      sleeping.push(resolve);
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  const pass = async () => {
    for (const resolve of sleeping.splice(0)) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { sleep, pass };
}

test('keepAwake pings the browser until the task has ended, and no longer', async () => {
  const { sleep, pass } = manualSleep();
  let pings = 0;
  let end = (_value: string): void => undefined;
  const keepAwake = createKeepAwake({ ping: () => Promise.resolve((pings += 1)), sleep });
  const task = keepAwake(() => new Promise<string>((resolve) => (end = resolve)));
  expect(pings).toBe(0);
  await pass();
  await pass();
  expect(pings).toBe(2);
  end('done');
  expect(await task).toBe('done');
  await pass();
  expect(pings).toBe(2);
});

test('keepAwake ends with a task that fails, also when the browser rejects the ping', async () => {
  const { sleep, pass } = manualSleep();
  let pings = 0;
  const ping = () => {
    pings += 1;
    return Promise.reject(new Error('no'));
  };
  const failing = createKeepAwake({ ping, sleep })(() => pass().then(() => Promise.reject(new Error('task'))));
  await expect(failing).rejects.toThrow('task');
  await pass();
  expect(pings).toBe(1);
});

/** Runs an update while the first `checks` checks find a message being sent. */
async function runUpdate(checks: number) {
  let slept = 0;
  let left = checks;
  let reloads = 0;
  await updateWhenIdle({
    isSending: () => Promise.resolve(left-- > 0),
    sleep: (ms) => {
      slept += ms;
      return Promise.resolve();
    },
    reload: () => (reloads += 1),
  });
  return { slept, reloads };
}

test.each([
  ['starts at once when no message is being sent', 0, 0],
  ['waits until the message is sent', 3, 6_000],
  ['waits ten minutes at most', Infinity, 600_000],
])('an update %s', async (_name, checks, slept) => {
  expect(await runUpdate(checks)).toEqual({ slept, reloads: 1 });
});
