import {
  AccountId,
  LEGACY_ACCOUNT_ID,
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
import type { StoredKey, Vault } from '@/lib/vault/vault';
import type { AccountServices } from './account-services';
import { isUnderWay, wireReports } from './wire-reports';

/** A stored key whose account is known. */
export type UsableKey = StoredKey & { readonly account: Account };

export interface SessionService {
  get(): Promise<Result<Session>>;
  /** What works with the stored key. The same as long as that key is stored. */
  current(): Promise<Result<AccountServices>>;
  /** The same, if GetSales may be asked with it: it was not rejected since. */
  usable(): Promise<Result<AccountServices>>;
  /**
   * Checks the key with GetSales, and stores it only then. On any failure the key before stays in force. A key of another
   * account changes nothing until it is confirmed with the counts of what that erases.
   */
  connect(key: string, confirmed: PendingCounts | null): Promise<Result<Connected>>;
  /**
   * Erases the key and everything that is stored. Answers with the writes that had left by then, or asks again when there
   * is more to lose than was confirmed.
   */
  signOut(confirmed: PendingCounts | null): Promise<Result<SignedOut>>;
  /** GetSales said 401 to this generation of the key: remembered, so that nothing asks again with it. */
  reject(generation: string): Promise<Result<null>>;
  /** At every start of the worker: brings storage of an earlier version, or of an interrupted switch or sign-out, in order. */
  start(): Promise<Result<null>>;
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
  /** What is pending of this account, and of all others. */
  readonly pendingOf: (account: AccountId) => Promise<Result<PendingCounts>>;
  readonly pendingOfOthers: (account: AccountId) => Promise<Result<PendingCounts>>;
  readonly newId: () => string;
  /** Settled once the storage areas are closed to content scripts. */
  readonly storageClosed: Promise<Result<null>>;
  readonly eraseRecords: () => Promise<Result<null>>;
  /** Erases every stored item. */
  readonly eraseStorage: () => Promise<void>;
  /** What the pages paint first; called after connecting. */
  readonly onConnected: (account: Account) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Who is connected. The vault is the truth; what works with its key is kept as long as that key is stored. */
export function createSession(deps: SessionDeps): SessionService {
  const { vault, keyRejected, storageOwner, changed } = deps;
  let opened: AccountServices | null = null;
  let checking = new AbortController();
  /** Reported by a sign-out that could not erase everything; the next try reports it again. */
  let reported: readonly WireReport[] = [];

  /** One change of the key at a time, also with other workers on the same disk. */
  const alone = <T>(act: () => Promise<Result<T>>): Promise<Result<T>> =>
    deps.locks.request('session', () => onDisk(act));

  /** The stored key with its account; `not-connected` without one. */
  async function stored(): Promise<Result<UsableKey>> {
    const known = await vault.load();
    if (!known.ok) return known;
    if (known.value === null) return err({ code: 'not-connected' });
    const account = known.value.account ?? (await deps.legacyAccount.getValue());
    return account === null ? err({ code: 'key-unreadable' }) : ok({ ...known.value, account });
  }

  const current = (): Promise<Result<AccountServices>> =>
    onDisk(async () => {
      const known = await stored();
      if (!known.ok) return known;
      if (opened?.generation.id !== known.value.generation) {
        // Another worker has stored a key meanwhile.
        void opened?.generation.close();
        opened = deps.open(known.value);
      }
      return opened.generation.closed.aborted ? err({ code: 'key-replaced' }) : ok(opened);
    });

  /** From here on nothing leaves with the key before, and nothing is written for its account once this has resolved. */
  async function close(before: AccountServices | null): Promise<readonly WireReport[]> {
    if (before === null) return [];
    const { account } = before.generation;
    // Erasing must not fail because this could not be written.
    await storageOwner.setValue({ account: account.id, closing: true }).catch(() => undefined);
    const open = await before.journal.inStates(['dispatching', 'undoing']);
    const underWay = open.ok ? open.value.filter((intent) => isUnderWay(intent, before)) : [];
    const named = await before.generation.close();
    return [...(await wireReports(underWay, before.journal)), ...named];
  }

  async function connect(key: string, confirmed: PendingCounts | null): Promise<Result<Connected>> {
    const closed = await deps.storageClosed;
    if (!closed.ok) return closed;
    checking = new AbortController();
    const identified = await deps.identify(key, checking.signal);
    if (!identified.ok) return identified;
    const before = await stored();
    const known = before.ok ? before.value : null;
    const id = accountIdOf(key, identified.value, known) ?? AccountId.parse(`unproven ${deps.newId()}`);
    const account = { ...identified.value, id };
    const pending = await deps.pendingOfOthers(account.id);
    if (!pending.ok) return pending;
    const isSwitch = (known !== null && known.account.id !== account.id) || total(pending.value) > 0;
    const asks = (counts: PendingCounts) =>
      ok({ state: 'confirm', account: identified.value, pending: counts } as const);
    if (isSwitch && !covers(confirmed, pending.value)) return asks(pending.value);
    const owner = await storageOwner.getValue();
    const replaced = await current();
    await close(replaced.ok ? replaced.value : null);
    // Something may have been written down between the count and the close.
    const lost = await deps.pendingOfOthers(account.id);
    if (!lost.ok) return reopened(known, lost);
    if (isSwitch && !covers(confirmed, lost.value)) return reopened(known, asks(lost.value));
    // Items of an account whose key the browser has lost.
    const isOthersStorage = owner !== null && owner.account !== account.id;
    const erased = isSwitch ? await deps.eraseRecords() : ok(null);
    const written = erased.ok ? await vault.store(key, account) : erased;
    if (!written.ok) return reopened(known, written);
    opened = null;
    if (isSwitch || isOthersStorage) await deps.eraseStorage();
    await own(account);
    await keyRejected.setValue(false);
    await deps.onConnected(account);
    return ok({ state: 'connected', account });
  }

  /** The key before stays in force. */
  async function reopened<T>(known: UsableKey | null, answer: T): Promise<T> {
    opened = null;
    if (known !== null) await storageOwner.setValue({ account: known.account.id, closing: false });
    return answer;
  }

  /** Each is tried even when another fails: what can be erased is erased. The storage, which says that it is closing, is last. */
  async function eraseAll(): Promise<Result<null>> {
    const erased = [
      await vault.erase(),
      await deps.eraseRecords(),
      await onDisk<null>(async () => {
        await deps.eraseStorage();
        return ok(null);
      }),
    ];
    return erased.find((each) => !each.ok) ?? ok(null);
  }

  async function own({ id }: Account): Promise<void> {
    await storageOwner.setValue({ account: id, closing: false });
    await deps.legacyAccount.remove();
  }

  return {
    current,
    get: () =>
      onDisk<Session>(async () => {
        const known = await stored();
        if (!known.ok) return known.error.code === 'not-connected' ? ok({ state: 'disconnected' }) : known;
        const { account } = known.value;
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
        const connected = await connect(pasted.trim(), confirmed);
        await changed();
        return connected;
      }),
    signOut: (confirmed) => {
      // A key that is being checked at this moment is not stored any more.
      checking.abort();
      return alone<SignedOut>(async () => {
        const before = await current();
        const known = await stored();
        reported = [...reported, ...(await close(before.ok ? before.value : null))];
        const lost = known.ok && confirmed !== null ? await deps.pendingOf(known.value.account.id) : null;
        if (lost?.ok === true && !covers(confirmed, lost.value)) {
          return reopened(known.ok ? known.value : null, ok({ state: 'confirm', pending: lost.value }));
        }
        const erased = await eraseAll();
        opened = null;
        await changed();
        if (!erased.ok) return erased;
        const reports = reported;
        reported = [];
        return ok({ state: 'signed-out', onWire: reports });
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
        const owner = await storageOwner.getValue();
        if (!known.ok) {
          if (known.error.code !== 'not-connected') return known;
          // A sign-out was interrupted after the key was erased.
          return owner?.closing === true ? eraseAll() : ok(null);
        }
        const { key, account } = known.value;
        // Interrupted after the new key was stored: what is left belongs to the account before.
        if (owner !== null && owner.account !== account.id) await deps.eraseStorage();
        const isLegacy = (await deps.legacyAccount.getValue()) !== null;
        const moved = isLegacy ? await vault.store(key, account) : ok(null);
        if (moved.ok && (isLegacy || owner?.account !== account.id || owner.closing)) await own(account);
        return moved;
      }),
  };
}

/** The account that a key provably belongs to; null when it must be taken for another one than any before. */
function accountIdOf(key: string, identified: IdentifiedAccount, known: UsableKey | null): AccountId | null {
  if (known?.key === key || (known !== null && isLegacySame(identified, known.account))) return known.account.id;
  return identified.id;
}

/** Accounts of version 0.1.0 were told apart by their workspace; the user's e-mail address stands beside it. */
function isLegacySame({ teamId, email }: IdentifiedAccount, known: Account): boolean {
  return known.id === LEGACY_ACCOUNT_ID && teamId !== null && teamId === known.teamId && email === known.email;
}

function total({ adds, messages, unconfirmed, undos, drafts }: PendingCounts): number {
  return adds + messages + unconfirmed + undos + drafts;
}

/** Whether what is pending now was agreed to be lost. What was being sent may be unconfirmed by now: the sum counts. */
function covers(confirmed: PendingCounts | null, pending: PendingCounts): boolean {
  return confirmed !== null && total(pending) <= total(confirmed);
}

/** The extension's storage rejects where everything else here answers with data. */
async function onDisk<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act();
  } catch (thrown) {
    return err(troubleOf(thrown));
  }
}
