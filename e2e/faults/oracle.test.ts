import { expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { AddEntry, SendEntry } from '@/lib/domain/outbox-entry';
import { accountA } from '@/lib/outbox/testing/entries';
import type { AccountFacts } from './judge-accounts';
import { judge, type Facts } from './oracle';

const UUID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const KEY = 'head.claims.signature';
const base = { account: accountA, createdAt: '2026-11-23T12:00:00.000Z', settledAt: null, personName: 'A Person' };
const sendIn = (state: SendEntry['state'], id = UUID): SendEntry => ({
  ...base,
  kind: 'send',
  id: EntryId.parse(id),
  contactId: ContactId.parse(UUID),
  senderId: SenderId.parse(UUID),
  text: 'Hello ',
  dispatchedAt: null,
  baseline: [],
  skewMs: 0,
  overrides: null,
  state,
});
const addIn = (state: AddEntry['state'], id = UUID): AddEntry => ({
  ...base,
  kind: 'add',
  id: EntryId.parse(id),
  identity: LinkedInIdentity.parse({ slug: 'newcomer', memberId: null, salesId: null }),
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

const marks = { main: ['Words 1', 'account of main'], other: ['Lines 1', 'account of other'] };
const post = { keyName: 'main', path: '/flows/api/linkedin-messages' } as const;

/** One request with the connected key, and no data of the other account. */
const accounts: AccountFacts = {
  seen: [{ ...post, workspace: 'acme', what: 'Words 1 of 0' }],
  sent: [post],
  eras: [{ from: 0, keys: ['main'] }],
  marks,
  staleAnswers: [{ what: 'message.send', code: 'key-replaced' }],
  changedAnyway: [],
  erasures: [{ open: 2, agreed: 2 }],
  reported: 0,
  connected: 'main',
  atRest: 'account of main',
  hasKey: true,
};

/** A message that the user sent once, that was posted once, and that GetSales has once. */
const facts = (change: Partial<Facts> = {}): Facts => ({
  asked: [{ id: UUID, text: 'Hello ', at: 0 }],
  confirmedAdds: [],
  accepted: [],
  erased: [],
  mayBeErased: () => false,
  accounts,
  outbox: [sent],
  posted: [{ text: 'Hello ', at: 10 }],
  arrived: 1,
  messages: [{ uuid: OTHER, text: 'Hello ' }],
  listOf: () => UUID,
  areDistinct: true,
  isClockSteady: true,
  isConnected: true,
  remains: '',
  keys: [KEY],
  unexpectedHosts: [],
  errors: [],
  ...change,
});
const harms = (change: Partial<Facts> = {}): readonly string[] =>
  judge(facts(change)).map(({ harm, invariant }) => `${invariant} ${harm}`);

test('accepts a message that was posted once and exists once', () => {
  expect(harms()).toEqual([]);
});

test('finds a message doubled that was posted twice, even if it arrived once', () => {
  expect(harms({ posted: [...facts().posted, ...facts().posted] })).toContain('I1 doubled');
});

test('finds a message doubled that exists twice, even if it was posted once', () => {
  const messages = [...facts().messages, { uuid: UUID, text: 'Hello ' }];
  expect(harms({ messages })).toContain('I1 doubled');
});

test('counts messages with identical texts', () => {
  const posted = [...facts().posted, ...facts().posted];
  expect(harms({ areDistinct: false, posted })).toContain('I1 doubled');
  expect(harms({ areDistinct: false, messages: [] })).toContain('I6 wrong state');
});

test('finds a message reported as sent whose id GetSales does not have', () => {
  expect(harms({ messages: [{ uuid: UUID, text: 'Hello ' }] })).toEqual(['I6 wrong state']);
  expect(harms({ messages: [{ uuid: OTHER, text: 'Something else' }] })).toEqual(['I6 wrong state']);
});

test('finds two entries that claim the same message', () => {
  expect(harms({ outbox: [sent, { ...sent, id: EntryId.parse(OTHER) }] })).toContain('I6 wrong state');
});

test('finds an existing message reported as refused or cancelled', () => {
  const refused = sendIn({ name: 'refused', error: { code: 'offline' } });
  const cancelled = sendIn({ name: 'cancelled', why: 'by-user' });
  expect(harms({ outbox: [refused] })).toEqual(['I6 wrong state']);
  expect(harms({ outbox: [cancelled] })).toEqual(['I6 wrong state']);
  expect(harms({ outbox: [cancelled], messages: [], posted: [], arrived: 0 })).toEqual([]);
});

test('finds entries still in progress when no work is scheduled', () => {
  const messages = { messages: [], posted: [], arrived: 0 };
  expect(harms({ ...messages, outbox: [sendIn({ name: 'dispatching' })] })).toEqual(['I6 wrong state']);
  expect(harms({ ...messages, outbox: [addIn({ name: 'dispatching', tries: 0, mayHaveArrived: false })] })).toEqual([
    'I2 wrong state',
  ]);
});

test('finds a message sent more than ten minutes after it was written', () => {
  expect(harms({ posted: [{ text: 'Hello ', at: 661_000 }] })).toEqual(['I1 wrong state']);
});

test('finds an added person that GetSales does not have', () => {
  const none = { asked: [], posted: [], arrived: 0, messages: [], listOf: () => null };
  const done = addIn({ name: 'done', outcome });
  expect(harms({ ...none, outbox: [done] })).toEqual(['I2 lost']);
  expect(harms({ ...none, outbox: [], confirmedAdds: [{ id: UUID, slug: 'newcomer' }] })).toEqual(['I2 lost']);
  const replaced = addIn({ name: 'superseded', by: EntryId.parse(OTHER) });
  expect(harms({ ...none, outbox: [replaced] })).toEqual(['I2 lost']);
  expect(harms({ ...none, outbox: [addIn({ name: 'refused', error: { code: 'offline' } })] })).toEqual([]);
});

test('finds a key outside of the vault, a request to another host, and an error', () => {
  expect(harms({ remains: `{"log":"${KEY}"}` })).toEqual(['I3 leak']);
  expect(harms({ unexpectedHosts: ['https://evil.example'] })).toEqual(['I5 leak']);
  expect(harms({ errors: ['unhandled: TypeError'] })).toEqual(['I4 error']);
});

const accountHarms = (change: Partial<AccountFacts>): readonly string[] =>
  harms({ accounts: { ...accounts, ...change } });
const WRONG = ['I7 wrong account'];

test('finds data of one account sent with the key of another', () => {
  const seen = { ...post, keyName: 'other', workspace: 'labs' };
  expect(accountHarms({ seen: [{ ...seen, what: 'Words 1 of 0' }] })).toEqual(WRONG);
  expect(accountHarms({ seen: [{ ...seen, what: 'Lines 1 of 0' }] })).toEqual([]);
  expect(accountHarms({ seen: [{ ...post, workspace: null, keyName: null, what: 'Lines 1 of 0' }] })).toEqual(WRONG);
});

test('finds requests with a replaced key, and requests after signing out', () => {
  const sent = [post, { ...post, keyName: 'main' }];
  const eras = [{ from: 0, keys: ['main'] as const }];
  expect(accountHarms({ sent, eras })).toEqual([]);
  expect(accountHarms({ sent, eras: [...eras, { from: 1, keys: ['main', 'mainRenewed'] }] })).toEqual([]);
  expect(accountHarms({ sent, eras: [...eras, { from: 1, keys: ['mainRenewed'] }], connected: 'main' })).toEqual(WRONG);
  const signedOut = { connected: null, hasKey: false, atRest: '' };
  expect(accountHarms({ ...signedOut, sent, eras: [...eras, { from: 1, keys: [] }] })).toEqual(WRONG);
  expect(accountHarms({ ...signedOut, sent, eras: [...eras, { from: 2, keys: [] }] })).toEqual([]);
  expect(accountHarms({ sent: [{ keyName: null, path: post.path }] })).toEqual(WRONG);
  expect(accountHarms({ sent: [{ keyName: 'other', path: '/id/api/teams' }] })).toEqual([]);
});

test('finds a page of a former account that is not refused', () => {
  expect(accountHarms({ staleAnswers: [{ what: 'contact.add', code: 'ok' }] })).toEqual(WRONG);
  expect(accountHarms({ staleAnswers: [{ what: 'contact.add', code: 'not-connected' }] })).toEqual([]);
});

test('finds a change although the user cancelled', () => {
  expect(accountHarms({ changedAnyway: ['records were erased'] })).toEqual(WRONG);
});

test('finds open entries erased without consent or report', () => {
  expect(accountHarms({ erasures: [{ open: 3, agreed: 2 }] })).toEqual(['I7 lost']);
  expect(accountHarms({ erasures: [{ open: 3, agreed: 2 }], reported: 1 })).toEqual([]);
});

test('finds an accepted entry that is neither in the outbox nor erased', () => {
  expect(harms({ accepted: [{ id: OTHER }] })).toEqual(['I2 lost']);
  expect(harms({ accepted: [{ id: OTHER }], mayBeErased: (id) => id === OTHER })).toEqual([]);
});

test('finds an erased entry that was carried out, and an entry erased as sent that does not exist', () => {
  const gone = { asked: facts().asked, outbox: [] };
  const queued = sendIn({ name: 'queued', sendAt: '2026-11-23T12:00:05.000Z', blockedBy: null });
  expect(harms({ ...gone, erased: [queued] })).toEqual(WRONG);
  expect(harms({ ...gone, erased: [sent] })).toEqual([]);
  expect(harms({ ...gone, erased: [sent], messages: [] })).toEqual(['I6 lost']);
  expect(harms({ ...gone, erased: [queued], messages: [], posted: [], arrived: 0 })).toEqual([]);
});

test('finds stored data of another account at the end', () => {
  const signedOut = { connected: null, hasKey: false, atRest: '', sent: [], eras: [{ from: 1, keys: [] }] };
  expect(accountHarms(signedOut)).toEqual([]);
  expect(accountHarms({ ...signedOut, atRest: 'account of main' })).toEqual(WRONG);
  expect(accountHarms({ ...signedOut, hasKey: true })).toEqual(WRONG);
  expect(accountHarms({ atRest: 'account of main, and Lines 1 of the other' })).toEqual(WRONG);
  expect(accountHarms({ connected: 'other', atRest: 'account of other' })).toEqual(WRONG);
});
