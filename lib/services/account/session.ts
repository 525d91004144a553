import {
  AccountId,
  type Account,
  type Connected,
  type IdentifiedAccount,
  type PendingCounts,
  type Session,
  type SignedOut,
  type WireReport,
} from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/storage-trouble';
import type { SettingItem } from '@/lib/settings/declare';
import type { ErasingEvent } from '@/lib/settings/erase';
import type { Vault } from '@/lib/vault/vault';
import { accountIdOf, type FormerAccount, type UsableKey } from './account-identity';
import type { AccountServices } from '../worker/account-services';
import { covers, total } from './pending-counts';
import { actsUnderWay, wireReports } from './wire-reports';

export interface SessionService {
  get(): Promise<Result<Session>>;
  /** The account of the stored key, also while that key is being replaced; null without one that can be read. */
  accountId(): Promise<Result<AccountId | null>>;
  /** What works with the stored key. The same as long as that key is stored. */
  current(): Promise<Result<AccountServices>>;
  /** The same, if GetSales may be asked with it: it was not rejected since. */
  usable(): Promise<Result<AccountServices>>;
  /**
   * Checks the key with GetSales, and stores it only then. Until it is stored, every failure leaves the key before in
   * force. A key of another account changes nothing until it is confirmed with the counts of what that erases.
   */
  connect(key: string, confirmed: PendingCounts | null): Promise<Result<Connected>>;
  /**
   * Erases the key and everything that is stored. Answers with the writes that had left by then, or asks again when there
   * is more to lose than was confirmed. Null confirms whatever there is: it could not be counted.
   */
  signOut(confirmed: PendingCounts | null): Promise<Result<SignedOut>>;
  /** GetSales said 401 to this generation of the key: remembered, so that nothing asks again with it. */
  reject(generation: string): Promise<Result<null>>;
  /** At every start of the worker: brings what an earlier version stored, or an interrupted change, in order. */
  start(): Promise<Result<null>>;
  /** Runs one change of stored keys and records at a time, also with other workers on the same disk. */
  alone<T>(act: () => Promise<Result<T>>): Promise<Result<T>>;
}

