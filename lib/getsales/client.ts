import type { IdentifiedAccount } from '@/lib/domain/account';
import type { AutomationStatus, Contact, ContactList, CustomField, WorkspaceLists } from '@/lib/domain/contact';
import type { ConversationPage, Message, Sender } from '@/lib/domain/conversation';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId, MessageId, SenderId } from '@/lib/domain/ids';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import type { Result } from '@/lib/domain/result';
import { createRateGate, type RateGate } from './http/limits/rate-gate';
import type { OpenTransport } from './http/transport';
import { unscoped, type KeyScope } from './http/key-scope';
import { createRequest } from './http/request';
import { createAutomations } from './resources/automations';
import { createList, customFields, findLists, lists, senders, stages } from './resources/catalog';
import { remove, upsert, type Upserted, type UpsertRequest } from './resources/contacts';
import { whoAmI } from './resources/identity';
import { createLookup, readOne } from './resources/lookup';
import {
  byId,
  conversation,
  retry,
  send,
  sentMessages,
  type SendRequest,
  type SentBaseline,
} from './resources/messages';
import type { WriteFailure } from './write-failure';

/**
 * GetSales as the services see it. Every method resolves to a `Result` and never throws. Writes fail with a `WriteFailure`,
 * which tells a refused write from one with an unknown outcome.
 */
export interface GetSalesClient {
  /** The user and workspace of the key: `GET users/current` and `GET teams`. */
  whoAmI(signal?: AbortSignal): Promise<Result<IdentifiedAccount>>;

  /** The lists, without duplicates, sorted here by name; at most the 10,000 that paging reaches. */
  lists(signal?: AbortSignal): Promise<Result<WorkspaceLists>>;
  /** The first hundred lists that GetSales finds by words of the name (`q`) or by id. */
  findLists(field: 'q' | 'uuid', wanted: string, signal?: AbortSignal): Promise<Result<readonly ContactList[]>>;
  createList(name: string, signal?: AbortSignal): Promise<Result<ContactList, WriteFailure>>;

  /** All senders, oldest first. */
  senders(signal?: AbortSignal): Promise<Result<readonly Sender[]>>;

  /** `lookup-one`, or `find-one` where the first does not exist. `null`: GetSales answered that there is no such contact. */
  lookup(identity: LinkedInIdentity, signal?: AbortSignal): Promise<Result<Contact | null>>;
  /** One contact by id; `null` when it no longer exists. */
  contact(id: ContactId, signal?: AbortSignal): Promise<Result<Contact | null>>;
  /** Names of pipeline stages by id. */
  stages(signal?: AbortSignal): Promise<Result<Readonly<Record<string, string>>>>;
  /** All custom fields of contacts, in the workspace's order. */
  customFields(signal?: AbortSignal): Promise<Result<readonly CustomField[]>>;
  /** The automations that this contact is or was in, newest first. */
  automations(id: ContactId, signal?: AbortSignal): Promise<Result<readonly AutomationStatus[]>>;

  /**
   * Creates one contact, or finds it: `upsert`, with a fallback to `POST /leads/api/leads` where that route does not exist
   * (404 or 405). Idempotent for one person.
   */
  upsert(request: UpsertRequest, signal?: AbortSignal): Promise<Result<Upserted, WriteFailure>>;
  /** `DELETE /leads/api/leads/{uuid}`: undoes an add that created the contact. */
  removeContact(id: ContactId, signal?: AbortSignal): Promise<Result<null, WriteFailure>>;
  /** One page of 50 messages, newest first. Rows of another contact or sender are dropped. */
  conversation(
    contactId: ContactId,
    senderId: SenderId | null,
    offset: number,
    signal?: AbortSignal,
  ): Promise<Result<ConversationPage>>;
  /** The newest 50 messages from this sender to this contact, read before a send. One attempt, no retry. */
  sentMessages(contactId: ContactId, senderId: SenderId, signal?: AbortSignal): Promise<Result<SentBaseline>>;
  /** `POST /flows/api/linkedin-messages`: sent at most once. */
  send(request: SendRequest, signal?: AbortSignal): Promise<Result<Message, WriteFailure>>;
  /**
   * `PUT /flows/api/linkedin-messages/{uuid}/retry`: queues a failed message again. Sent at most once. GetSales refuses it
   * for a message that has not failed.
   */
  retry(id: MessageId, signal?: AbortSignal): Promise<Result<null, WriteFailure>>;
  /** One message by id through `filter[uuid]`; null when GetSales does not list it. */
  message(id: MessageId, signal?: AbortSignal): Promise<Result<Message | null>>;
}

