import type { LoggedRequest } from '@/lib/domain/logged-request';
import type { GetSalesClient } from './client';
import { createGate, type Gate } from './http/limits/rate-gate';
import type { TransportFactory } from './http/transport';
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
  /** Carries what may leave only once. */
  readonly openTransport: TransportFactory;
  /** The key of the moment; null when none is stored. */
  readonly key: () => Promise<string | null>;
  /** The life of that key; without one it has no end. */
  readonly scope?: KeyScope;
  /** Wall clock in ms, for dates only. */
  readonly now: () => number;
  readonly random: () => number;
  /** Ends early when the signal aborts, resolved or rejected. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** GetSales answered 401. */
  readonly onKeyRejected?: () => void;
  /** Told after every request that left, without any value that it carried. */
  readonly onRequest?: (loggedRequest: LoggedRequest) => void;
  readonly isOnline?: () => boolean;
  /** Milliseconds that only go forward; durations are measured with it. */
  readonly monotonic?: () => number;
  readonly timeout?: (ms: number) => AbortSignal;
  /** The gate of GetSales' origin, for clients with different keys; one of its own when absent. */
  readonly gate?: Gate;
  /** Another origin only in tests against the local sandbox. */
  readonly origin?: string;
}

/** GetSales over HTTP. Every request goes through one pipeline and one gate. */
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
    ...(deps.gate ?? createGate({ monotonic, sleep: deps.sleep })),
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
