import { describe, expect, test } from 'vitest';
import { AccountId, LEGACY_ACCOUNT_ID, type Account, type IdentifiedAccount } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { accountIdOf, catchStorageErrors, type FormerAccount } from './stored-account';

const noorId = AccountId.parse('team 9, user noor');
const legacy: Account = { ...maraAccount, id: LEGACY_ACCOUNT_ID };
const identified = (change: Partial<IdentifiedAccount> = {}): IdentifiedAccount => ({ ...maraAccount, ...change });
const former = (account: Account, key: string | null = 'former key'): FormerAccount => ({ key, account });

describe('the account of a key', () => {
  test.each<[string, string, IdentifiedAccount, FormerAccount | null, AccountId | null]>([
    ['the first one', 'key', identified(), null, maraAccount.id],
    ['the first one that GetSales does not name', 'key', identified({ id: null }), null, null],
    ['another key', 'key', identified({ id: noorId }), former(maraAccount), noorId],
    ['another key that GetSales does not name', 'key', identified({ id: null }), former(maraAccount), null],
    ['the same key', 'former key', identified({ id: null }), former(maraAccount), maraAccount.id],
    ['of version 0.1.0', 'key', identified(), former(legacy), LEGACY_ACCOUNT_ID],
    ['of version 0.1.0, with its key lost', 'key', identified(), former(legacy, null), LEGACY_ACCOUNT_ID],
    ['another team’s than in version 0.1.0', 'key', identified({ teamId: 9 }), former(legacy), maraAccount.id],
    [
      'another user’s than in version 0.1.0',
      'key',
      identified({ email: 'noor@acme.test' }),
      former(legacy),
      maraAccount.id,
    ],
    [
      'of no team, as in version 0.1.0',
      'key',
      identified({ teamId: null }),
      former({ ...legacy, teamId: null }),
      maraAccount.id,
    ],
    ['of the same team and user as a later version’s', 'key', identified({ id: noorId }), former(maraAccount), noorId],
  ])('%s', (_name, key, wanted, before, id) => {
    expect(accountIdOf(key, wanted, before)).toBe(id);
  });
});

describe('a failing storage', () => {
  test('becomes an error', async () => {
    const quota = Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await catchStorageErrors(() => quota)).toEqual(err({ code: 'storage-unavailable', trouble: 'quota' }));
  });

  test('does not change an answer', async () => {
    expect(await catchStorageErrors(() => Promise.resolve(ok(7)))).toEqual(ok(7));
  });
});
