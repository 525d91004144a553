import { describe, expect, it } from 'vitest';
import { keyLife, readPastedKey } from './api-key';

const KEY = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('pasted text', () => {
  it.each([
    ['the key alone', KEY],
    ['spaces around it', `  ${KEY}  `],
    ['a line break at the end', `${KEY}\n`],
    ['broken over two lines by a mail program', `${KEY.slice(0, 20)}\r\n ${KEY.slice(20)}`],
    ['in double quotes', `"${KEY}"`],
    ['in quotes with spaces outside', ` '${KEY}' `],
    ['with the header word', `Bearer ${KEY}`],
    ['with the header word in lower case', `bearer ${KEY}`],
  ])('is reduced to the key: %s', (_, pasted) => {
    expect(readPastedKey(pasted)).toEqual({ kind: 'key', key: KEY });
  });

  it.each(['', '   ', '\n', '""'])('is empty when only %j was pasted', (pasted) => {
    expect(readPastedKey(pasted)).toEqual({ kind: 'empty' });
  });

  it('is passed on otherwise, so that the worker can say what is wrong with it', () => {
    expect(readPastedKey('hello')).toEqual({ kind: 'key', key: 'hello' });
  });

  it('is too long beyond the worker’s limit, and never cut', () => {
    expect(readPastedKey('a'.repeat(8_192))).toEqual({ kind: 'key', key: 'a'.repeat(8_192) });
    expect(readPastedKey('a'.repeat(8_193))).toEqual({ kind: 'too-long' });
  });
});

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('the remaining life of a key', () => {
  it.each([
    ['2029-05-03T00:00:00Z', { kind: 'long' }],
    ['2026-12-23T12:00:00Z', { kind: 'long' }],
    ['2026-12-23T11:59:59Z', { kind: 'ending', days: 29 }],
    ['2026-11-25T11:00:00Z', { kind: 'ending', days: 1 }],
    ['2026-11-24T11:59:00Z', { kind: 'ending', days: 0 }],
    ['2026-11-23T12:00:00Z', { kind: 'ended' }],
    ['2020-01-01T00:00:00Z', { kind: 'ended' }],
  ])('is, for a key valid until %s, %j', (expiresAt, life) => {
    expect(keyLife(expiresAt, NOW)).toEqual(life);
  });

  it('is unknown without a readable expiry', () => {
    expect(keyLife(null, NOW)).toEqual({ kind: 'unknown' });
    expect(keyLife('soon', NOW)).toEqual({ kind: 'unknown' });
  });
});
