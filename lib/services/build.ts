import type { Result } from '@/lib/domain/result';
import { createGetSalesClient } from '@/lib/getsales/create-client';
import { createJournal } from '@/lib/journal/journal';
import { allItems, knownLists, knownWorkspace, recentListIds, revision } from '@/lib/settings/items';
import {
  account,
  cachedLists,
  cachedSenders,
  cachedStages,
  keyRejected,
  workerItems,
} from '@/lib/settings/worker-items';
import { createVault } from '@/lib/vault/vault';
import { createAddContact } from './add-contact';
import { createCatalog } from './catalog';
import { createConversation } from './conversation';
import type { Services } from './handlers';
import { createSendMessage } from './send-message';
import { createSession } from './session';
import { createStanding } from './standing';
import { createUndoAdd } from './undo-add';

const RECENT_LISTS = 8;

/** What the worker's surroundings give; everything else is built from it. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  readonly crypto: Crypto;
  readonly locks: LockManager;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly isOnline: () => boolean;
  readonly storageClosed: Promise<Result<null>>;
  /** Only for tests: the service's own origin otherwise. */
  readonly origin?: string;
}

/** Builds the services on top of one client, one vault and one journal. */
export function buildServices(around: Surroundings): Services {
  const { now, random, sleep } = around;
  const vault = createVault({ crypto: around.crypto });
  const journal = createJournal();
  const changed = async (): Promise<void> => {
    await revision.setValue((await revision.getValue()) + 1);
  };
  const clientFor = (key: () => Promise<string | null>, onKeyRejected: () => void) =>
    createGetSalesClient({
      fetch: around.fetch,
      key,
      now,
      random,
      sleep,
      isOnline: around.isOnline,
      onKeyRejected,
      ...(around.origin === undefined ? {} : { origin: around.origin }),
    });

  const eraseAll = async (): Promise<Result<null>> => {
    standing.forgetAll();
    conversation.forgetAll();
    const goingItems = [...allItems, ...workerItems].filter((item) => item.erasedAt === 'sign-out');
    await Promise.all(goingItems.map((item) => item.remove()));
    return journal.erase();
  };

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
    eraseAll,
    onConnected: ({ workspace }) => knownWorkspace.setValue(workspace),
    changed,
  });
  const client = clientFor(
    async () => {
      const loaded = await vault.load();
      return loaded.ok ? loaded.value : null;
    },
    () => void session.reject(),
  );
  const catalog = createCatalog({ client, now, cachedLists, cachedSenders, cachedStages, knownLists, changed });
  const standing = createStanding({ client, catalog, now });
  const conversation = createConversation({ client, now });
  const rememberList = async (listId: string): Promise<void> => {
    const others = (await recentListIds.getValue()).filter((known) => known !== listId);
    await recentListIds.setValue([listId, ...others].slice(0, RECENT_LISTS));
  };
  return {
    session,
    catalog,
    standing,
    conversation,
    journal,
    client,
    addContact: createAddContact({ client, journal, catalog, standing, now, random, sleep, rememberList, changed }),
    undoAdd: createUndoAdd({ client, journal, standing, now, changed }),
    sendMessage: createSendMessage({
      client,
      journal,
      now,
      ifFree: async (name, act) =>
        around.locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? null : await act())),
      forgetConversations: () => {
        conversation.forgetAll();
      },
      changed,
    }),
  };
}
