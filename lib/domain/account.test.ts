import { expect, test } from 'vitest';
import { Account, AccountId, LEGACY_ACCOUNT_ID } from './account';
import { maraAccount } from './testing/account';

test.each([maraAccount, { ...maraAccount, workspace: null, teamId: null, keyExpiresAt: '2027-01-01T00:00:00.000Z' }])(
  'a stored account is read back unchanged: %j',
  (account) => {
    expect(Account.parse(account)).toEqual(account);
  },
);

test('an account id has between 1 and 200 characters', () => {
  expect(AccountId.parse('x'.repeat(200))).toHaveLength(200);
  expect(AccountId.safeParse('x'.repeat(201)).success).toBe(false);
  expect(AccountId.safeParse('').success).toBe(false);
});

test('records of version 0.1.0 belong to the account "legacy"', () => {
  expect(LEGACY_ACCOUNT_ID).toBe('legacy');
});
