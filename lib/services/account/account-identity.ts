import { LEGACY_ACCOUNT_ID, type Account, type AccountId, type IdentifiedAccount } from '@/lib/domain/account';
import type { StoredKey } from '@/lib/vault/vault';

/** A stored key whose account is known. */
export type UsableKey = StoredKey & { readonly account: Account };

/** What is known of the account that was connected last. */
export interface FormerAccount {
  /** Null when the key itself is lost. */
  readonly key: string | null;
  readonly account: Account;
}

/** The account that a key provably belongs to; null when it must be taken for another one than any before. */
export function accountIdOf(
  key: string,
  identified: IdentifiedAccount,
  former: FormerAccount | null,
): AccountId | null {
  const isFormer = former !== null && (former.key === key || isLegacySame(identified, former.account));
  return isFormer ? former.account.id : identified.id;
}

/** Version 0.1.0 knew accounts by their workspace; the user's e-mail address stands beside it. */
function isLegacySame({ teamId, email }: IdentifiedAccount, { id, teamId: formerTeam, email: formerEmail }: Account) {
  return id === LEGACY_ACCOUNT_ID && teamId !== null && teamId === formerTeam && email === formerEmail;
}
