import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVirtualTime } from '../../testing/virtual-time';
import { createLimiter } from './rate-gate';

/** A clock whose sleepers wake in the order of time, as with real timers. */
function sleepers() {
  let at = 0;
  const sleeping: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    monotonic: () => at,
    sleep: (ms: number) => new Promise<void>((wake) => sleeping.push({ until: at + ms, wake })),
    async run() {
      await settle();
      while (sleeping.length > 0) {
        sleeping.sort((a, b) => a.until - b.until);
        const next = sleeping.shift();
        at = Math.max(at, next?.until ?? at);
        next?.wake();
        await settle();
      }
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('the limiter', () => {
  test('allows eight calls at once and the ninth 260 ms later', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    for (let turn = 0; turn < 9; turn += 1) expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([260]);
  });

  test('never exceeds eight plus one every 260 ms, and keeps the order of arrival', async () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(arrivals, async (gaps) => {
        const clock = sleepers();
        const limiter = createLimiter(clock);
        const passed: { readonly at: number; readonly order: number }[] = [];
        let arrival = 0;
        gaps.forEach((gap, order) => {
          arrival += gap;
          void clock.sleep(arrival).then(async () => {
            await limiter.take();
            passed.push({ at: clock.monotonic(), order });
          });
        });
        await clock.run();
        expect(passed.map(({ order }) => order)).toEqual(gaps.map((_, order) => order));
        passed.forEach((first, index) => {
          const crowded = passed.slice(index).filter(({ at }, more) => more + 1 > 8 + (at - first.at) / 260 + 1e-6);
          expect(crowded).toEqual([]);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('allows at most 240 calls in any minute', async () => {
    const clock = sleepers();
    const limiter = createLimiter(clock);
    const passed: number[] = [];
    for (let caller = 0; caller < 500; caller += 1) void limiter.take().then(() => passed.push(clock.monotonic()));
    await clock.run();
    expect(passed).toHaveLength(500);
    expect(Math.max(...passed.map((from) => passed.filter((at) => at >= from && at < from + 60_000).length))).toBe(238);
  });

  test('gives the turn of an aborted caller to the next one', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    for (let turn = 0; turn < 8; turn += 1) await limiter.take();
    const aborted = new AbortController();
    aborted.abort();
    expect(await limiter.take(aborted.signal)).toBe('given-up');
    expect(time.waits).toEqual([]);
    expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([260]);
  });

  test.each([
    [260, 1],
    [1_040, 4],
    [1_820, 7],
    [3_600_000, 8],
  ])('allows more calls at once after %i ms: %i', async (ms, turns) => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    time.pass(5_000);
    for (let turn = 0; turn < 8; turn += 1) expect(await limiter.take()).toBe('go');
    time.pass(ms);
    for (let turn = 0; turn < turns; turn += 1) expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([]);
    expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([260]);
  });

  test('gives no turn to an aborted caller, also without a wait', async () => {
    expect(await createLimiter(createVirtualTime()).take(AbortSignal.abort())).toBe('given-up');
  });

  test('treats a rejected sleep of an aborted caller as given up', async () => {
    const aborted = new AbortController();
    const limiter = createLimiter({
      monotonic: () => 0,
      sleep: () => {
        aborted.abort();
        return Promise.reject(new Error('aborted'));
      },
    });
    for (let turn = 0; turn < 8; turn += 1) await limiter.take();
    expect(await limiter.take(aborted.signal)).toBe('given-up');
  });
});

describe('the shared pause', () => {
  test('is waited for when it is short', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(3_000);
    expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([3_000]);
  });

  test('is over when it has passed', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(2_000);
    time.pass(2_000);
    expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([]);
  });

  test.each<[number, unknown]>([
    [250, 'given-up'],
    [3_001, { pausedMs: 3_001 }],
  ])('of %i ms costs no turn of a caller that does not wait for it', async (ms, answer) => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(ms);
    for (let turn = 0; turn < 8; turn += 1) expect(await limiter.take(AbortSignal.abort())).toEqual(answer);
    time.pass(ms);
    for (let turn = 0; turn < 8; turn += 1) expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([]);
  });

  test('is never shortened by a later, shorter one', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(15_000);
    limiter.pause(1_000);
    expect(await limiter.take()).toEqual({ pausedMs: 15_000 });
  });

  test('also delays callers that already wait', async () => {
    const clock = sleepers();
    const limiter = createLimiter(clock);
    for (let turn = 0; turn < 8; turn += 1) await limiter.take();
    const ninth = limiter.take().then((turn) => ({ turn, at: clock.monotonic() }));
    limiter.pause(2_000);
    await clock.run();
    expect(await ninth).toEqual({ turn: 'go', at: 2_000 });
  });
});
