import type { Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import type { SettingItem } from '@/lib/settings/declare';
import { knownLists, recentListIds, cancelPeriodSeconds } from '@/lib/settings/items';
import { cachedCustomFields, cachedLists, cachedSenders, cachedStages } from '@/lib/settings/worker-items';
import { createActivity, type ActivityService } from '../activity/activity';
import { createAddContact, type AddContactService } from '../adding/add-contact';
import { createCatalog, type Catalog } from '../workspace/catalog';
import { createConversation, type ConversationService } from '../workspace/conversation';
import type { KeyGeneration } from '../account/key-generation';
import { createRecovery, type Recovery } from './recovery';
import { createRetryMessage, type RetryMessage } from '../sending/retry-message';
import { createSendMessage, type SendMessageService } from '../sending/send-message';
import { createContactStatus, type ContactStatusService } from '../workspace/contact-status';
import { withFallback, writableUntil } from './guarded-items';
import { createPersonMutex } from '../exclusive';
import { createUndoAdd, type UndoAddService } from '../adding/undo-add';

const RECENT_LISTS = 8;

/** The services that work with one key, for the account that it belongs to. They end with the key. */
export interface AccountServices {
  readonly generation: KeyGeneration;
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly catalog: Catalog;
  readonly contactStatus: ContactStatusService;
  readonly conversation: ConversationService;
  readonly addContact: AddContactService;
  readonly undoAdd: UndoAddService;
  readonly sendMessage: SendMessageService;
  readonly retryMessage: RetryMessage;
  readonly activity: ActivityService;
  readonly recovery: Recovery;
}

export interface AccountServicesDeps {
  readonly generation: KeyGeneration;
  /** Uses this key only, and stops once it is closed. */
  readonly client: GetSalesClient;
  /** Shows and changes only this account's entries. */
  readonly outbox: Outbox;
  readonly locks: LockManager;
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly timeout: (ms: number) => AbortSignal;
  readonly isOnline: () => boolean;
  readonly usable: () => Promise<Result<null>>;
  readonly lostAt: () => Promise<string | null>;
  readonly changed: () => Promise<void>;
  readonly report: (event: string) => void;
}

/** Builds the services for one key. Reads and requests nothing. */
export function buildAccountServices(deps: AccountServicesDeps): AccountServices {
  const { generation, client, outbox, now, random, isOnline, changed, report } = deps;
  const { closed } = generation;
  const account = generation.account.id;
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    deps.sleep(ms, signal === undefined ? closed : AbortSignal.any([signal, closed]));
  const common = { account, client, outbox, now, random, sleep, changed };
  const guarded = <T>(item: SettingItem<T>): SettingItem<T> => withFallback(writableUntil(closed, item), report);

  const catalog = createCatalog({
    ...common,
    cachedLists: guarded(cachedLists),
    cachedSenders: guarded(cachedSenders),
    cachedStages: guarded(cachedStages),
    cachedCustomFields: guarded(cachedCustomFields),
    knownLists: guarded(knownLists),
  });
  const contactStatus = createContactStatus({ client, catalog, now });
  const conversation = createConversation({ client, now });
  const recentLists = guarded(recentListIds);
  const rememberList = async (listId: string): Promise<void> => {
    const others = (await recentLists.getValue()).filter((known) => known !== listId);
    await recentLists.setValue([listId, ...others].slice(0, RECENT_LISTS));
  };
  const personMutex = createPersonMutex();
  const undoAdd = createUndoAdd({ ...common, contactStatus, personMutex });
  const addContact = createAddContact({
    ...common,
    catalog,
    contactStatus,
    personMutex,
    undoAdd,
    timeout: deps.timeout,
    monotonic: deps.monotonic,
    usable: deps.usable,
    rememberList,
  });
  const sending = {
    ...common,
    ifFree: async <T>(name: string, task: () => Promise<T>): Promise<T | null> =>
      deps.locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? null : await task())),
    forgetConversations: () => {
      conversation.forgetAll();
    },
  };
  const cancelPeriod = withFallback(cancelPeriodSeconds, report);
  const sendMessage = createSendMessage({
    ...sending,
    cancelPeriodMs: async () => (await cancelPeriod.getValue()) * 1_000,
    report,
  });
  return {
    generation,
    client,
    outbox,
    catalog,
    contactStatus,
    conversation,
    addContact,
    undoAdd,
    sendMessage,
    retryMessage: createRetryMessage(sending),
    activity: createActivity({ outbox, addContact, now, lostAt: deps.lostAt, changed }),
    recovery: createRecovery({
      outbox,
      addContact,
      sendMessage,
      undoAdd,
      usable: deps.usable,
      isOnline,
      now,
      changed,
    }),
  };
}
