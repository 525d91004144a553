import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64, ENCODINGS, header, holdsFragment, key, payload, signature } from '../../testing/repeated-key';
import { createKeyRemover, KEY_PLACEHOLDER } from './key-remover';

const remover = createKeyRemover(key);

const PARTS: readonly (readonly [string, string])[] = [
  ['the key', key],
  ['the payload', payload],
  ['the signature', signature],
  ['the payload and the signature', `${payload}.${signature}`],
  ['its first half', key.slice(0, key.length / 2)],
  ['the first 20 characters of the payload', payload.slice(0, 20)],
  ['the last 20 characters of the payload', payload.slice(-20)],
  ['the first 20 characters of the signature', signature.slice(0, 20)],
  ['the last 16 characters', key.slice(-16)],
  ['16 characters from its middle', key.slice(120, 136)],
];

describe('the key in a text', () => {
  test.each(ENCODINGS.flatMap(([encoding, encode]) => PARTS.map(([part, text]) => [part, encoding, encode(text)])))(
    'is removed: %s, %s',
    (_part, _encoding, text) => {
      const cleaned = remover.text(`Bearer ${text} is not valid`);
      expect(cleaned).toContain(KEY_PLACEHOLDER);
      expect(holdsFragment(cleaned)).toBe(false);
    },
  );

  test('leaves the words around it unchanged', () => {
    expect(remover.text(`Bearer ${key} no`)).toBe(`Bearer ${KEY_PLACEHOLDER} no`);
    expect(remover.text(`${key}, ${base64(key.slice(60))}.`)).toMatch(
      /^\[key removed\], \S{0,4}\[key removed\]\S{0,4}\.$/u,
    );
    expect(remover.text(`<p title="${key}">No</p>`)).toBe(`<p title="${KEY_PLACEHOLDER}">No</p>`);
  });

  test('is removed from property names and at every level of JSON', () => {
    const answer = { error: { message: `Bearer ${key} no`, data: { [key]: [{ deep: key }, 1, null] } } };
    expect(remover.json(answer)).toEqual({
      error: {
        message: `Bearer ${KEY_PLACEHOLDER} no`,
        data: { [KEY_PLACEHOLDER]: [{ deep: KEY_PLACEHOLDER }, 1, null] },
      },
    });
  });
});

describe('a text without the key', () => {
  test.each([
    ['words', 'Head of Procurement, building fair supply chains & more: 100% of 5 < 6 > 4 \\o/'],
    [
      'another token with the same header',
      `https://cdn.test/a?token=${header}.eyJ1cmwiOiJhIn0.c2lnbmF0dXJlLW9mLXNvbWVib2R5`,
    ],
    ['a token that begins with the same claim', `${header}.${payload.slice(0, 19)}X.${'A'.repeat(43)}`],
    ['the tail that the options page shows', `…${key.slice(-4)}`],
    ['ids', 'ACoAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764 7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001'],
    ['markup', '<p>Hello <b>you</b> &amp; me&nbsp;&#8364;</p>'],
    ['broken escapes', '%zz%4 &#99999999; &#x110000; \\uD800 %'],
  ])('stays unchanged: %s', (_name, text) => {
    expect(remover.text(text)).toBe(text);
  });

  test('stays the same object', () => {
    const answer = { data: [{ name: 'Ana Duarte', about: 'Founder, gardener, slow reader.' }], total: 1 };
    expect(remover.json(answer)).toBe(answer);
  });

  test('stays unchanged, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(remover.json(value)).toBe(value);
      }),
    );
  });

  test('stays unchanged when there is no real key', () => {
    for (const short of ['', 'a.b.c', 'no key']) expect(createKeyRemover(short).text(`Bearer ${key}`)).toContain(key);
  });
});
