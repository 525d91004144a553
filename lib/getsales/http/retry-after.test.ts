import { expect, test } from 'vitest';
import { statedPauseMs, unstatedPauseMs } from './retry-after';

const NOW = Date.UTC(2026, 9, 21, 7, 28, 0);

test.each([
  ['5', 5_000],
  ['1.5', 1_500],
  [' 7 ', 7_000],
  ['Wed, 21 Oct 2026 07:28:09 GMT', 9_000],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 1_000],
  ['0', 1_000],
  ['-1', 1_000],
  ['999999', 3_600_000],
  ['Fri, 21 Oct 2033 07:28:00 GMT', 3_600_000],
  ['abc', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j means a pause of %j ms: never none, never more than an hour', (header, pause) => {
  expect(statedPauseMs(header, NOW)).toBe(pause);
});

test('an unstated pause is fifteen to twenty seconds, so that not everybody comes back at once', () => {
  expect(unstatedPauseMs(() => 0)).toBe(15_000);
  expect(unstatedPauseMs(() => 1)).toBe(20_000);
});
