import { LEGACY_ACCOUNT_ID, type Account, type AccountId, type IdentifiedAccount } from '@/lib/domain/account';
import type { StoredKey } from '@/lib/vault/vault';

/** A stored key whose account is known. */
export type UsableKey = StoredKey & { readonly account: Account };

/** The account that a key provably belongs to; null when it must be taken for another one than any before. */
export function accountIdOf(key: string, identified: IdentifiedAccount, known: UsableKey | null): AccountId | null {
  if (known?.key === key || (known !== null && isLegacySame(identified, known.account))) return known.account.id;
  return identified.id;
}

/** Version 0.1.0 knew accounts by their workspace; the user's e-mail address stands beside it. */
function isLegacySame({ teamId, email }: IdentifiedAccount, known: Account): boolean {
  return known.id === LEGACY_ACCOUNT_ID && teamId !== null && teamId === known.teamId && email === known.email;
}
