import { expect, test } from 'vitest';
import { judgeAccounts, type AccountFacts } from './accounts';
import { messageSent } from './testing-facts';

const { accounts } = messageSent;
const post = { keyName: 'main', path: '/flows/api/linkedin-messages' } as const;
const harms = (change: Partial<AccountFacts>): readonly string[] =>
  judgeAccounts({ ...accounts, ...change }).map(({ harm, invariant }) => `${invariant} ${harm}`);
const WRONG = ['I7 wrong account'];

test('finds data of one account sent with the key of another', () => {
  const seen = { ...post, keyName: 'other', workspace: 'labs' };
  expect(harms({ seen: [{ ...seen, what: 'Words 1 of 0' }] })).toEqual(WRONG);
  expect(harms({ seen: [{ ...seen, what: 'Lines 1 of 0' }] })).toEqual([]);
  expect(harms({ seen: [{ ...post, workspace: null, keyName: null, what: 'Lines 1 of 0' }] })).toEqual(WRONG);
});

test('finds requests with a replaced key, and requests after signing out', () => {
  const sent = [post, { ...post, keyName: 'main' }];
  const keyPeriods = [{ from: 0, keys: ['main'] as const }];
  expect(harms({ sent, keyPeriods })).toEqual([]);
  expect(harms({ sent, keyPeriods: [...keyPeriods, { from: 1, keys: ['main', 'mainRenewed'] }] })).toEqual([]);
  expect(harms({ sent, keyPeriods: [...keyPeriods, { from: 1, keys: ['mainRenewed'] }], connected: 'main' })).toEqual(
    WRONG,
  );
  const signedOut = { connected: null, hasKey: false, atRest: '' };
  expect(harms({ ...signedOut, sent, keyPeriods: [...keyPeriods, { from: 1, keys: [] }] })).toEqual(WRONG);
  expect(harms({ ...signedOut, sent, keyPeriods: [...keyPeriods, { from: 2, keys: [] }] })).toEqual([]);
  expect(harms({ sent: [{ keyName: null, path: post.path }] })).toEqual(WRONG);
  expect(harms({ sent: [{ keyName: 'other', path: '/id/api/teams' }] })).toEqual([]);
});

test('finds a page of a former account that is not refused', () => {
  expect(harms({ staleAnswers: [{ what: 'contact.add', code: 'ok' }] })).toEqual(WRONG);
  expect(harms({ staleAnswers: [{ what: 'contact.add', code: 'not-connected' }] })).toEqual([]);
});

test('finds a change although the user cancelled', () => {
  expect(harms({ changedAnyway: ['records were erased'] })).toEqual(WRONG);
});

test('finds open entries erased without consent or report', () => {
  expect(harms({ erasures: [{ open: 3, agreed: 2 }] })).toEqual(['I7 lost']);
  expect(harms({ erasures: [{ open: 3, agreed: 2 }], reported: 1 })).toEqual([]);
});

test('finds stored data of another account at the end', () => {
  const signedOut = { connected: null, hasKey: false, atRest: '', sent: [], keyPeriods: [{ from: 1, keys: [] }] };
  expect(harms(signedOut)).toEqual([]);
  expect(harms({ ...signedOut, atRest: 'account of main' })).toEqual(WRONG);
  expect(harms({ ...signedOut, hasKey: true })).toEqual(WRONG);
  expect(harms({ atRest: 'account of main, and Lines 1 of the other' })).toEqual(WRONG);
  expect(harms({ connected: 'other', atRest: 'account of other' })).toEqual(WRONG);
});
