import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { judge } from './judge';
import { factsWith, KEY, logged, messageSent, post } from './testing-facts';

const harms = (change: Parameters<typeof factsWith>[1]): readonly string[] =>
  judge(factsWith(messageSent, change)).map(({ harm, invariant }) => `${invariant} ${harm}`);
const stored = (text: string, mayHaveContents = true) => ({
  secrets: { stored: [{ where: 'a log', text, mayHaveContents }] },
});

test.each([
  ['the whole key', KEY],
  ['its signature', KEY.split('.')[2] ?? ''],
  ['twenty characters of it', KEY.slice(31, 51)],
  ['the key in base64', Buffer.from(KEY).toString('base64')],
  ['the key in hex', Buffer.from(KEY).toString('hex')],
  ['the key reversed', Array.from(KEY).reverse().join('')],
])('finds %s in a stored text', (_what, text) => {
  expect(harms(stored(`{"field":"${text}"}`))).toEqual(['I3 leak']);
});

test('finds a message where none belongs', () => {
  expect(harms(stored('Hello', false))).toEqual(['I3 leak']);
  expect(harms(stored('Hello', true))).toEqual([]);
});

test('finds a key in an address or a body, and another host', () => {
  expect(harms({ server: { seen: [logged(post(), { query: `key=${KEY}` })] } })).toEqual(['I3 leak']);
  expect(harms({ secrets: { unexpectedHosts: ['https://evil.example'] } })).toEqual(['I5 leak']);
});

test('passes reported errors on', () => {
  expect(harms({ errors: ['unhandled: TypeError'] })).toEqual(['I4 error']);
  expect(harms({ errors: ['send-not-settled'] })).toEqual(['I4 error']);
  expect(harms({ errors: ['send-not-settled'], conditions: { hasSecondWorker: true } })).toEqual([]);
});

test('finds a device key that scripts can read', () => {
  const stored = [{ where: 'the vault', text: '[{"extractable":true}]', mayHaveContents: false }];
  expect(judge(factsWith(messageSent, { secrets: { stored } }))).toEqual([
    { harm: 'leak', invariant: 'I3', what: 'the key that encrypts can be read in the vault' },
  ]);
});