/** The one host that ever receives the key. */
export const GETSALES_ORIGIN = 'https://amazing.getsales.io';

export interface ClientDeps {
  readonly fetch: typeof fetch;
  /** Opens a new connection for each request that must be sent at most once. */
  readonly openTransport: OpenTransport;
  /** The current key; null when none is stored. */
  readonly key: () => Promise<string | null>;
  /** The lifetime of that key; unlimited when absent. */
  readonly scope?: KeyScope;
  /** Wall clock in ms, for dates only. */
  readonly now: () => number;
  readonly random: () => number;
  /** Ends early when the signal aborts, resolved or rejected. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** GetSales answered 401. */
  readonly onKeyRejected?: () => void;
  /** Called after every request that was sent; its argument contains no values. */
  readonly onRequest?: (loggedRequest: LoggedRequest) => void;
  readonly isOnline?: () => boolean;
  /** Milliseconds that only go forward; durations are measured with it. */
  readonly monotonic?: () => number;
  readonly timeout?: (ms: number) => AbortSignal;
  /** Shared by clients with different keys; each client has its own when absent. */
  readonly rateGate?: RateGate;
  /** Another origin only in tests against the local sandbox. */
  readonly origin?: string;
}

/** A GetSales client over HTTP. */
export function createGetSalesClient(deps: ClientDeps): GetSalesClient {
  const { now, key } = deps;
  const monotonic = deps.monotonic ?? (() => performance.now());
  const request = createRequest({
    ...deps,
    scope: deps.scope ?? unscoped,
    monotonic,
    origin: deps.origin ?? GETSALES_ORIGIN,
    timeout: deps.timeout ?? ((ms) => AbortSignal.timeout(ms)),
    isOnline: deps.isOnline ?? (() => true),
    onKeyRejected: deps.onKeyRejected ?? (() => undefined),
    onRequest: deps.onRequest ?? (() => undefined),
    ...(deps.rateGate ?? createRateGate({ monotonic, sleep: deps.sleep })),
  });
  const messages = { request, now };
  const lookup = createLookup(request);

  return {
    whoAmI: (signal) => whoAmI({ request, key, now }, signal),
    lists: (signal) => lists(request, signal),
    findLists: (field, wanted, signal) => findLists(request, field, wanted, signal),
    createList: (name, signal) => createList(request, name, signal),
    senders: (signal) => senders(request, signal),
    lookup,
    contact: (id, signal) => readOne(request, id, signal),
    stages: (signal) => stages(request, signal),
    customFields: (signal) => customFields(request, signal),
    automations: createAutomations(request),
    upsert: (wanted, signal) => upsert({ request, lookup }, wanted, signal),
    removeContact: (id, signal) => remove(request, id, signal),
    conversation: (contactId, senderId, offset, signal) =>
      conversation(messages, { contactId, senderId }, offset, signal),
    sentMessages: (contactId, senderId, signal) => sentMessages(messages, { contactId, senderId }, signal),
    send: (wanted, signal) => send(messages, wanted, signal),
    retry: (id, signal) => retry(request, id, signal),
    message: (id, signal) => byId(messages, id, signal),
  };
}
