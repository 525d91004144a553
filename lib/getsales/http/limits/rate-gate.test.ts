import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVirtualTime } from '../../testing/virtual-time';
import { createLimiter, MAX_PAUSE_WAIT_MS } from './rate-gate';

/** A clock whose sleepers wake in order of time, as with real timers. */
function sleepers() {
  let at = 0;
  const beds: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    monotonic: () => at,
    sleep: (ms: number) => new Promise<void>((wake) => beds.push({ until: at + ms, wake })),
    async run() {
      await settle();
      while (beds.length > 0) {
        beds.sort((a, b) => a.until - b.until);
        const next = beds.shift();
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

describe('turns', () => {
  test('eight leave at once, the ninth a quarter of a second later', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    for (let turn = 0; turn < 9; turn += 1) expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([250]);
  });

  test('no stretch of time ever sees more than eight and four a second, and the first come leave first', async () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(arrivals, async (gaps) => {
        const clock = sleepers();
        const limiter = createLimiter(clock);
        const left: { readonly at: number; readonly order: number }[] = [];
        let arrival = 0;
        gaps.forEach((gap, order) => {
          arrival += gap;
          void clock.sleep(arrival).then(async () => {
            await limiter.take();
            left.push({ at: clock.monotonic(), order });
          });
        });
        await clock.run();
        expect(left.map(({ order }) => order)).toEqual(gaps.map((_, order) => order));
        left.forEach((first, index) => {
          const crowded = left.slice(index).filter(({ at }, more) => more + 1 > 8 + (at - first.at) * 0.004 + 1e-6);
          expect(crowded).toEqual([]);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('somebody who gives up while waiting leaves the turn to the next', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    for (let turn = 0; turn < 8; turn += 1) await limiter.take();
    const impatient = new AbortController();
    impatient.abort();
    expect(await limiter.take(impatient.signal)).toBe('given-up');
    expect(await limiter.take()).toBe('go');
    expect(time.waits).toEqual([250]);
  });

  test('a sleep that rejects when it is given up counts as given up', async () => {
    const impatient = new AbortController();
    const limiter = createLimiter({
      monotonic: () => 0,
      sleep: () => {
        impatient.abort();
        return Promise.reject(new Error('aborted'));
      },
    });
    for (let turn = 0; turn < 8; turn += 1) await limiter.take();
    expect(await limiter.take(impatient.signal)).toBe('given-up');
  });
});

describe('the shared pause', () => {
  test('is waited for by everybody while it is short', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(2_000);
    expect(await limiter.take()).toBe('go');
    expect(time.monotonic()).toBe(2_000);
  });

  test('is told at once, and waited for by nobody, when it is long', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(MAX_PAUSE_WAIT_MS + 1);
    expect(await limiter.take()).toEqual({ pausedMs: MAX_PAUSE_WAIT_MS + 1 });
    expect(time.waits).toEqual([]);
  });

  test('is never made shorter by a later, smaller one', async () => {
    const time = createVirtualTime();
    const limiter = createLimiter(time);
    limiter.pause(15_000);
    limiter.pause(1_000);
    expect(await limiter.take()).toEqual({ pausedMs: 15_000 });
  });

  test('that comes while somebody waits for a turn holds that one too', async () => {
    const clock = sleepers();
    const limiter = createLimiter(clock);
    for (let turn = 0; turn < 8; turn += 1) await limiter.take();
    const ninth = limiter.take().then((turn) => ({ turn, at: clock.monotonic() }));
    limiter.pause(2_000);
    await clock.run();
    expect(await ninth).toEqual({ turn: 'go', at: 2_000 });
  });
});
