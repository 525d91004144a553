import { expect, test } from 'vitest';
import { isSameText } from './same-text';

test.each([
  ['composed and decomposed letters', 'caf\u00e9', 'cafe\u0301', true],
  ['line endings', 'one\r\ntwo\rthree', 'one\ntwo\nthree', true],
  ['surrounding space', '  hello\n', 'hello', true],
  ['inner space', 'hello  there', 'hello there', false],
  ['case', 'Hello', 'hello', false],
  ['an invisible character', 'hello', 'hel\u200blo', false],
])('comparing texts, %s: %s and %s are the same message: %s', (_name, a, b, same) => {
  expect(isSameText(a, b)).toBe(same);
});