export interface SessionDeps {
  readonly vault: Vault;
  readonly legacyAccount: SettingItem<Account | null>;
  readonly storageOwner: SettingItem<{ readonly account: AccountId; readonly closing: boolean } | null>;
  readonly keyRejected: SettingItem<boolean>;
  readonly locks: LockManager;
  /** Whose key this is: looked at locally first, then by GetSales' own word. */
  readonly identify: (key: string, signal: AbortSignal) => Promise<Result<IdentifiedAccount>>;
  readonly open: (stored: UsableKey) => AccountServices;
  /** What is pending of all accounts but this one; null leaves none out. */
  readonly pendingExcept: (account: AccountId | null) => Promise<Result<PendingCounts>>;
  readonly newId: () => string;
  /** Settled once the storage areas are closed to content scripts. */
  readonly storageClosed: Promise<Result<null>>;
  /** Erases the records of all accounts but this one; null leaves none out. */
  readonly eraseRecords: (except: AccountId | null) => Promise<Result<null>>;
  /** Erases every stored value but the items that outlive this event. */
  readonly eraseStorage: (event: ErasingEvent) => Promise<void>;
  /** What the pages paint first; called after connecting. */
  readonly onConnected: (account: Account) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Who is connected. The vault is the truth; what works with its key is kept as long as that key is stored. */
export function createSession(deps: SessionDeps): SessionService {
  const { vault, keyRejected, storageOwner, legacyAccount, changed } = deps;
  let opened: AccountServices | null = null;
  let checking = new AbortController();
  /** Reported by a sign-out that could not erase everything; the next try reports it again. */
  let reported: readonly WireReport[] = [];
  /** A key was stored, and the storage of the account before could not be erased yet. */
  let isUnsettled = false;

  const alone = <T>(act: () => Promise<Result<T>>): Promise<Result<T>> =>
    deps.locks.request('session', () => onDisk(act));

  /** The stored key with its account; `not-connected` without one. */
  async function stored(): Promise<Result<UsableKey>> {
    const known = await vault.load();
    if (!known.ok) return known;
    if (known.value === null) return err({ code: 'not-connected' });
    const account = known.value.account ?? (await legacyAccount.getValue());
    return account === null ? err({ code: 'key-unreadable' }) : ok({ ...known.value, account });
  }

  const current = (): Promise<Result<AccountServices>> =>
    onDisk(async () => {
      const known = await stored();
      if (!known.ok) return known;
      if (opened?.generation.id !== known.value.generation) {
        // Another worker has stored a key since.
        void opened?.generation.close();
        opened = deps.open(known.value);
      }
      return opened.generation.closed.aborted ? err({ code: 'key-replaced' }) : ok(opened);
    });

  /** From here on nothing leaves with the key before, and nothing is written for its account once this has resolved. */
  async function close(): Promise<readonly WireReport[]> {
    const before = opened;
    const acts = before === null ? [] : actsUnderWay(before);
    const ended = before?.generation.close();
    const owner = await storageOwner.getValue().catch(() => null);
    // Erasing must not fail because this could not be written.
    if (owner !== null) await storageOwner.setValue({ ...owner, closing: true }).catch(() => undefined);
    const named = (await ended) ?? [];
    return before === null ? [] : [...(await wireReports(acts, before)), ...named];
  }

  /** The key before stays in force. */
  async function reopened<T>(answer: T): Promise<T> {
    opened = null;
    const owner = await storageOwner.getValue();
    if (owner !== null) await storageOwner.setValue({ ...owner, closing: false });
    return answer;
  }

  /**
   * Erases what is left of the account before, after this one's key was stored. Repeating it is harmless. Records that cannot
   * be erased stay another account's: they are offered on the options page, and never carried out.
   */
  async function settle(account: Account): Promise<void> {
    const owner = await storageOwner.getValue();
    if (owner !== null && owner.account !== account.id) {
      await deps.eraseRecords(account.id);
      await deps.eraseStorage('account-switch');
    }
    await storageOwner.setValue({ account: account.id, closing: false });
    await legacyAccount.remove();
    isUnsettled = false;
  }

  async function formerAccount(): Promise<FormerAccount | null> {
    const known = await stored();
    if (known.ok) return known.value;
    const legacy = await legacyAccount.getValue();
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
    const onWire = await close();
    // Something may have been written down between the count and the close.
    const lost = await deps.pendingExcept(id);
    if (!lost.ok) return reopened(lost);
    if (isErasing && !covers(confirmed, lost.value)) return reopened(ask(lost.value));
    // Up to here the key before is in force, from here on the new one.
    const written = await vault.store(key, account);
    if (!written.ok) return reopened(written);
    opened = null;
    isUnsettled = true;
    if (isErasing) await deps.eraseRecords(id);
    await settle(account);
    await keyRejected.setValue(false);
    await deps.onConnected(account);
    return ok({ state: 'connected', account, onWire: isSwitch ? onWire : [] });
  }

  async function signOut(confirmed: PendingCounts | null): Promise<Result<SignedOut>> {
    reported = [...reported, ...(await close())];
    const lost = confirmed === null ? null : await deps.pendingExcept(null);
    if (lost?.ok === true && !covers(confirmed, lost.value)) {
      return reopened(ok({ state: 'confirm', pending: lost.value }));
    }
    const erased = await eraseEverything(await vault.erase());
    opened = null;
    if (!erased.ok) return erased;
    const onWire = reported;
    reported = [];
    return ok({ state: 'signed-out', onWire });
  }

  /** Each is tried even when another fails: what can be erased is erased. */
  async function eraseEverything(vaultErased: Result<null>): Promise<Result<null>> {
    const erased = [
      vaultErased,
      await deps.eraseRecords(null),
      await onDisk<null>(async () => {
        await deps.eraseStorage('sign-out');
        return ok(null);
      }),
    ];
    return erased.find((each) => !each.ok) ?? ok(null);
  }

  return {
    alone,
    current,
    accountId: () =>
      onDisk<AccountId | null>(async () => {
        const known = await stored();
        if (known.ok) return ok(known.value.account.id);
        const isNone = known.error.code === 'not-connected' || known.error.code === 'key-unreadable';
        return isNone ? ok(null) : known;
      }),
    get: () =>
      onDisk<Session>(async () => {
        const known = await stored();
        if (!known.ok) return known.error.code === 'not-connected' ? ok({ state: 'disconnected' }) : known;
        const { account } = known.value;
        if (isUnsettled) await settle(account);
        return ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account });
      }),
    usable: () =>
      onDisk(async () => {
        const services = await current();
        if (!services.ok) return services;
        return (await keyRejected.getValue()) ? err({ code: 'key-rejected' }) : services;
      }),
    connect: (pasted, confirmed) =>
      alone(async () => {
        const connected = await onDisk(() => connect(pasted.trim(), confirmed));
        await changed();
        return connected;
      }),
    signOut: (confirmed) => {
      // A key that is being checked at this moment is no longer stored.
      checking.abort();
      return alone(async () => {
        const signedOut = await onDisk(() => signOut(confirmed));
        await changed();
        return signedOut;
      });
    },
    reject: (generation) =>
      onDisk(async () => {
        const isCurrent = opened?.generation.id === generation && !opened.generation.closed.aborted;
        if (!isCurrent || (await keyRejected.getValue())) return ok(null);
        await keyRejected.setValue(true);
        await changed();
        return ok(null);
      }),
    start: () =>
      alone(async () => {
        const known = await stored();
        if (known.ok) {
          const { key, account } = known.value;
          const moved = known.value.generation === 'v1' ? await vault.store(key, account) : ok(null);
          if (moved.ok) await settle(account);
          return moved;
        }
        if (known.error.code !== 'not-connected') return known;
        // A sign-out that was interrupted after it had erased the key.
        return (await storageOwner.getValue())?.closing === true ? eraseEverything(ok(null)) : ok(null);
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
