import type { AccountId, PendingCounts } from '@/lib/domain/account';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { err, ok, type Result } from '@/lib/domain/result';
import { createGetSalesClient, type GetSalesClient } from '@/lib/getsales/client';
import { createRateGate } from '@/lib/getsales/http/limits/rate-gate';
import type { OpenTransport } from '@/lib/getsales/http/transport';
import type { KeyScope } from '@/lib/getsales/http/key-scope';
import { createRequestLog } from '@/lib/outbox/request-log';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { eraseStorage } from '@/lib/settings/erase';
import { knownWorkspace, revision } from '@/lib/settings/first-paint';
import { drafts, storageOwner } from '@/lib/settings/items';
import { outboxLostAt, outboxSince, keyRejected, legacyAccount } from '@/lib/settings/worker-items';
import { createVault } from '@/lib/vault/vault';
import type { UsableKey } from '../account/stored-account';
import { buildAccountServices, type AccountServices } from './account-services';
import type { Services } from './handlers';
import { createKeepAwake } from './lifetime';
import { createKeyGeneration } from '../account/key-generation';
import { createOtherAccounts } from '../account/other-accounts';
import { countPending } from '../account/pending-counts';
import { markInterrupted } from './recovery';
import { RECHECK_MS } from '../retry-times';
import { createSession } from '../account/session';
import { withFallback } from './guarded-items';

/** What the browser gives the worker; everything else is built from it. */
export interface Environment {
  readonly fetch: typeof fetch;
  /** Opens a connection for one request that must not be repeated. */
  readonly openTransport: OpenTransport;
  readonly crypto: Crypto;
  readonly locks: LockManager;
  readonly now: () => number;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A signal that aborts after `ms`. */
  readonly timeout: (ms: number) => AbortSignal;
  readonly isOnline: () => boolean;
  readonly storageClosed: Promise<Result<null>>;
  /** Makes the browser rewrite its files after databases were deleted, so that nothing stays readable in them. */
  readonly rewriteFiles: () => Promise<Result<null>>;
  /** Any call into the browser; keeps the worker alive during a task. */
  readonly ping: () => Promise<unknown>;
  /** Logs a failure that is not shown to the user. Never includes data. */
  readonly report: (event: string) => void;
}

/**
 * Builds the services on top of one vault and one outbox. The services for a key are built anew for every key
 * (account-services.ts). Reads and requests nothing.
 */
export function buildServices(environment: Environment): Services {
  const { now, sleep, report } = environment;
  const vault = createVault({ crypto: environment.crypto });
  const since = withFallback(outboxSince, report);
  const lostAt = withFallback(outboxLostAt, report);
  const workspaceName = withFallback(knownWorkspace, report);
  const iso = (): string => new Date(now()).toISOString();
  const noteCreation = async (): Promise<void> => {
    // Before connecting and after signing out, a missing outbox is no loss.
    const isLoss = (await since.getValue()) !== null && (await withFallback(storageOwner, report).getValue()) !== null;
    if (isLoss) await lostAt.setValue(iso());
  };
  const outboxes = createOutboxStore(now, () => void noteCreation());
  const loggedRequests = createRequestLog(now);
  const onRequest = async (loggedRequest: LoggedRequest): Promise<void> => {
    const added = await loggedRequests.add(loggedRequest);
    if (!added.ok) report('request-not-logged');
  };
  const counter = withFallback(revision, report);
  const changed = async (): Promise<void> => counter.setValue((await counter.getValue()) + 1);
  const rateGate = createRateGate(environment);

  interface KeyUse {
    readonly key: () => Promise<string | null>;
    readonly onKeyRejected: () => void;
    readonly scope?: KeyScope;
  }
  const clientFor = (use: KeyUse): GetSalesClient =>
    createGetSalesClient({
      ...environment,
      ...use,
      rateGate,
      onRequest: (loggedRequest) => void onRequest(loggedRequest),
    });

  /** Counts what is pending for all accounts but this one; null includes all. */
  const pendingExcept = async (except: AccountId | null): Promise<Result<PendingCounts>> => {
    const stored = await drafts.getValue();
    const texts = stored === null || stored.account === except ? {} : stored.texts;
    return countPending(outboxes.of({ owns: (account) => account !== except }), texts);
  };

  /** Deletes the databases, or only the other accounts' records if this account has some in them. */
  const eraseRecords = async (except: AccountId | null): Promise<Result<null>> => {
    const kept = await outboxes.of({ owns: (account) => account === except }).recent({ contactId: null, limit: 1 });
    const isShared = kept.ok && kept.value.length > 0;
    if (isShared) return outboxes.of({ owns: (account) => account !== except }).removeAll();
    const [entries, requests] = await Promise.all([outboxes.erase(), loggedRequests.erase()]);
    const rewritten = await environment.rewriteFiles();
    return [entries, requests].find(({ ok: isErased }) => !isErased) ?? rewritten;
  };

  function open({ generation: id, account }: UsableKey): AccountServices {
    const generation = createKeyGeneration({ id, account, sleep });
    const key = async (): Promise<string | null> => {
      const stored = await vault.load();
      return stored.ok && stored.value?.generation === id ? stored.value.key : null;
    };
    return buildAccountServices({
      ...environment,
      generation,
      client: clientFor({ key, scope: generation, onKeyRejected: () => void session.markRejected(id) }),
      outbox: outboxes.of({ owns: (owner) => owner === account.id, isSealed: generation.isSealed }),
      usable: async () => {
        const usable = await session.usable();
        return usable.ok ? ok(null) : usable;
      },
      lostAt: () => lostAt.getValue(),
      changed,
    });
  }

  const session = createSession({
    vault,
    legacyAccount,
    storageOwner,
    keyRejected,
    locks: environment.locks,
    identify: (key, signal) =>
      clientFor({ key: () => Promise.resolve(key), onKeyRejected: () => undefined }).whoAmI(signal),
    open,
    pendingExcept,
    newId: () => environment.crypto.randomUUID(),
    storageClosed: environment.storageClosed,
    eraseRecords,
    eraseStorage,
    onConnected: async ({ workspace }) => {
      if ((await outboxes.of({ owns: () => true }).inStates([])).ok) await since.setValue(iso());
      await workspaceName.setValue(workspace);
    },
    changed,
  });

  const recovery: Services['recovery'] = {
    markInterrupted: () => markInterrupted({ outbox: outboxes.of({ owns: () => true }), changed }),
    async processDue(isReconnected, ensureRestart) {
      if (isReconnected) rateGate.breaker.allowProbe();
      const services = await session.current();
      if (services.ok)
        return services.value.generation.run(() => services.value.recovery.processDue(isReconnected, ensureRestart));
      if (services.error.code === 'not-connected' || services.error.code === 'key-unreadable') return ok(null);
      return services.error.code === 'key-replaced' ? ok(now() + RECHECK_MS) : err(services.error);
    },
  };

  return {
    session,
    pending: () => pendingExcept(null),
    otherAccounts: createOtherAccounts({ outboxes, session, changed }),
    loggedRequests,
    recovery,
    isSending: async () => {
      const services = await session.current();
      const sending = services.ok ? await services.value.outbox.inStates(['queued', 'dispatching']) : null;
      return sending?.ok === true && sending.value.some(({ kind }) => kind === 'send');
    },
    handleOnline: async () => {
      await recovery.processDue(true);
    },
    keepAwake: createKeepAwake({ ping: environment.ping, sleep }),
  };
}
