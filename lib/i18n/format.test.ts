import { describe, expect, it } from 'vitest';
import { formatDate, formatDateShort, formatDay, formatTime, formatTimeOrDate } from './format';

describe('the unusable time of a damaged record', () => {
  const nowMs = Date.UTC(2026, 10, 23, 12);

  it.each([
    ['formatTime', () => formatTime('x')],
    ['formatDate', () => formatDate('')],
    ['formatDateShort', () => formatDateShort('2026-13-40', nowMs)],
    ['formatDay', () => formatDay('x', nowMs)],
  ])('is a dash in %s', (_name, format) => {
    expect(format()).toBe('–');
  });

  it('is a dash beside a dash for date and time', () => {
    expect(formatTimeOrDate('x', nowMs)).toBe('–, –');
  });
});
