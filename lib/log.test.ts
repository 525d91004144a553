import { expect, test } from 'vitest';
import { kindOf, log } from './log';

function written(entry: Parameters<typeof log>[0]): readonly string[] {
  const lines: string[] = [];
  log(entry, { error: (...parts) => lines.push(parts.join(' ')) });
  return lines;
}

test('logs a bug as one line with event, code and reference', () => {
  expect(written({ event: 'contact.add', code: 'TypeError', reference: 'a1b2c3d4' })).toEqual([
    '[shortlist] contact.add TypeError a1b2c3d4',
  ]);
});

test.each([
  ['a sentence', 'Could not send "Hello Ana"'],
  ['an address', 'https://www.linkedin.com/in/ana-duarte-x1'],
  ['an e-mail address', 'ana@porto-verde.test'],
  ['a key', 'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE4NzI0NjcyMDB9.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw'],
])('redacts %s', (_name, data) => {
  expect(written({ event: 'detached', code: data })).toEqual(['[shortlist] detached redacted']);
});

test('keeps only the class of a thrown value', () => {
  expect(kindOf(new RangeError('Hello Ana'))).toBe('RangeError');
  expect(kindOf('Hello Ana')).toBe('string');
});
