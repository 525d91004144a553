import { expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity';
import { ContactId, IntentId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { AddIntent, SendIntent } from '@/lib/domain/intent';
import { accountA } from '@/lib/journal/testing/intents';
import { judge, type Facts } from './oracle';

const UUID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const KEY = 'head.claims.signature';
const base = { account: accountA, createdAt: '2026-11-23T12:00:00.000Z', settledAt: null, personName: 'Somebody' };
const sendIn = (state: SendIntent['state'], id = UUID): SendIntent => ({
  ...base,
  kind: 'send',
  id: IntentId.parse(id),
  contactId: ContactId.parse(UUID),
  senderId: SenderId.parse(UUID),
  text: 'Hello ',
  baseline: [],
  skewMs: 0,
  overrides: null,
  state,
});
const addIn = (state: AddIntent['state'], id = UUID): AddIntent => ({
  ...base,
  kind: 'add',
  id: IntentId.parse(id),
  identity: LinkedInIdentity.parse({ slug: 'somebody', memberId: null, salesId: null }),
  listId: ListId.parse(UUID),
  listName: 'A list',
  draft: {},
  ifPresent: 'keep',
  state,
});
const sent = sendIn({ name: 'sent', messageId: MessageId.parse(OTHER) });
const outcome = {
  effect: 'created',
  contactId: ContactId.parse(UUID),
  listId: null,
  listName: null,
  undoUntil: null,
} as const;

/** A message that was pressed once, left once, and is there once. */
const facts = (change: Partial<Facts> = {}): Facts => ({
  asked: [{ id: UUID, text: 'Hello ', at: 0 }],
  confirmedAdds: [],
  journal: [sent],
  posted: [{ text: 'Hello ', at: 10 }],
  arrived: 1,
  messages: [{ uuid: OTHER, text: 'Hello ' }],
  listOf: () => UUID,
  areDistinct: true,
  isClockSteady: true,
  isConnected: true,
  remains: '',
  key: KEY,
  strangers: [],
  errors: [],
  ...change,
});
const harms = (change: Partial<Facts> = {}): readonly string[] =>
  judge(facts(change)).map(({ harm, invariant }) => `${invariant} ${harm}`);

test('a message that left once and is there once is fine', () => {
  expect(harms()).toEqual([]);
});

test('a message that left twice is doubled, even if it arrived once', () => {
  expect(harms({ posted: [...facts().posted, ...facts().posted] })).toContain('I1 doubled');
});

test('a message that is there twice is doubled, even if it left once', () => {
  const messages = [...facts().messages, { uuid: UUID, text: 'Hello ' }];
  expect(harms({ messages })).toContain('I1 doubled');
});

test('identical words are counted', () => {
  const posted = [...facts().posted, ...facts().posted];
  expect(harms({ areDistinct: false, posted })).toContain('I1 doubled');
  expect(harms({ areDistinct: false, messages: [] })).toContain('I6 wrong state');
});

test('a message is not sent without an id that GetSales has', () => {
  expect(harms({ messages: [{ uuid: UUID, text: 'Hello ' }] })).toEqual(['I6 wrong state']);
  expect(harms({ messages: [{ uuid: OTHER, text: 'Something else' }] })).toEqual(['I6 wrong state']);
});

test('two intents cannot have been sent as one message', () => {
  expect(harms({ journal: [sent, { ...sent, id: IntentId.parse(OTHER) }] })).toContain('I6 wrong state');
});

test('a message that is there was neither refused nor cancelled', () => {
  const refused = sendIn({ name: 'refused', error: { code: 'offline' } });
  const cancelled = sendIn({ name: 'cancelled', why: 'taken-back' });
  expect(harms({ journal: [refused] })).toEqual(['I6 wrong state']);
  expect(harms({ journal: [cancelled] })).toEqual(['I6 wrong state']);
  expect(harms({ journal: [cancelled], messages: [], posted: [], arrived: 0 })).toEqual([]);
});

test('nothing is still under way when nothing is due any more', () => {
  const messages = { messages: [], posted: [], arrived: 0 };
  expect(harms({ ...messages, journal: [sendIn({ name: 'dispatching' })] })).toEqual(['I6 wrong state']);
  expect(harms({ ...messages, journal: [addIn({ name: 'dispatching' })] })).toEqual(['I2 wrong state']);
});

test('a message does not leave by itself more than ten minutes later', () => {
  expect(harms({ posted: [{ text: 'Hello ', at: 661_000 }] })).toEqual(['I1 wrong state']);
});

test('a person who was put on a list is there', () => {
  const none = { asked: [], posted: [], arrived: 0, messages: [], listOf: () => null };
  const done = addIn({ name: 'done', outcome });
  expect(harms({ ...none, journal: [done] })).toEqual(['I2 lost']);
  expect(harms({ ...none, journal: [], confirmedAdds: [{ id: UUID, slug: 'somebody' }] })).toEqual(['I2 lost']);
  const replaced = addIn({ name: 'replaced', by: IntentId.parse(OTHER) });
  expect(harms({ ...none, journal: [replaced] })).toEqual(['I2 lost']);
  expect(harms({ ...none, journal: [addIn({ name: 'refused', error: { code: 'offline' } })] })).toEqual([]);
});

test('the key lies nowhere, nobody else is asked, and nothing breaks', () => {
  expect(harms({ remains: `{"log":"${KEY}"}` })).toEqual(['I3 leak']);
  expect(harms({ strangers: ['https://evil.example'] })).toEqual(['I5 leak']);
  expect(harms({ errors: ['unhandled: TypeError'] })).toEqual(['I4 error']);
});
