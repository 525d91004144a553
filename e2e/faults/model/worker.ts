import type { AccountId } from '@/lib/domain/account';
import { ok, type Result } from '@/lib/domain/result';
import { sharedTransport } from '@/lib/getsales/http/transport';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import { serve } from '@/lib/messaging/serve';
import { buildServices, type Environment } from '@/lib/services/worker/build-services';
import { createScheduler, type Scheduler } from '@/lib/services/worker/scheduler';
import { createHandlers } from '@/lib/services/worker/handlers';
import { revision } from '@/lib/settings/first-paint';
import { memoryLocks } from '../../support/memory-locks';
import type { Life } from './life';
import type { VirtualTime } from './time';

const SELF = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' };

/** Shared, because creating a DOMException is slow. */
const TIMED_OUT = new DOMException('timed out', 'TimeoutError');

export interface WorkerDeps {
  readonly life: Life;
  readonly time: VirtualTime;
  readonly fetch: typeof fetch;
  /** The browser's clock. */
  readonly wallClock: () => number;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly setAlarm: (atMs: number | null) => void;
  /** Called with what the worker reports about itself: always a bug. */
  readonly report: (event: string) => void;
}

export type Ask = <N extends MessageName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>>>;

/** Asks the worker as a page of this account; null: no account is connected, or the page does not know it. */
export type PageOf = (account: AccountId | null) => Ask;

export interface Worker {
  /** Never resolves when the worker dies first. */
  readonly pageOf: PageOf;
  readonly scheduler: Scheduler;
}

/** A worker built like entrypoints/background.ts, with virtual time. */
export function startWorker(deps: WorkerDeps): Worker {
  const { life, wallClock } = deps;
  const services = buildServices(environment(deps));
  const { recovery } = services;
  const recovered = services.session.start().then(() => recovery.markInterrupted());
  const report = (event: string): void => {
    if (life.isAlive()) deps.report(event);
  };
  const listener = listen(deps, recovered, createHandlers(services));
  const scheduler = createScheduler({
    processDue: recovery.processDue,
    now: wallClock,
    sleep: sleeper(deps),
    keepAwake: services.keepAwake,
    setAlarm: (at) => {
      if (life.isAlive()) deps.setAlarm(at);
      return life.whileAlive(Promise.resolve());
    },
    report,
  });
  revision.watch(() => void scheduler.runDueWork());
  void recovered.then((left) => {
    if (!left.ok) report('recovery');
    return scheduler.runDueWork();
  });
  return { pageOf: asker(life, listener), scheduler };
}

/** A second worker on the same disk with separate locks; it only answers messages, and starts with the first one. */
export function secondWorkerOf(deps: WorkerDeps): PageOf {
  let pageOf: PageOf | null = null;
  return (account) => {
    pageOf ??= asker(deps.life, listen(deps, Promise.resolve(), createHandlers(buildServices(environment(deps)))));
    return pageOf(account);
  };
}

type Listener = ReturnType<typeof serve>;

function listen(deps: WorkerDeps, recovered: Promise<unknown>, handlers: ReturnType<typeof createHandlers>): Listener {
  return serve({
    handlers: recovered.then(() => handlers),
    self: SELF,
    newReference: () => 'reference',
    startTimeout: sleeper(deps),
    report: (_reference, name, thrown) => {
      if (deps.life.isAlive()) deps.report(`${name}: ${String(thrown)}`);
    },
  });
}

function asker(life: Life, listener: Listener): PageOf {
  return (account) => (name, input) => {
    const { id, origin } = SELF;
    // The listener answers every message with the Result of the handler of that name.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    const answer = listener({ name, input, account }, { id, origin }) as Promise<Result<OutputOf<typeof name>>>;
    return life.whileAlive(answer);
  };
}

function environment(deps: WorkerDeps): Environment {
  const { life, time } = deps;
  return {
    fetch: deps.fetch,
    // The frame for single-use connections takes time to load.
    openTransport: async () => {
      await life.whileAlive(time.pass(deps.random() * 150));
      return sharedTransport(deps.fetch);
    },
    crypto,
    locks: locksOf(life),
    now: deps.wallClock,
    monotonic: time.now,
    random: deps.random,
    sleep: sleeper(deps),
    timeout: (ms) => {
      const controller = new AbortController();
      life.onEnd(time.after(ms, () => controller.abort(TIMED_OUT)));
      return controller.signal;
    },
    isOnline: deps.isOnline,
    storageClosed: Promise.resolve(ok(null)),
    rewriteFiles: () => Promise.resolve(ok(null)),
    ping: () => Promise.resolve(),
    report: (event) => {
      if (life.isAlive()) deps.report(event);
    },
  };
}

/** Resolves after `ms`, or at once when the signal aborts. */
function sleeper({ life, time }: WorkerDeps): (ms: number, signal?: AbortSignal) => Promise<void> {
  return (ms, signal) => {
    if (signal?.aborted === true) return life.whileAlive(Promise.resolve());
    const slept = new Promise<void>((resolve) => {
      const wake = (): void => {
        cancel();
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const cancel = time.after(ms, wake);
      life.onEnd(cancel);
      signal?.addEventListener('abort', wake);
    });
    return life.whileAlive(slept);
  };
}

function locksOf(life: Life): LockManager {
  const locks = memoryLocks();
  return {
    query: locks.query,
    request: (
      name: string,
      options: LockOptions | LockGrantedCallback<unknown>,
      granted?: LockGrantedCallback<unknown>,
    ) => {
      const given = typeof options === 'function' ? options : granted;
      const grant = (lock: Lock | null): unknown => {
        const goesOn = lock === null || name === 'session' || life.did('locked', 'before');
        return goesOn ? given?.(lock) : new Promise(() => undefined);
      };
      return locks.request(name, typeof options === 'function' ? {} : options, grant);
    },
  };
}
