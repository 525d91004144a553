import { expect, test } from 'vitest';
import { parseJson } from './parse-json';

test.each([
  ['lists', '[', ']', 64],
  ['lists with numbers', '[1,', ']', 64],
  ['lists with texts', '["a\\n",', ']', 64],
  ['objects', '{"a":', '}', 64],
  ['objects with texts', '{"a":"\\\\","b":', '}', 64],
  ['lists in objects', '{"a":[', ']}', 32],
])('JSON may have 64 levels of %s, and no more', (_what, open, close, times) => {
  const nested = (count: number) => `${open.repeat(count)}1${close.repeat(count)}`;
  expect(parseJson(nested(times))).toEqual(JSON.parse(nested(times)));
  expect(parseJson(nested(times + 1))).toBeUndefined();
});

test.each([
  ['lists', '[]'],
  ['objects', '{}'],
  ['brackets in texts', '"[{"'],
  ['quotes in texts', '"\\"[{"'],
  ['escapes in texts', '"\\\\"'],
])('JSON may have any number of %s beside each other', (_what, value) => {
  const text = `[${Array.from({ length: 200 }, () => value).join()}]`;
  expect(parseJson(text)).toEqual(JSON.parse(text));
});
