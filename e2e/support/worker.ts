import { freshStorage } from './extension-storage';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { AccountId } from '../../lib/domain/account';
import { ok, type Result } from '../../lib/domain/result';
import { sharedTransport } from '../../lib/getsales/http/transport';
import { type Handlers, serve } from '../../lib/messaging/serve';
import type { InputOf, MessageName, OutputOf } from '../../lib/messaging/protocol';
import type { AccountServices } from '../../lib/services/worker/account-services';
import { buildServices, type Environment } from '../../lib/services/worker/build-services';
import { createHandlers, type Services } from '../../lib/services/worker/handlers';
import type { MemoryStorage } from '../../lib/settings/testing/memory-storage';
import { createSandbox, type Sandbox } from '../sandbox/sandbox';
import { memoryLocks } from './memory-locks';

/** The start time of these tests. */
const NOON = Date.UTC(2026, 10, 23, 12);
export const OUR_ORIGIN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

export type Ask = <N extends MessageName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>>>;

export interface Worker {
  readonly services: Services;
  readonly handlers: Handlers;
  /** Asks as a newly opened extension page: through the listener, its schemas and its session check. */
  readonly ask: Ask;
  /** The same as a page that was opened for this account. */
  readonly pageOf: (account: AccountId | null) => Ask;
  /** The services of the connected account. */
  readonly current: () => Promise<AccountServices>;
  /** The connected account; null for none. */
  readonly account: () => Promise<AccountId | null>;
  /** Makes all pending requests time out. */
  readonly timeOut: () => void;
}

/** A message of a page to a worker, in the order in which they were sent. */
export interface Asked {
  readonly at: number;
  /** Number of requests that were sent before it. */
  readonly sentBefore: number;
  readonly name: MessageName;
  readonly input: unknown;
  /** Null while there is none. */
  answer: { readonly at: number; readonly sentBefore: number; readonly value: Result<unknown> } | null;
}

/** A request that left a worker, arrived or not. */
export interface Requested {
  readonly at: number;
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  /** The status with which its answer came back as GetSales gave it; null when none did. */
  answered: number | null;
}

/** A worker that was started, and what it had instead of what the world gives. */
export interface Started {
  readonly at: number;
  readonly change: Partial<Environment>;
}

export interface World {
  readonly sandbox: Sandbox;
  readonly storage: MemoryStorage;
  /** Lines that the worker reported or logged. */
  readonly reports: readonly string[];
  readonly asked: readonly Asked[];
  readonly requested: readonly Requested[];
  readonly started: readonly Started[];
  /** Moves all clocks. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  readonly setOnline: (online: boolean) => void;
  readonly wasOffline: () => boolean;
  /** Starts a worker on the same disk, with empty memory. */
  readonly startWorker: (change?: Partial<Environment>) => Worker;
  /** A new profile with the same GetSales and time, replacing this one. */
  readonly freshProfile: () => World;
}

interface SharedWorld {
  readonly sandbox: Sandbox;
  readonly pass: (ms: number) => void;
  readonly passed: () => number;
}

/**
 * A browser profile with the real services, the real client and a local GetSales, in process. Sleeping moves the clock
 * instead of waiting.
 */
export function createWorld(): World {
  let passed = 0;
  return createProfile({
    sandbox: createSandbox({ now: () => NOON + passed }),
    pass: (ms) => {
      passed += ms;
    },
    passed: () => passed,
  });
}

function createProfile(shared: SharedWorld): World {
  const { sandbox, pass, passed } = shared;
  const storage = freshStorage();
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
  const reports: string[] = [];
  const asked: Asked[] = [];
  const requested: Requested[] = [];
  const started: Started[] = [];
  let online = true;
  let wasOffline = false;
  const now = (): number => NOON + passed();
  const locks = memoryLocks();

  const startWorker = (change: Partial<Environment> = {}): Worker => {
    const { fetch: send = sandbox.fetch } = change;
    started.push({ at: now(), change });
    const fetch: Environment['fetch'] = async (input, init) => {
      const { url, method, headers } = new Request(input, { ...init, signal: null });
      const body = typeof init?.body === 'string' ? init.body : null;
      const request: Requested = { at: now(), url, method, headers, body, answered: null };
      requested.push(request);
      const answer = await send(input, init);
      const logged = sandbox.control.requests().findLast((each) => each.method === method && url.includes(each.path));
      if (logged?.faulted !== true) request.answered = answer.status;
      return answer;
    };
    const timeout = new Set<AbortController>();
    const services = buildServices({
      openTransport: () => Promise.resolve(sharedTransport(fetch)),
      crypto,
      locks,
      now,
      monotonic: passed,
      random: () => 0.5,
      sleep: (ms, signal) => {
        if (signal?.aborted !== true) pass(ms);
        return Promise.resolve();
      },
      timeout: () => {
        const controller = new AbortController();
        timeout.add(controller);
        return controller.signal;
      },
      isOnline: () => online,
      storageClosed: Promise.resolve(ok(null)),
      rewriteFiles: () => Promise.resolve(ok(null)),
      ping: () => Promise.resolve(),
      report: (event) => reports.push(event),
      ...change,
      fetch,
      // keepAwake is replaced below: its pings would move the clock.
    });
    const handlers = createHandlers({ ...services, keepAwake: (act) => act() });
    const listener = serve({
      handlers: Promise.resolve(handlers),
      self: { id: 'abcdefghijklmnopabcdefghijklmnop', origin: OUR_ORIGIN },
      newReference: () => 'reference',
      startTimeout: () => new Promise(() => undefined),
      report: (reference, name, thrown) => reports.push([name, reference, String(thrown)].join(' ')),
    });
    const pageOf =
      (account: AccountId | null): Ask =>
      async (name, input) => {
        const speaker = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: OUR_ORIGIN };
        const message: Asked = { at: now(), sentBefore: requested.length, name, input, answer: null };
        asked.push(message);
        // The listener answers every message with the Result of the handler of that name.
        // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
        const answer = (await listener(structuredClone({ name, input, account }), speaker)) as Result<
          OutputOf<typeof name>
        >;
        message.answer = { at: now(), sentBefore: requested.length, value: answer };
        return answer;
      };
    const account = async (): Promise<AccountId | null> => {
      const session = await services.session.get();
      return session.ok && session.value.state !== 'disconnected' ? session.value.account.id : null;
    };
    return {
      services,
      handlers,
      pageOf,
      account,
      current: async () => {
        const current = await services.session.current();
        if (!current.ok) throw new Error(current.error.code);
        return current.value;
      },
      ask: async (name, input) => pageOf(await account())(name, input),
      timeOut: () => {
        for (const controller of timeout) controller.abort(new DOMException('timed out', 'TimeoutError'));
      },
    };
  };

  return {
    sandbox,
    storage,
    reports,
    asked,
    requested,
    started,
    pass,
    now,
    setOnline(value) {
      online = value;
      wasOffline ||= !value;
    },
    wasOffline: () => wasOffline,
    startWorker,
    freshProfile: () => createProfile(shared),
  };
}

/** A world with a worker connected to the sandbox; the requests made while connecting are cleared. */
export async function connectedWorld(): Promise<World & { readonly worker: Worker }> {
  const world = createWorld();
  const worker = world.startWorker();
  const connected = await worker.ask('session.connect', { key: world.sandbox.key, confirmed: null });
  if (!connected.ok) throw new Error(`could not connect: ${connected.error.code}`);
  world.sandbox.control.clearRequests();
  return { ...world, worker };
}
