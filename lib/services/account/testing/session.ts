import { memoryLocks } from '@/e2e/support/memory-locks';
import { AccountId, type Account, type IdentifiedAccount, type PendingCounts } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { createGetSalesClient } from '@/lib/getsales/client';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { memoryItem } from '@/lib/settings/testing/memory-item';
import type { StoredKey, Vault } from '@/lib/vault/vault';
import { buildAccountServices } from '../../worker/account-services';
import { createKeyGeneration } from '../key-generation';
import { createSession, type SessionDeps } from '../session';
import type { UsableKey } from '../stored-account';

export const NOTHING: PendingCounts = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };
export const ONE_ADD: PendingCounts = { ...NOTHING, adds: 1 };
export const noorAccount: Account = {
  ...maraAccount,
  id: AccountId.parse('team 9, user noor'),
  workspace: 'Acme Labs',
};
export const diskFull = err({ code: 'storage-unavailable', trouble: 'quota' } as const);
export const quota = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));

/** GetSales' answers by key. */
const ANSWERS: Readonly<Record<string, Result<IdentifiedAccount>>> = {
  'key of Mara': ok(maraAccount),
  'new key of Mara': ok(maraAccount),
  'key of Noor': ok(noorAccount),
  'key without a name': ok({ ...maraAccount, id: null }),
};

/** A vault in memory; `steps` lists what is erased. */
function memoryVault(steps: string[]): Vault & { stored: StoredKey | null } {
  let generations = 0;
  const vault: Vault & { stored: StoredKey | null } = {
    stored: null,
    store: (key, account) => {
      generations += 1;
      vault.stored = { key, account, generation: `generation ${String(generations)}` };
      return Promise.resolve(ok(null));
    },
    load: () => Promise.resolve(ok(vault.stored)),
    erase: () => {
      steps.push('erase key');
      vault.stored = null;
      return Promise.resolve(ok(null));
    },
  };
  return vault;
}

/** A session with its storage in memory. `steps` lists what it erases and reports, in order. */
export function sessionWith(change: Partial<SessionDeps> = {}) {
  const steps: string[] = [];
  const note = <T>(step: string, answer: T): Promise<T> => {
    steps.push(step);
    return Promise.resolve(answer);
  };
  const vault = memoryVault(steps);
  const legacyAccount = memoryItem<Account | null>(null);
  const storageOwner = memoryItem<{ readonly account: AccountId; readonly closing: boolean } | null>(null);
  const keyRejected = memoryItem(false);
  /** What is pending at each count in turn; nothing afterwards. */
  const counts: Result<PendingCounts>[] = [];
  const session = createSession({
    vault,
    legacyAccount,
    storageOwner,
    keyRejected,
    locks: memoryLocks(),
    identify: (key) => Promise.resolve(ANSWERS[key] ?? err({ code: 'key-malformed' })),
    open,
    pendingExcept: () => Promise.resolve(counts.shift() ?? ok(NOTHING)),
    newId: () => 'id',
    storageClosed: Promise.resolve(ok(null)),
    eraseRecords: (except) => note(`erase records, keep ${String(except)}`, ok(null)),
    eraseStorage: (event) => note(`erase storage: ${event}`, undefined),
    onConnected: ({ workspace }) => note(`connected ${String(workspace)}`, undefined),
    changed: () => note('changed', undefined),
    ...change,
  });
  return { session, vault, legacyAccount, storageOwner, keyRejected, counts, steps };
}

export type SessionWorld = ReturnType<typeof sessionWith>;

/** The same after a key was connected. */
export async function connected(key = 'key of Mara', change: Partial<SessionDeps> = {}): Promise<SessionWorld> {
  const world = sessionWith(change);
  await world.session.connect(key, null);
  world.steps.length = 0;
  return world;
}

/** The services of a key at a GetSales that cannot be reached. Closing them does not wait. */
function open({ generation: id, account }: UsableKey) {
  const sleep = () => Promise.resolve();
  const unreachable = () => Promise.reject(new TypeError('no network'));
  const clock = {
    now: () => 0,
    random: () => 0.5,
    sleep,
    monotonic: () => 0,
    timeout: () => new AbortController().signal,
  };
  return buildAccountServices({
    ...clock,
    generation: createKeyGeneration({ id, account, sleep }),
    client: createGetSalesClient({
      ...clock,
      fetch: unreachable,
      openTransport: unreachable,
      key: () => Promise.resolve(null),
    }),
    outbox: createOutboxStore(() => 0).of({ owns: () => true }),
    locks: memoryLocks(),
    isOnline: () => true,
    usable: () => Promise.resolve(ok(null)),
    lostAt: () => Promise.resolve(null),
    changed: () => Promise.resolve(),
    report: () => undefined,
  });
}
