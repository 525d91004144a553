import {
  AccountId,
  type Account,
  type Connected,
  type IdentifiedAccount,
  type PendingCounts,
} from '@/lib/domain/account';
import { ok, type Result } from '@/lib/domain/result';
import type { SettingItem } from '@/lib/settings/declare';
import type { ErasingEvent } from '@/lib/settings/erase';
import { covers, total } from './pending-counts';
import { accountIdOf, type FormerAccount, type StoredAccount, type StoredAccountDeps } from './stored-account';

export interface ConnectDeps extends StoredAccountDeps {
  readonly keyRejected: SettingItem<boolean>;
  /** Identifies a key's account: checks the key locally first, then asks GetSales. */
  readonly identify: (key: string, signal: AbortSignal) => Promise<Result<IdentifiedAccount>>;
  /** Counts what is pending for all accounts but this one; null includes all. */
  readonly pendingExcept: (account: AccountId | null) => Promise<Result<PendingCounts>>;
  readonly newId: () => string;
  /** Resolves once the storage areas are closed to content scripts. */
  readonly storageClosed: Promise<Result<null>>;
  /** Erases the records of all accounts but this one; null erases all. */
  readonly eraseRecords: (except: AccountId | null) => Promise<Result<null>>;
  /** Erases every stored value except the items that outlive this event. */
  readonly eraseStorage: (event: ErasingEvent) => Promise<void>;
  /** Stores what the pages paint first; called after connecting. */
  readonly onConnected: (account: Account) => Promise<void>;
}

/** Connects a key, and switches accounts if it belongs to another one. */
export function createConnect(deps: ConnectDeps, stored: StoredAccount) {
  let checking = new AbortController();
  /** A key was stored, but the former account's storage is not erased yet. */
  let isSwitchUnfinished = false;

  /**
   * Erases what is left of the former account, once this one's key is stored. Idempotent. Records that cannot be erased
   * stay the other account's: the options page offers to erase them, and they are never processed.
   */
  async function finishSwitch(account: Account): Promise<void> {
    const owner = await deps.storageOwner.getValue();
    if (owner !== null && owner.account !== account.id) {
      await deps.eraseRecords(account.id);
      await deps.eraseStorage('account-switch');
    }
    await deps.storageOwner.setValue({ account: account.id, closing: false });
    await deps.legacyAccount.remove();
    isSwitchUnfinished = false;
  }

  async function formerAccount(): Promise<FormerAccount | null> {
    const known = await stored.load();
    if (known.ok) return known.value;
    const legacy = await deps.legacyAccount.getValue();
    return legacy === null ? null : { key: null, account: legacy };
  }

  async function connect(key: string, confirmed: PendingCounts | null): Promise<Result<Connected>> {
    const closed = await deps.storageClosed;
    if (!closed.ok) return closed;
    checking = new AbortController();
    const identified = await deps.identify(key, checking.signal);
    if (!identified.ok) return identified;
    const former = await formerAccount();
    const id = accountIdOf(key, identified.value, former) ?? AccountId.parse(`unproven ${deps.newId()}`);
    const account = { ...identified.value, id };
    const pending = await deps.pendingExcept(id);
    if (!pending.ok) return pending;
    const isSwitch = former !== null && former.account.id !== id;
    const isErasing = isSwitch || total(pending.value) > 0;
    const ask = (counts: PendingCounts) =>
      ok({ state: 'confirm', account: identified.value, pending: counts } as const);
    if (isErasing && !covers(confirmed, pending.value)) return ask(pending.value);
    const inFlight = await stored.close();
    // More may have been written between the count and the close.
    const lost = await deps.pendingExcept(id);
    if (!lost.ok) return stored.reopen(lost);
    if (isErasing && !covers(confirmed, lost.value)) return stored.reopen(ask(lost.value));
    // Until this write the former key is in force, afterwards the new one.
    const written = await deps.vault.store(key, account);
    if (!written.ok) return stored.reopen(written);
    stored.forget();
    isSwitchUnfinished = true;
    if (isErasing) await deps.eraseRecords(id);
    await finishSwitch(account);
    await deps.keyRejected.setValue(false);
    await deps.onConnected(account);
    return ok({ state: 'connected', account, inFlight: isSwitch ? inFlight : [] });
  }

  return {
    connect,
    /** Stops checking a key with GetSales; the key is not stored then. */
    cancelCheck: (): void => {
      checking.abort();
    },
    finishSwitch,
    isSwitchUnfinished: () => isSwitchUnfinished,
  };
}
