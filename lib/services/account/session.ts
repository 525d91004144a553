import type { AccountId, Connected, PendingCounts, Session, SignedOut, InFlightReport } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import type { AccountServices } from '../worker/account-services';
import { createConnect, type ConnectDeps } from './connect-account';
import { covers } from './pending-counts';
import { catchStorageErrors, createStoredAccount } from './stored-account';

export interface SessionService {
  get(): Promise<Result<Session>>;
  /** The account of the stored key, also while that key is being replaced; null without a readable key. */
  accountId(): Promise<Result<AccountId | null>>;
  /** The services for the stored key: the same until another key is stored. */
  current(): Promise<Result<AccountServices>>;
  /** The same; `key-rejected` if GetSales rejected the key since. */
  usable(): Promise<Result<AccountServices>>;
  /**
   * Checks the key with GetSales, then stores it. Until it is stored, every failure leaves the former key in force. A key of
   * another account changes nothing until the user confirmed the counts of what it erases.
   */
  connect(key: string, confirmed: PendingCounts | null): Promise<Result<Connected>>;
  /**
   * Erases the key and all stored data. Answers with the writes that were sent by then, or asks again when more is pending
   * than was confirmed. Null confirms everything: it could not be counted.
   */
  signOut(confirmed: PendingCounts | null): Promise<Result<SignedOut>>;
  /** Records that GetSales answered 401 to this generation of the key, so that it is not used again. */
  markRejected(generation: string): Promise<Result<null>>;
  /** At every start of the worker: migrates what an earlier version stored, and finishes interrupted changes. */
  start(): Promise<Result<null>>;
  /** Runs one change of stored keys and records at a time, also across workers on the same disk. */
  runExclusive<T>(task: () => Promise<Result<T>>): Promise<Result<T>>;
}

export interface SessionDeps extends ConnectDeps {
  readonly locks: LockManager;
  readonly changed: () => Promise<void>;
}

/** Manages the connected account: connecting, switching, signing out. */
export function createSession(deps: SessionDeps): SessionService {
  const { vault, keyRejected, storageOwner, changed } = deps;
  const stored = createStoredAccount(deps);
  const { connect, cancelCheck, finishSwitch, isSwitchUnfinished } = createConnect(deps, stored);
  const { current } = stored;
  /** Writes that a sign-out reports which could not erase everything; the next attempt reports them again. */
  let reported: readonly InFlightReport[] = [];

  const runExclusive = <T>(task: () => Promise<Result<T>>): Promise<Result<T>> =>
    deps.locks.request('session', () => catchStorageErrors(task));

  async function signOut(confirmed: PendingCounts | null): Promise<Result<SignedOut>> {
    reported = [...reported, ...(await stored.close())];
    const lost = confirmed === null ? null : await deps.pendingExcept(null);
    if (lost?.ok === true && !covers(confirmed, lost.value)) {
      return stored.reopen(ok({ state: 'confirm', pending: lost.value }));
    }
    const erased = await eraseEverything(await vault.erase());
    stored.forget();
    if (!erased.ok) return erased;
    const inFlight = reported;
    reported = [];
    return ok({ state: 'signed-out', inFlight });
  }

  /** Tries every step even when another one fails, to erase as much as possible. */
  async function eraseEverything(vaultErased: Result<null>): Promise<Result<null>> {
    const erased = [
      vaultErased,
      await deps.eraseRecords(null),
      await catchStorageErrors<null>(async () => {
        await deps.eraseStorage('sign-out');
        return ok(null);
      }),
    ];
    return erased.find((each) => !each.ok) ?? ok(null);
  }

  return {
    runExclusive,
    current,
    accountId: () =>
      catchStorageErrors<AccountId | null>(async () => {
        const known = await stored.load();
        if (known.ok) return ok(known.value.account.id);
        const isNone = known.error.code === 'not-connected' || known.error.code === 'key-unreadable';
        return isNone ? ok(null) : known;
      }),
    get: () =>
      catchStorageErrors<Session>(async () => {
        const known = await stored.load();
        if (!known.ok) return known.error.code === 'not-connected' ? ok({ state: 'disconnected' }) : known;
        const { account } = known.value;
        if (isSwitchUnfinished()) await finishSwitch(account);
        return ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account });
      }),
    usable: () =>
      catchStorageErrors(async () => {
        const services = await current();
        if (!services.ok) return services;
        return (await keyRejected.getValue()) ? err({ code: 'key-rejected' }) : services;
      }),
    connect: (pasted, confirmed) =>
      runExclusive(async () => {
        const connected = await catchStorageErrors(() => connect(pasted.trim(), confirmed));
        await changed();
        return connected;
      }),
    signOut: (confirmed) => {
      cancelCheck();
      return runExclusive(async () => {
        const signedOut = await catchStorageErrors(() => signOut(confirmed));
        await changed();
        return signedOut;
      });
    },
    markRejected: (generation) =>
      catchStorageErrors(async () => {
        if (!stored.isCurrent(generation) || (await keyRejected.getValue())) return ok(null);
        await keyRejected.setValue(true);
        await changed();
        return ok(null);
      }),
    start: () =>
      runExclusive(async () => {
        const known = await stored.load();
        if (known.ok) {
          const { key, account } = known.value;
          const moved = known.value.generation === 'v1' ? await vault.store(key, account) : ok(null);
          if (moved.ok) await finishSwitch(account);
          return moved;
        }
        if (known.error.code !== 'not-connected') return known;
        // A sign-out was interrupted after it erased the key.
        return (await storageOwner.getValue())?.closing === true ? eraseEverything(ok(null)) : ok(null);
      }),
  };
}
