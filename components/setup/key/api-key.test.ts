import { describe, expect, it } from 'vitest';
import { keyLife } from './api-key';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('how long a key still works', () => {
  it.each([
    ['2029-05-03T00:00:00Z', { kind: 'long' }],
    ['2026-12-23T12:00:00Z', { kind: 'long' }],
    ['2026-12-23T11:59:59Z', { kind: 'ending', days: 29 }],
    ['2026-11-25T11:00:00Z', { kind: 'ending', days: 1 }],
    ['2026-11-24T11:59:00Z', { kind: 'ending', days: 0 }],
    ['2026-11-23T12:00:00Z', { kind: 'ended' }],
    ['2020-01-01T00:00:00Z', { kind: 'ended' }],
  ])('a key valid until %s is %j', (expiresAt, life) => {
    expect(keyLife(expiresAt, NOW)).toEqual(life);
  });

  it('is not guessed for a key without an end or with an unreadable one', () => {
    expect(keyLife(null, NOW)).toEqual({ kind: 'unknown' });
    expect(keyLife('soon', NOW)).toEqual({ kind: 'unknown' });
  });
});
