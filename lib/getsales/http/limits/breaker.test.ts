import { describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import { createVirtualTime } from '../../testing/virtual-time';
import { createBreaker } from './breaker';

const TROUBLE: AppError = { code: 'server-trouble', status: 502 };

function broken() {
  const time = createVirtualTime();
  const breaker = createBreaker(time.monotonic);
  for (let failure = 0; failure < 5; failure += 1) breaker.enter()?.failed(TROUBLE);
  return { time, breaker };
}

describe('the circuit breaker', () => {
  test('opens for half a minute after five consecutive failures, and reports the last one', () => {
    const { time, breaker } = broken();
    expect(breaker.enter()).toBeNull();
    expect(breaker.trouble()).toEqual(TROUBLE);
    time.pass(29_999);
    expect(breaker.enter()).toBeNull();
    time.pass(1);
    expect(breaker.trouble()).toBeNull();
    expect(breaker.enter()).not.toBeNull();
  });

  test('allows only one probe', () => {
    const { time, breaker } = broken();
    time.pass(30_000);
    const probe = breaker.enter();
    expect(breaker.enter()).toBeNull();
    probe?.succeeded();
    expect(breaker.enter()).not.toBeNull();
    expect(breaker.enter()).not.toBeNull();
  });

  test('stays open for another half minute when the probe fails', () => {
    const { time, breaker } = broken();
    time.pass(30_000);
    breaker.enter()?.failed({ code: 'unreachable', why: 'timeout' });
    time.pass(29_999);
    expect(breaker.enter()).toBeNull();
    expect(breaker.trouble()).toEqual({ code: 'unreachable', why: 'timeout' });
    time.pass(1);
    expect(breaker.enter()).not.toBeNull();
  });

  test.each(['failed', 'abandoned'] as const)(
    'allows only one probe, also after an older request has %s',
    (outcome) => {
      const time = createVirtualTime();
      const breaker = createBreaker(time.monotonic);
      const older = breaker.enter();
      for (let failure = 0; failure < 5; failure += 1) breaker.enter()?.failed(TROUBLE);
      time.pass(30_000);
      expect(breaker.enter()).not.toBeNull();
      older?.[outcome](TROUBLE);
      time.pass(30_000);
      expect(breaker.enter()).toBeNull();
    },
  );

  test('allows one probe at once when the connection may be back', () => {
    const { breaker } = broken();
    breaker.allowProbe();
    const probe = breaker.enter();
    expect(probe).not.toBeNull();
    expect(breaker.enter()).toBeNull();
    probe?.failed(TROUBLE);
    expect(breaker.enter()).toBeNull();
    breaker.allowProbe();
    breaker.enter()?.succeeded();
    expect(breaker.trouble()).toBeNull();
  });

  test('stays closed when the connection may be back and nothing failed', () => {
    const breaker = createBreaker(createVirtualTime().monotonic);
    breaker.allowProbe();
    expect(breaker.enter()).not.toBeNull();
    expect(breaker.enter()).not.toBeNull();
  });

  test('counts the failures of the last minute at any time', () => {
    const time = createVirtualTime();
    const breaker = createBreaker(time.monotonic);
    time.pass(100_000);
    for (let failure = 0; failure < 4; failure += 1) breaker.enter()?.failed(TROUBLE);
    time.pass(60_000);
    breaker.enter()?.failed(TROUBLE);
    expect(breaker.trouble()).toBeNull();
    for (let failure = 0; failure < 4; failure += 1) breaker.enter()?.failed(TROUBLE);
    expect(breaker.trouble()).toEqual(TROUBLE);
  });

  test('allows another probe when the first was aborted', () => {
    const { time, breaker } = broken();
    time.pass(30_000);
    breaker.enter()?.abandoned();
    expect(breaker.enter()).not.toBeNull();
  });

  test('stays closed after four failures, five with a success in between, or five over more than a minute', () => {
    const time = createVirtualTime();
    const breaker = createBreaker(time.monotonic);
    for (let failure = 0; failure < 4; failure += 1) breaker.enter()?.failed(TROUBLE);
    breaker.enter()?.succeeded();
    breaker.enter()?.failed(TROUBLE);
    expect(breaker.trouble()).toBeNull();
    for (let failure = 0; failure < 4; failure += 1) {
      time.pass(20_000);
      breaker.enter()?.failed(TROUBLE);
    }
    expect(breaker.trouble()).toBeNull();
  });
});
