import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import { earliest, isStale, isTransient, nextCheckAt, nextTryAt, retryDelayMs } from './retry-times';

const NOON = Date.UTC(2026, 10, 23, 12);
const iso = (ms: number): string => new Date(ms).toISOString();

describe('a message of this age is stale or not', () => {
  test.each([
    ['new', 0, false],
    ['ten minutes', 600_000, false],
    ['a millisecond more', 600_001, true],
    ['from two minutes ahead, within clock slack', -120_000, false],
    ['from a millisecond further ahead', -120_001, true],
    ['from tomorrow', -86_400_000, true],
  ])('%s', (_name, age, stale) => {
    expect(isStale({ createdAt: iso(NOON) }, NOON + age)).toBe(stale);
  });

  test('with an invalid date', () => {
    expect(isStale({ createdAt: 'yesterday' }, NOON)).toBe(true);
  });
});

describe('a pending entry', () => {
  test('is never due later than its plan, whatever happened to the clock', () => {
    const time = fc.integer({ min: 0, max: 2 * NOON });
    fc.assert(
      fc.property(time, time, fc.nat(5), (at, now, checks) => {
        expect(nextCheckAt(iso(at), checks, now) ?? now).toBeLessThanOrEqual(now + 300_000 + 120_000);
        expect(nextTryAt(iso(at), now)).toBeLessThanOrEqual(now + 3_600_000 + 120_000);
      }),
    );
  });

  test('is checked for six times', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((checks) => nextCheckAt(iso(NOON), checks, NOON))).toEqual(
      [0, 2_000, 5_000, 15_000, 60_000, 300_000]
        .map((ms) => NOON + ms)
        .concat(NaN)
        .map((at) => (at > 0 ? at : null)),
    );
  });

  test.each([
    ['in the longest pause', 3_600_000, 3_600_000],
    ['within clock slack', 3_720_000, 3_720_000],
    ['further away, after the clock was set back', 3_720_001, 0],
    ['long ago', -86_400_000, -86_400_000],
  ])('that is due %s is tried then, or at once', (_name, delay, expected) => {
    expect(nextTryAt(iso(NOON + delay), NOON)).toBe(NOON + expected);
  });

  test('that is due at no readable time is tried at once', () => {
    expect(nextTryAt('tomorrow', NOON)).toBe(NOON);
    expect(nextCheckAt('tomorrow', 1, NOON)).toBe(NOON);
  });

  test.each([
    ['in time', 0, 300_000],
    ['within clock slack', 120_000, 420_000],
    ['further ahead, after the clock was set back', 120_001, 0],
  ])('that settled %s is checked for as planned, or at once', (_name, ahead, delay) => {
    expect(nextCheckAt(iso(NOON + ahead), 5, NOON)).toBe(NOON + delay);
  });

  test.each([
    ['within four seconds the first time', { code: 'offline' }, 1, 0.999, 3_996],
    ['within 15 minutes later', { code: 'offline' }, 50, 1, 900_000],
    ['at once at the lower end of the jitter', { code: 'offline' }, 3, 0, 0],
    ['not before the pause that GetSales asked for', { code: 'rate-limited', retryAfterMs: 60_000 }, 1, 0, 60_000],
  ] as const)('is retried %s', (_name, error, tries, random, ms) => {
    expect(retryDelayMs(error, tries, () => random)).toBe(ms);
  });
});

test.each<[AppError, boolean]>([
  [{ code: 'offline' }, true],
  [{ code: 'unreachable', why: 'network' }, true],
  [{ code: 'key-replaced' }, true],
  [{ code: 'key-rejected' }, false],
])('whether %j says nothing about the request', (error, expected) => {
  expect(isTransient(error)).toBe(expected);
});

test('the earliest time is the first known one', () => {
  expect([earliest([]), earliest([null]), earliest([7, null, 5])]).toEqual([null, null, 5]);
});
