import {
  LEGACY_ACCOUNT_ID,
  type Account,
  type AccountId,
  type IdentifiedAccount,
  type InFlightReport,
} from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/app-error';
import type { SettingItem } from '@/lib/settings/declare';
import type { StoredKey, Vault } from '@/lib/vault/vault';
import type { AccountServices } from '../worker/account-services';
import { inFlightEntries, inFlightReports } from './in-flight-reports';

/** A stored key whose account is known. */
export type UsableKey = StoredKey & { readonly account: Account };

/** The account that was connected last. */
export interface FormerAccount {
  /** Null when the key itself is lost. */
  readonly key: string | null;
  readonly account: Account;
}

export interface StoredAccountDeps {
  readonly vault: Vault;
  readonly legacyAccount: SettingItem<Account | null>;
  readonly storageOwner: SettingItem<{ readonly account: AccountId; readonly closing: boolean } | null>;
  readonly open: (stored: UsableKey) => AccountServices;
}

/** The account of the stored key, and the services that work with it. The vault is the truth; memory only caches it. */
export function createStoredAccount({ vault, legacyAccount, storageOwner, open }: StoredAccountDeps) {
  let opened: AccountServices | null = null;

  /** The stored key with its account; `not-connected` without one, `key-unreadable` if the browser deleted it. */
  async function load(): Promise<Result<UsableKey>> {
    const known = await vault.load();
    if (!known.ok) return known;
    if (known.value === null) {
      // Connecting and signing out change both together.
      const owner = await storageOwner.getValue();
      return err({ code: owner === null || owner.closing ? 'not-connected' : 'key-unreadable' });
    }
    const account = known.value.account ?? (await legacyAccount.getValue());
    return account === null ? err({ code: 'key-unreadable' }) : ok({ ...known.value, account });
  }

  return {
    load,
    /** The services for the stored key: the same until another key is stored. */
    current: (): Promise<Result<AccountServices>> =>
      catchStorageErrors(async () => {
        const known = await load();
        if (!known.ok) return known;
        if (opened?.generation.id !== known.value.generation) {
          // Another worker stored a key since.
          void opened?.generation.close();
          opened = open(known.value);
        }
        return opened.generation.closed.aborted ? err({ code: 'key-replaced' }) : ok(opened);
      }),
    isCurrent: (generation: string): boolean =>
      opened?.generation.id === generation && !opened.generation.closed.aborted,
    /**
     * Closes the key: no more requests are sent with it, and once this resolves nothing is written for its account. Answers
     * with the writes that were sent.
     */
    async close(): Promise<readonly InFlightReport[]> {
      const closing = opened;
      const entries = closing === null ? [] : inFlightEntries(closing);
      const closed = closing?.generation.close();
      const owner = await storageOwner.getValue().catch(() => null);
      // A failed write here must not prevent erasing.
      if (owner !== null) await storageOwner.setValue({ ...owner, closing: true }).catch(() => undefined);
      const named = (await closed) ?? [];
      return closing === null ? [] : [...(await inFlightReports(entries, closing)), ...named];
    },
    /** Puts the closed key back into use, and passes the answer on. */
    async reopen<T>(answer: T): Promise<T> {
      opened = null;
      const owner = await storageOwner.getValue();
      if (owner !== null) await storageOwner.setValue({ ...owner, closing: false });
      return answer;
    },
    /** After the key was replaced or erased. */
    forget(): void {
      opened = null;
    },
  };
}

export type StoredAccount = ReturnType<typeof createStoredAccount>;

/** The account that a key provably belongs to; null when it must be treated as a new one. */
export function accountIdOf(
  key: string,
  identified: IdentifiedAccount,
  former: FormerAccount | null,
): AccountId | null {
  const isFormer = former !== null && (former.key === key || isSameLegacy(identified, former.account));
  return isFormer ? former.account.id : identified.id;
}

/** Version 0.1.0 knew accounts by their workspace; it stored the user's e-mail address as well. */
function isSameLegacy({ teamId, email }: IdentifiedAccount, { id, teamId: formerTeam, email: formerEmail }: Account) {
  return id === LEGACY_ACCOUNT_ID && teamId !== null && teamId === formerTeam && email === formerEmail;
}

/** Turns the rejections of the extension's storage into errors. */
export async function catchStorageErrors<T>(task: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await task();
  } catch (thrown) {
    return err(troubleOf(thrown));
  }
}
