import type { Account, Session } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import type { SettingItem } from '@/lib/settings/declare';
import type { Vault } from '@/lib/vault/vault';

export interface SessionService {
  get(): Promise<Session>;
  /** Checks the key with GetSales, and stores it only then. On any failure the key before stays in force. */
  connect(key: string): Promise<Result<Account>>;
  /** Erases the key and everything that belongs to its workspace from this browser. */
  signOut(): Promise<Result<null>>;
  /** GetSales said 401: remembered, so that nothing asks again with this key. */
  reject(): Promise<void>;
}

export interface SessionDeps {
  readonly vault: Vault;
  readonly account: SettingItem<Account | null>;
  readonly keyRejected: SettingItem<boolean>;
  /** Whose key this is, by GetSales' own word. */
  readonly identify: (key: string) => Promise<Result<Account>>;
  /** Settled once the storage areas are closed to content scripts. */
  readonly storageClosed: Promise<Result<null>>;
  /** Erases every stored item and journal that goes with the key. */
  readonly eraseAll: () => Promise<Result<null>>;
  /** What the pages paint first; told after connecting. */
  readonly onConnected: (account: Account) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Who is connected. The truth is the vault and the stored account; nothing is held in memory. */
export function createSession(deps: SessionDeps): SessionService {
  const { vault, account, keyRejected, changed } = deps;
  return {
    async get() {
      const known = await account.getValue();
      if (known === null) return { state: 'disconnected' };
      return (await keyRejected.getValue())
        ? { state: 'rejected', account: known }
        : { state: 'connected', account: known };
    },
    async connect(pasted) {
      const key = pasted.trim();
      const closed = await deps.storageClosed;
      if (!closed.ok) return closed;
      const identified = await deps.identify(key);
      if (!identified.ok) return identified;
      const stored = await vault.store(key);
      if (!stored.ok) return stored;
      const before = await account.getValue();
      const isOtherWorkspace = before !== null && before.teamId !== identified.value.teamId;
      if (isOtherWorkspace) {
        const erased = await deps.eraseAll();
        if (!erased.ok) return erased;
      }
      await account.setValue(identified.value);
      await keyRejected.setValue(false);
      await deps.onConnected(identified.value);
      await changed();
      return ok(identified.value);
    },
    async signOut() {
      const erasedKey = await vault.erase();
      const erasedRest = await deps.eraseAll();
      await changed();
      return erasedKey.ok ? erasedRest : err(erasedKey.error);
    },
    async reject() {
      if (await keyRejected.getValue()) return;
      await keyRejected.setValue(true);
      await changed();
    },
  };
}
