import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, QUICK_RETRIES } from './backoff';

const bounds = { stepMs: 500, ceilingMs: 30_000 };

test('a retry waits from zero to a bound that doubles up to the ceiling', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (retry, random) => {
      const wait = backoffMs(retry, () => random, bounds);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** retry));
    }),
  );
});

test.each([
  [0, 500],
  [1, 1_000],
  [5, 16_000],
  [6, 30_000],
  [1_000, 30_000],
])('retry %i waits at most %i ms', (retry, ms) => {
  expect(backoffMs(retry, () => 1, bounds)).toBe(ms);
});

test('while a person waits, retries come within half a second, one, and two', () => {
  expect([0, 1, 2, 10].map((retry) => backoffMs(retry, () => 1, QUICK_RETRIES))).toEqual([500, 1_000, 2_000, 30_000]);
});
