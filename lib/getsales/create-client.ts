import { err, ok, type Result } from '@/lib/domain/result';
import type { ContactList } from '@/lib/domain/contact';
import type { GetSalesClient, WriteFailure } from './client';
import { readAll, type PagedCall } from './paging';
import { createBreaker } from './pipeline/breaker';
import { createLimiter } from './pipeline/limiter';
import { createRequest } from './pipeline/request';
import { createMany, remove, upsert, writeFailure } from './resources/contacts';
import { whoAmI } from './resources/identity';
import { createLookup, readOne } from './resources/lookup';
import { byId, conversation, outbox, send } from './resources/messages';
import { createAutomations, stages } from './resources/standing';
import { routes } from './routes';
import { readList, readSender } from './wire/rows';

/** The one host that ever receives the key. */
export const GETSALES_ORIGIN = 'https://amazing.getsales.io';

export interface ClientDeps {
  readonly fetch: typeof fetch;
  /** The key of the moment; null when none is stored. */
  readonly key: () => Promise<string | null>;
  /** Wall clock in ms, for dates only. */
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** GetSales answered 401. */
  readonly onKeyRejected: () => void;
  readonly isOnline: () => boolean;
  /** Milliseconds that only go forward; durations are measured with it. */
  readonly monotonic?: () => number;
  readonly timeout?: (ms: number) => AbortSignal;
  /** Another origin only in tests against the local sandbox. */
  readonly origin?: string;
}

/** GetSales over HTTP. Every request goes through one pipeline with one limit and one pause. */
export function createGetSalesClient(deps: ClientDeps): GetSalesClient {
  const { now, key } = deps;
  const monotonic = deps.monotonic ?? (() => performance.now());
  const request = createRequest({
    ...deps,
    origin: deps.origin ?? GETSALES_ORIGIN,
    timeout: deps.timeout ?? ((ms) => AbortSignal.timeout(ms)),
    limiter: createLimiter({ monotonic, sleep: deps.sleep }),
    breaker: createBreaker(monotonic),
  });
  const messages = { request, now };

  async function all<T>(call: PagedCall<T>): Promise<Result<readonly T[]>> {
    const found = await readAll(request, call);
    return found.ok ? found : err(found.error.error);
  }

  async function createList(name: string, signal?: AbortSignal): Promise<Result<ContactList, WriteFailure>> {
    const answer = await request({ method: 'POST', path: routes.lists, body: { name }, mode: 'once', signal });
    if (!answer.ok) return err(writeFailure(answer.error, 'list'));
    const list = readList(answer.value.json);
    const error = { code: 'unreadable-answer', status: answer.value.status } as const;
    return list === null ? err({ fate: 'unknown', error }) : ok(list);
  }

  return {
    whoAmI: (signal) => whoAmI({ request, key, now }, signal),
    lists: (signal) =>
      all({
        path: routes.lists,
        query: { order_field: 'name', order_type: 'asc' },
        read: readList,
        id: (list) => list.id,
        signal,
      }),
    createList,
    senders: (signal) =>
      all({
        path: routes.senders,
        query: { order_field: 'created_at', order_type: 'asc' },
        read: readSender,
        id: (sender) => sender.id,
        signal,
      }),
    lookup: createLookup(request),
    contact: (id, signal) => readOne(request, id, signal),
    stages: (signal) => stages(request, signal),
    automations: createAutomations(request),
    upsert: (wanted, signal) => upsert(request, wanted, signal),
    createMany: (listId, people, signal) => createMany(request, listId, people, signal),
    removeContact: (id, signal) => remove(request, id, signal),
    conversation: (contactId, senderId, offset, signal) => conversation(messages, contactId, senderId, offset, signal),
    outbox: (contactId, senderId, signal) => outbox(messages, contactId, senderId, signal),
    send: (wanted, signal) => send(messages, wanted, signal),
    message: (id, signal) => byId(messages, id, signal),
  };
}
