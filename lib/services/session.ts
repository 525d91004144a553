import type { Account, Session } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/storage-trouble';
import type { SettingItem } from '@/lib/settings/declare';
import type { Vault } from '@/lib/vault/vault';

export interface SessionService {
  get(): Promise<Result<Session>>;
  /** Whether GetSales may be asked at all: a key is stored, readable, and was not rejected since. */
  usable(): Promise<Result<null>>;
  /** Checks the key with GetSales, and stores it only then. On any failure the key before stays in force. */
  connect(key: string): Promise<Result<Account>>;
  /** Erases the key and everything that belongs to its workspace from this browser. */
  signOut(): Promise<Result<null>>;
  /** GetSales said 401: remembered, so that nothing asks again with this key. */
  reject(): Promise<Result<null>>;
}

export interface SessionDeps {
  readonly vault: Vault;
  readonly account: SettingItem<Account | null>;
  readonly keyRejected: SettingItem<boolean>;
  /** Whose key this is: looked at locally first, then by GetSales' own word. */
  readonly identify: (key: string) => Promise<Result<Account>>;
  /** Settled once the storage areas are closed to content scripts. */
  readonly storageClosed: Promise<Result<null>>;
  readonly eraseJournal: () => Promise<Result<null>>;
  /** Forgets every cache and removes every stored item that goes with the key. */
  readonly eraseItems: () => Promise<void>;
  /** What the pages paint first; told after connecting. */
  readonly onConnected: (account: Account) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Who is connected. The truth is the vault and the stored account; nothing is held in memory. */
export function createSession(deps: SessionDeps): SessionService {
  const { vault, account, keyRejected, changed } = deps;

  const get = (): Promise<Result<Session>> =>
    onDisk<Session>(async () => {
      const known = await account.getValue();
      if (known === null) return ok({ state: 'disconnected' });
      return ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account: known });
    });

  return {
    get,
    async usable() {
      const session = await get();
      if (!session.ok) return session;
      if (session.value.state === 'disconnected') return err({ code: 'not-connected' });
      if (session.value.state === 'rejected') return err({ code: 'key-rejected' });
      const key = await vault.load();
      if (!key.ok) return key;
      return key.value === null ? err({ code: 'not-connected' }) : ok(null);
    },
    connect: (pasted) =>
      onDisk(async () => {
        const key = pasted.trim();
        const closed = await deps.storageClosed;
        if (!closed.ok) return closed;
        const identified = await deps.identify(key);
        if (!identified.ok) return identified;
        const before = await account.getValue();
        const isOtherWorkspace = before !== null && before.teamId !== identified.value.teamId;
        if (isOtherWorkspace) {
          const erased = await deps.eraseJournal();
          if (!erased.ok) return erased;
        }
        const stored = await vault.store(key);
        if (!stored.ok) return stored;
        if (isOtherWorkspace) await deps.eraseItems();
        await account.setValue(identified.value);
        await keyRejected.setValue(false);
        await deps.onConnected(identified.value);
        await changed();
        return identified;
      }),
    signOut: () =>
      onDisk<null>(async () => {
        // Each is tried even when another fails: what can be erased is erased.
        const erased = [
          await vault.erase(),
          await onDisk<null>(async () => {
            await deps.eraseItems();
            return ok(null);
          }),
          await deps.eraseJournal(),
        ];
        await changed();
        return erased.find((each) => !each.ok) ?? ok(null);
      }),
    reject: () =>
      onDisk(async () => {
        // An answer may come after signing out; then there is no key to reject.
        if ((await account.getValue()) === null || (await keyRejected.getValue())) return ok(null);
        await keyRejected.setValue(true);
        await changed();
        return ok(null);
      }),
  };
}

/** The extension's storage rejects where everything else here answers with data. */
async function onDisk<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act();
  } catch (thrown) {
    return err(troubleOf(thrown));
  }
}
