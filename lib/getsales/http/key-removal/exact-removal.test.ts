import { describe, expect, test } from 'vitest';
import { base64, chars, header, key, payload, signature } from '../../testing/repeated-key';
import { createKeyRemover, KEY_PLACEHOLDER, keyRemoverFor } from './key-remover';

const remover = createKeyRemover(key);
const hex = (text: string) => Buffer.from(text).toString('hex');
const BLOCK = 8_192;

/** Words that no key contains. */
const words = (length: number) => 'zz '.repeat(length).slice(0, length);

describe('a part of the key', () => {
  test.each(Array.from({ length: 9 }, (_, before) => before))('is removed alone after %i characters', (before) => {
    const text = (part: string) => `${'z'.repeat(before)}${part}${'z'.repeat(9 - before)}`;
    expect(remover.text(text(signature.slice(3, 17)))).toBe(text(KEY_PLACEHOLDER));
    expect(remover.text(text(signature.slice(3, 16)))).toBe(text(signature.slice(3, 16)));
  });

  test('may be the whole text', () => {
    expect(remover.text(signature.slice(3, 17))).toBe(KEY_PLACEHOLDER);
    expect(remover.text(signature.slice(3, 16))).toBe(signature.slice(3, 16));
  });

  test('is removed everywhere in JSON', () => {
    expect(remover.json(key)).toBe(KEY_PLACEHOLDER);
    expect(remover.json([1, key])).toEqual([1, KEY_PLACEHOLDER]);
    expect(remover.json({ a: { b: [null, { c: key }] } })).toEqual({ a: { b: [null, { c: KEY_PLACEHOLDER }] } });
    expect(remover.json({ [key]: 1 })).toEqual({ [KEY_PLACEHOLDER]: 1 });
  });
});

describe('in a long text the key is removed', () => {
  const STARTS = [0, 1, BLOCK - key.length, BLOCK - 20, BLOCK - 1, BLOCK, 2 * BLOCK - 20, 2 * BLOCK, 3 * BLOCK - 1];

  test.each(STARTS)('after %i characters', (start) => {
    expect(remover.text(words(start) + key + words(40_000))).toBe(words(start) + KEY_PLACEHOLDER + words(40_000));
    expect(remover.text(words(start) + key)).toBe(words(start) + KEY_PLACEHOLDER);
  });

  test.each([10, BLOCK, 2 * BLOCK, 3 * BLOCK, 5 * BLOCK])('twice, %i characters apart', (between) => {
    const text = (part: string) => [words(100), words(between), words(BLOCK)].join(part);
    expect(remover.text(text(key))).toBe(text(KEY_PLACEHOLDER));
  });

  test('with tags in it, far from another one', () => {
    const text = (part: string) => [words(100), words(5 * BLOCK), words(100)].join(part);
    expect(remover.text(text(key.replace(/.{9}(?=.)/gu, '$&<b>')))).toBe(text(KEY_PLACEHOLDER));
  });
});

describe('what many tokens share', () => {
  const other = `${header}.${payload.slice(0, 19)}0.${'A'.repeat(43)}`;
  const ENCODED: readonly (readonly [string, string])[] = [
    ['as it is', other],
    ['hexadecimal', hex(other)],
    ['base64', base64(other)],
    ['base64, one byte later', base64(` ${other}`)],
    ['base64, two bytes later', base64(`: ${other}`)],
  ];

  test.each(ENCODED)('is kept: %s', (_encoding, token) => {
    const url = `https://cdn.test/a?token=${token}`;
    expect(remover.json({ url })).toEqual({ url });
  });

  test('is kept also after the key', () => {
    expect(remover.text(`${key} and ${other}`)).toBe(`${KEY_PLACEHOLDER} and ${other}`);
  });

  test('is removed with the first character that follows it', () => {
    const begun = `${header}.${payload.slice(0, 20)}`;
    expect(remover.text(begun)).toBe(KEY_PLACEHOLDER);
    expect(remover.text(hex(begun))).toBe(KEY_PLACEHOLDER);
  });
});

test('an answer with markup stays the same object', () => {
  const answer = { about: '<p>Hello there, <b>friend</b> of fairs</p>' };
  expect(remover.json(answer)).toBe(answer);
});

describe('a key without parts', () => {
  const opaque = 'Zk3vQ9wLx7RtB2mN8pHs4Yc6Jd1Gf5Ua';

  test.each<[string, string]>([
    ['as it is', opaque],
    ['its first 14 characters', opaque.slice(0, 14)],
    ['hexadecimal', hex(opaque.slice(0, 12))],
    ['base64', base64(opaque.slice(0, 12))],
    ['whole in base64', base64(opaque).replace(/=+$/u, '')],
    ['percent-encoded', chars(opaque, (code) => `%${code.toString(16)}`)],
  ])('is removed: %s', (_encoding, text) => {
    expect(createKeyRemover(opaque).text(text)).toBe(KEY_PLACEHOLDER);
  });

  test('is too short below 16 characters', () => {
    expect(createKeyRemover(opaque.slice(0, 16)).text(hex(opaque))).toContain(KEY_PLACEHOLDER);
    expect(createKeyRemover(opaque.slice(0, 15)).text(hex(opaque))).toBe(hex(opaque));
  });
});

test('the remover of a key is kept until another key is used', () => {
  const first = keyRemoverFor(key);
  expect(keyRemoverFor(key)).toBe(first);
  expect(keyRemoverFor('another key that is long').text(key)).toBe(key);
  expect(keyRemoverFor(key).text(key)).toBe(KEY_PLACEHOLDER);
});
