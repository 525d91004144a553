import type { Account, InFlightReport } from '@/lib/domain/account';
import type { Result } from '@/lib/domain/result';
import type { KeyScope } from '@/lib/getsales/http/key-scope';

/** How long GetSales may take to answer pending writes after their key was replaced or erased. */
const WIRE_PATIENCE_MS = 5_000;
/** How long tasks may then take to record their outcome. */
const SETTLE_PATIENCE_MS = 5_000;

/** A write without an outbox entry. */
export type NamedWrite = Pick<InFlightReport, 'what' | 'name'>;

/** One stored key, from its first use until it is replaced or erased. Everything that begins under it ends with it. */
export interface KeyGeneration extends KeyScope {
  readonly id: string;
  readonly account: Account;
  /** Whether nothing can be written to the account's records. */
  readonly isSealed: () => boolean;
  /** Runs a task under this key; closing waits for it. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** The same for a write without an outbox entry, so that closing can report it. */
  readonly runNamed: <T>(write: NamedWrite, task: () => Promise<Result<T>>) => Promise<Result<T>>;
  /**
   * Stops all requests that were not sent; gives sent ones five seconds to be answered; then seals the account's records.
   * Answers with the named writes that were sent.
   */
  readonly close: () => Promise<readonly InFlightReport[]>;
}

export interface KeyGenerationDeps {
  readonly id: string;
  readonly account: Account;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createKeyGeneration({ id, account, sleep }: KeyGenerationDeps): KeyGeneration {
  const closing = new AbortController();
  const cutting = new AbortController();
  const running = new Set<Promise<unknown>>();
  const named = new Set<{ readonly write: NamedWrite; outcome: InFlightReport['outcome'] | 'not-sent' }>();
  let isSealed = false;

  function run<T>(task: () => Promise<T>): Promise<T> {
    const result = task();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    running.add(ended);
    void ended.then(() => running.delete(ended));
    return result;
  }

  async function waitForAll(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  async function waitAtMost(ms: number): Promise<void> {
    const ended = new AbortController();
    const all = waitForAll().then(() => {
      ended.abort();
    });
    await Promise.race([all, sleep(ms, ended.signal)]);
  }

  async function close(): Promise<readonly InFlightReport[]> {
    const inFlight = [...named];
    closing.abort();
    await waitAtMost(WIRE_PATIENCE_MS);
    cutting.abort();
    await waitAtMost(SETTLE_PATIENCE_MS);
    isSealed = true;
    return inFlight.flatMap(({ write, outcome }) => (outcome === 'not-sent' ? [] : [{ ...write, outcome }]));
  }

  return {
    id,
    account,
    closed: closing.signal,
    cut: cutting.signal,
    isSealed: () => isSealed,
    run,
    runNamed: (write, task) =>
      run(async () => {
        const entry: Parameters<typeof named.add>[0] = { write, outcome: 'unknown' };
        named.add(entry);
        try {
          const result = await task();
          entry.outcome = outcomeOf(result);
          return result;
        } finally {
          named.delete(entry);
        }
      }),
    close,
  };
}

const NO_ANSWER: readonly string[] = ['unreachable', 'unreadable-answer', 'server-trouble', 'unexpected'];

function outcomeOf(result: Result<unknown>): InFlightReport['outcome'] | 'not-sent' {
  if (result.ok) return 'done';
  return NO_ANSWER.includes(result.error.code) ? 'unknown' : 'not-sent';
}
