import { describe, expect, test } from 'vitest';
import { notSent } from '../call';
import { nextTryMs, type FailedAttempt, statedPauseMs, unstatedPauseMs } from './retry';

const serverError: FailedAttempt = {
  failure: notSent({ code: 'server-trouble', status: 503 }),
  transient: true,
  pauseMs: 0,
};
const limited = (pauseMs: number): FailedAttempt => ({
  failure: notSent({ code: 'rate-limited', retryAfterMs: pauseMs }),
  transient: true,
  pauseMs,
});
const first = { tries: 1, elapsedMs: 0, pausedMs: 0 };
const noJitter = () => 1;

describe('retries', () => {
  test('a read has four attempts', () => {
    expect(nextTryMs({ mode: 'read' }, serverError, { ...first, tries: 3 }, noJitter)).toBe(2_000);
    expect(nextTryMs({ mode: 'read' }, serverError, { ...first, tries: 4 }, noJitter)).toBeNull();
  });

  test('a preflight and a send have none', () => {
    expect(nextTryMs({ mode: 'preflight' }, serverError, first, noJitter)).toBeNull();
    expect(nextTryMs({ mode: 'once' }, serverError, first, noJitter)).toBeNull();
    expect(nextTryMs({ mode: 'once' }, limited(1_000), first, noJitter)).toBeNull();
    expect(nextTryMs({ mode: 'preflight' }, limited(1_000), first, noJitter)).toBeNull();
  });

  test('an idempotent write has one, and only after a 429', () => {
    expect(nextTryMs({ mode: 'repeatable' }, serverError, first, noJitter)).toBeNull();
    expect(nextTryMs({ mode: 'repeatable' }, limited(1_000), first, noJitter)).toBe(1_000);
    expect(nextTryMs({ mode: 'repeatable' }, limited(1_000), { ...first, tries: 2 }, noJitter)).toBeNull();
  });

  test('never start before GetSales allows it', () => {
    expect(nextTryMs({ mode: 'read' }, limited(2_500), first, () => 0)).toBe(2_500);
    expect(nextTryMs({ mode: 'read' }, { ...serverError, pauseMs: 1_200 }, first, () => 0)).toBe(1_200);
  });

  test('do not happen when all pauses together exceed three seconds', () => {
    expect(nextTryMs({ mode: 'read' }, limited(3_000), first, noJitter)).toBe(3_000);
    expect(nextTryMs({ mode: 'read' }, limited(3_001), first, noJitter)).toBeNull();
    expect(nextTryMs({ mode: 'read' }, limited(1_000), { ...first, tries: 2, pausedMs: 2_001 }, noJitter)).toBeNull();
    expect(nextTryMs({ mode: 'read' }, { ...serverError, pauseMs: 60_000 }, first, noJitter)).toBeNull();
  });

  test('do not happen after a time-out', () => {
    expect(nextTryMs({ mode: 'read' }, serverError, { ...first, elapsedMs: 25_000 }, noJitter)).toBeNull();
  });
});

const NOW = Date.UTC(2026, 9, 21, 7, 28, 0);

test.each([
  ['5', 5_000],
  ['1.5', 1_500],
  ['1.25', 1_250],
  [' 7 ', 7_000],
  ['Wed, 21 Oct 2026 07:28:09 GMT', 9_000],
  ['21 Oct 2026 07:28:09 GMT', 9_000],
  ['Wed, 21 Oct 2026 07:28:09 +0000', 9_000],
  ['2033-10-21T07:28:09Z', null],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 1_000],
  ['0', 1_000],
  ['-1', 1_000],
  ['999999', 3_600_000],
  ['Fri, 21 Oct 2033 07:28:00 GMT', 3_600_000],
  ['abc', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j means a pause of %j ms', (header, pause) => {
  expect(statedPauseMs(header, NOW)).toBe(pause);
});

test('a pause without Retry-After is random, from 15 to 20 seconds', () => {
  expect(unstatedPauseMs(() => 0)).toBe(15_000);
  expect(unstatedPauseMs(() => 1)).toBe(20_000);
});
