import { afterEach, describe, expect, test, vi } from 'vitest';
import { createKeepAwake, updateWhenIdle, wait } from './lifetime';

afterEach(() => {
  vi.useRealTimers();
});

/** Sleeps end when the test calls `pass`. */
function manualSleep() {
  const sleeping: (() => void)[] = [];
  const pauses: number[] = [];
  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      pauses.push(ms);
      sleeping.push(resolve);
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  const pass = async () => {
    for (const resolve of sleeping.splice(0)) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { sleep, pass, pauses };
}

test('keepAwake pings the browser until the task has ended, and no longer', async () => {
  const { sleep, pass, pauses } = manualSleep();
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
  expect(pauses).toEqual([20_000, 20_000, 20_000]);
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
async function runUpdate(checks: number, isOpen = false) {
  const pauses: number[] = [];
  let left = checks;
  let reloads = 0;
  await updateWhenIdle({
    isSending: () => Promise.resolve(left-- > 0),
    isOpen: () => Promise.resolve(isOpen),
    sleep: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    reload: () => (reloads += 1),
  });
  return { pauses: new Set(pauses), slept: pauses.reduce((sum, ms) => sum + ms, 0), reloads };
}

test.each([
  ['starts at once when no message is being sent', 0, 0, []],
  ['waits until the message is sent', 3, 6_000, [2_000]],
  ['waits ten minutes at most', Infinity, 600_000, [2_000]],
])('an update %s', async (_name, checks, slept, pauses) => {
  expect(await runUpdate(checks)).toEqual({ slept, reloads: 1, pauses: new Set(pauses) });
});

test('an update is left to the browser while a page is open', async () => {
  expect(await runUpdate(1, true)).toMatchObject({ slept: 2_000, reloads: 0 });
});

describe('a wait', () => {
  /** Waits a second, and tells when that is over. */
  function waitASecond(signal?: AbortSignal) {
    vi.useFakeTimers();
    const ended = vi.fn();
    void wait(1_000, signal).then(ended);
    return ended;
  }

  test.each([undefined, new AbortController().signal])('ends after its time', async (signal) => {
    const ended = waitASecond(signal);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
  });

  test('ends at once when it is cancelled, also before it began, and leaves no timer', async () => {
    const controller = new AbortController();
    const ended = waitASecond(controller.signal);
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalled();
    const later = waitASecond(controller.signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(later).toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
