import type { Exchange } from '@/lib/domain/exchange';
import type { Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import { createGetSalesClient } from '@/lib/getsales/create-client';
import { createGate } from '@/lib/getsales/gate';
import type { Carriers } from '@/lib/getsales/pipeline/carrier';
import { createExchangeLog } from '@/lib/journal/exchange-log';
import { createJournal } from '@/lib/journal/journal';
import { allItems, knownLists, knownWorkspace, recentListIds, revision, undoSeconds } from '@/lib/settings/items';
import {
  account,
  cachedCustomFields,
  cachedLists,
  cachedSenders,
  cachedStages,
  journalLostAt,
  journalSince,
  keyRejected,
  workerItems,
} from '@/lib/settings/worker-items';
import { createVault } from '@/lib/vault/vault';
import { createActivity } from './activity';
import { createAddContact } from './add-contact';
import { createCatalog } from './catalog';
import { createConversation } from './conversation';
import type { Services } from './handlers';
import { createKeepAwake } from './keep-awake';
import { createRecovery } from './recovery';
import { createRetryMessage } from './retry-message';
import { createSendMessage } from './send-message';
import { createSession } from './session';
import { createStanding } from './standing';
import { tolerant } from './tolerant';
import { createTurns } from './turns';
import { createUndoAdd } from './undo-add';

const RECENT_LISTS = 8;

/** What the worker's surroundings give; everything else is built from it. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  /** Carries what may leave only once. */
  readonly carriers: Carriers;
  readonly crypto: Crypto;
  readonly locks: LockManager;
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A signal that aborts after `ms`. */
  readonly timeout: (ms: number) => AbortSignal;
  readonly isOnline: () => boolean;
  readonly storageClosed: Promise<Result<null>>;
  /** Any call into the browser; keeps the worker alive while an act is under way. */
  readonly beat: () => Promise<unknown>;
  /** Notes trouble that nobody is told about. Never any data. */
  readonly report: (event: string) => void;
}

/** Builds the services on top of one client, one vault and one journal. Nothing is read or asked by building. */
export function buildServices(around: Surroundings): Services {
  const { now, random, sleep, timeout, isOnline, report } = around;
  const vault = createVault({ crypto: around.crypto });
  const since = tolerant(journalSince, report);
  const lostAt = tolerant(journalLostAt, report);
  const iso = (): string => new Date(now()).toISOString();
  const noteCreation = async (): Promise<void> => {
    // Before connecting and after signing out there may be none, and nobody misses it.
    const isMissed = (await since.getValue()) !== null && (await tolerant(account, report).getValue()) !== null;
    if (isMissed) await lostAt.setValue(iso());
  };
  const journal = createJournal(() => void noteCreation());
  const exchanges = createExchangeLog(now);
  const onExchange = async (exchange: Exchange): Promise<void> => {
    const noted = await exchanges.note(exchange);
    if (!noted.ok) report('exchange-not-noted');
  };
  const counter = tolerant(revision, report);
  const changed = async (): Promise<void> => counter.setValue((await counter.getValue()) + 1);
  const gate = createGate(around);
  const clientFor = (key: () => Promise<string | null>, onKeyRejected: () => void): GetSalesClient =>
    createGetSalesClient({ ...around, gate, key, onKeyRejected, onExchange: (exchange) => void onExchange(exchange) });

  const session = createSession({
    vault,
    account,
    keyRejected,
    identify: (key) =>
      clientFor(
        () => Promise.resolve(key),
        () => undefined,
      ).whoAmI(),
    storageClosed: around.storageClosed,
    eraseJournal: async () => {
      const [intents, left] = await Promise.all([journal.erase(), exchanges.erase()]);
      return intents.ok ? left : intents;
    },
    eraseItems: async () => {
      for (const cache of [catalog, standing, conversation]) cache.forgetAll();
      const going = [...allItems, ...workerItems].filter((item) => item.erasedAt === 'sign-out');
      await Promise.all(going.map((item) => item.remove()));
    },
    onConnected: async ({ workspace }) => {
      if ((await journal.inStates([])).ok) await since.setValue(iso());
      await tolerant(knownWorkspace, report).setValue(workspace);
    },
    changed,
  });
  const client = clientFor(
    async () => {
      const key = await vault.load();
      return key.ok ? key.value : null;
    },
    () => void session.reject(),
  );
  const catalog = createCatalog({
    client,
    now,
    cachedLists: tolerant(cachedLists, report),
    cachedSenders: tolerant(cachedSenders, report),
    cachedStages: tolerant(cachedStages, report),
    cachedCustomFields: tolerant(cachedCustomFields, report),
    knownLists: tolerant(knownLists, report),
    changed,
  });
  const standing = createStanding({ client, catalog, now });
  const conversation = createConversation({ client, now });
  const recents = tolerant(recentListIds, report);
  const rememberList = async (listId: string): Promise<void> => {
    // An add may end after signing out; nothing of the workspace may come back then.
    if ((await tolerant(account, report).getValue()) === null) return;
    const others = (await recents.getValue()).filter((known) => known !== listId);
    await recents.setValue([listId, ...others].slice(0, RECENT_LISTS));
  };
  const turns = createTurns();
  const undoAdd = createUndoAdd({ client, journal, standing, turns, now, random, sleep, changed });
  const addContact = createAddContact({
    client,
    journal,
    catalog,
    standing,
    turns,
    undoAdd,
    now,
    random,
    sleep,
    timeout,
    rememberList,
    changed,
  });
  const sending = {
    client,
    ifFree: async <T>(name: string, act: () => Promise<T>): Promise<T | null> =>
      around.locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? null : await act())),
    forgetConversations: () => {
      conversation.forgetAll();
    },
    changed,
  };
  const undo = tolerant(undoSeconds, report);
  const sendMessage = createSendMessage({
    ...sending,
    journal,
    now,
    sleep,
    undoMs: async () => (await undo.getValue()) * 1_000,
    report,
  });
  const recovery = createRecovery({
    journal,
    addContact,
    sendMessage,
    undoAdd,
    usable: () => session.usable(),
    isOnline,
    now,
    changed,
  });
  return {
    session,
    catalog,
    standing,
    conversation,
    journal,
    exchanges,
    client,
    addContact,
    activity: createActivity({ journal, addContact, now, lostAt: () => lostAt.getValue(), changed }),
    undoAdd,
    sendMessage,
    retryMessage: createRetryMessage(sending),
    recovery,
    connectionBack: async () => {
      await recovery.work(true);
    },
    keepAwake: createKeepAwake({ beat: around.beat, sleep }),
  };
}
