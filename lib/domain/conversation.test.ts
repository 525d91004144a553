import { expect, test } from 'vitest';
import { MESSAGE_MAX_LENGTH, messageLength } from './conversation';

test.each([
  ['', 0],
  ['Grüße', 5],
  ['🧺🧺', 2],
  ['a\u0301', 2],
  ['\ud83e', 1],
])('the length of %j is %i code points', (text, length) => {
  expect(messageLength(text)).toBe(length);
});

test('a message of 8,000 emoji has the maximum length', () => {
  expect(messageLength('🧺'.repeat(8_000))).toBe(MESSAGE_MAX_LENGTH);
});
