import { describe, expect, it } from 'vitest';
import { KEY_MAX_LENGTH, keyLife, readPastedKey } from './api-key';

const KEY = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('what was pasted as a key', () => {
  it.each([
    ['the key alone', KEY],
    ['spaces around it', `  ${KEY}  `],
    ['a line break at the end', `${KEY}\n`],
    ['broken over two lines by a mail program', `${KEY.slice(0, 20)}\r\n ${KEY.slice(20)}`],
    ['in double quotes', `"${KEY}"`],
    ['in quotes with spaces outside', ` '${KEY}' `],
    ['with the header word', `Bearer ${KEY}`],
    ['with the header word in lower case', `bearer ${KEY}`],
  ])('is the key itself: %s', (_, pasted) => {
    expect(readPastedKey(pasted)).toEqual({ kind: 'key', key: KEY });
  });

  it.each(['', '   ', '\n', '""'])('is nothing when only %j was pasted', (pasted) => {
    expect(readPastedKey(pasted)).toEqual({ kind: 'empty' });
  });

  it('is left alone otherwise, so that the worker can say what is wrong with it', () => {
    expect(readPastedKey('hello')).toEqual({ kind: 'key', key: 'hello' });
  });

  it('is too long beyond what the worker takes, and never cut', () => {
    expect(readPastedKey('a'.repeat(KEY_MAX_LENGTH))).toEqual({ kind: 'key', key: 'a'.repeat(KEY_MAX_LENGTH) });
    expect(readPastedKey('a'.repeat(KEY_MAX_LENGTH + 1))).toEqual({ kind: 'too-long' });
  });
});

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
