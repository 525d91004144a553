import type { LoggedRequest } from '@/lib/domain/logged-request';
import type { GetSalesClient } from './client';
import { createRateGate, type RateGate } from './http/limits/rate-gate';
import type { OpenTransport } from './http/transport';
import { unscoped, type KeyScope } from './http/key-scope';
import { createRequest } from './http/request';
import { createAutomations } from './resources/automations';
import { createList, customFields, lists, senders, stages } from './resources/catalog';
import { createMany, remove, upsert } from './resources/contacts';
import { whoAmI } from './resources/identity';
import { createLookup, readOne } from './resources/lookup';
import { byId, conversation, sentMessages, retry, send } from './resources/messages';

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

  return {
    whoAmI: (signal) => whoAmI({ request, key, now }, signal),
    lists: (signal) => lists(request, signal),
    createList: (name, signal) => createList(request, name, signal),
    senders: (signal) => senders(request, signal),
    lookup: createLookup(request),
    contact: (id, signal) => readOne(request, id, signal),
    stages: (signal) => stages(request, signal),
    customFields: (signal) => customFields(request, signal),
    automations: createAutomations(request),
    upsert: (wanted, signal) => upsert(request, wanted, signal),
    createMany: (listId, people, signal) => createMany(request, listId, people, signal),
    removeContact: (id, signal) => remove(request, id, signal),
    conversation: (contactId, senderId, offset, signal) =>
      conversation(messages, { contactId, senderId }, offset, signal),
    sentMessages: (contactId, senderId, signal) => sentMessages(messages, { contactId, senderId }, signal),
    send: (wanted, signal) => send(messages, wanted, signal),
    retry: (id, signal) => retry(request, id, signal),
    message: (id, signal) => byId(messages, id, signal),
  };
}
