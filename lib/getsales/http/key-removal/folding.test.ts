import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithPositions } from './folding';

const CASES: readonly (readonly [string, string])[] = [
  ['Ab-1_c', 'ab-1_c'],
  ['a+b/c+d/e', 'a-b_c-d_e'],
  ['a b.c\n,d="e"', 'abcde'],
  ['ａｂ１', 'ab1'],
  ['é\u200bf\u00adg', 'efg'],
  ['%61%62', 'ab'],
  ['%u0061%U0062', 'ab'],
  ['%0061', 'a'],
  ['%2561', 'a'],
  ['%252561', 'a'],
  ['%25252561', '61'],
  ['&#97;&#98&#0099;', 'abc'],
  ['&#x61;&#X62&#x0063;', 'abc'],
  ['&#1114112;&#x110000;', '1114112x110000'],
  ['&#1114111;a', 'a'],
  ['&amp;#97;', 'a'],
  ['&AMP;#97;', 'a'],
  ['&num;97&semi;', '97'],
  ['&amp;&num;97;', 'a'],
  ['&amp;#97&semi;b', 'ab'],
  ['&percnt;61', 'a'],
  ['&bsol;u0061', 'a'],
  ['a&period;b', 'ab'],
  ['a&lowbar;b&underbar;c', 'a_b_c'],
  ['a&hyphen;b&dash;c', 'a-b-c'],
  ['a&nbsp;b&ensp;c&emsp;d&thinsp;e', 'abcde'],
  ['a&shy;b&zwj;c&zwnj;d', 'abcd'],
  ['a&tab;b&newline;c', 'abc'],
  ...['period', 'nbsp', 'ensp', 'emsp', 'thinsp', 'shy', 'zwj', 'zwnj', 'tab', 'newline'].map(
    (name) => [`&amp;&${name};#97;`, '97'] as const,
  ),
  ['&amp;\\n#97;', '97'],
  ['a&copy;b', 'acopyb'],
  ['\\u0061\\u{62}\\x63\\u{0064}', 'abcd'],
  ['a\\nb\\rc\\td', 'abcd'],
  ['a\\bc', 'abc'],
  ['100% & more \\', '100more'],
];

describe('a text', () => {
  test.each(CASES)('%j is searched as %j', (text, plain) => {
    expect(fold(text)).toBe(plain);
    expect(foldWithPositions(text).plain).toBe(plain);
  });

  test('is searched in the same form, with and without positions', () => {
    const part = fc.oneof(fc.constantFrom(...CASES.map(([text]) => text)), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const text = parts.join('');
        const { plain, starts, ends } = foldWithPositions(text);
        expect(plain).toBe(fold(text));
        expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
      }),
    );
  });
});

describe('each character of a folded text', () => {
  test.each<[string, string, readonly string[]]>([
    ['a b', 'ab', ['a', 'b']],
    ['x%61y', 'xay', ['x', '%61', 'y']],
    ['x%2561y', 'xay', ['x', '%2561', 'y']],
    ['x&#97;&nbsp;y', 'xay', ['x', '&#97;', 'y']],
    ['xﬁy', 'xfiy', ['x', 'ﬁ', 'ﬁ', 'y']],
    ['-+_/', '--__', ['-', '+', '_', '/']],
  ])('of %j has its place in it', (text, plain, sources) => {
    const folded = foldWithPositions(text);
    expect(folded.plain).toBe(plain);
    expect(folded.starts.map((start, at) => text.slice(start, folded.ends[at]))).toEqual(sources);
  });

  test('has its place also beside what is skipped', () => {
    const text = 'x<b>y</b>%61';
    const { plain, starts, ends } = foldWithPositions(text, /<[^<>]*>/gu);
    expect(plain).toBe('xya');
    expect(starts.map((start, at) => text.slice(start, ends[at]))).toEqual(['x', 'y', '%61']);
  });
});
