import type { Account, WireReport } from '@/lib/domain/account';
import type { Result } from '@/lib/domain/result';
import type { KeyScope } from '@/lib/getsales/http/key-scope';

/** How long writes on the wire may still be answered once their key is replaced or erased. */
const WIRE_PATIENCE_MS = 5_000;
/** How long acts may take to write down their outcome once nothing of theirs is on the wire. */
const SETTLE_PATIENCE_MS = 5_000;

/** A write that no outbox entry describes. */
export type NamedAct = Pick<WireReport, 'what' | 'name'>;

/** One stored key, from the moment it is put to use until it is replaced or erased. Whatever begins under it ends with it. */
export interface KeyGeneration extends KeyScope {
  readonly id: string;
  readonly account: Account;
  /** Whether the account's records are closed to every write. */
  readonly isSealed: () => boolean;
  /** Runs an act under this key; closing waits for it. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** The same for a write that no outbox entry describes, so that closing can report it. */
  readonly runNamed: <T>(act: NamedAct, task: () => Promise<Result<T>>) => Promise<Result<T>>;
  /**
   * Stops every request that has not left, at once; gives what is on the wire five seconds to be answered; then seals the
   * account's records. Answers with the named acts that had left.
   */
  readonly close: () => Promise<readonly WireReport[]>;
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
  const named = new Set<{ readonly act: NamedAct; outcome: WireReport['outcome'] | 'not-left' }>();
  let sealed = false;

  function run<T>(task: () => Promise<T>): Promise<T> {
    const act = task();
    const ended = act.then(
      () => undefined,
      () => undefined,
    );
    running.add(ended);
    void ended.then(() => running.delete(ended));
    return act;
  }

  async function allEnded(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  async function endWithin(ms: number): Promise<void> {
    const ended = new AbortController();
    const all = allEnded().then(() => {
      ended.abort();
    });
    await Promise.race([all, sleep(ms, ended.signal)]);
  }

  async function close(): Promise<readonly WireReport[]> {
    const onTheWay = [...named];
    closing.abort();
    await endWithin(WIRE_PATIENCE_MS);
    cutting.abort();
    await endWithin(SETTLE_PATIENCE_MS);
    sealed = true;
    return onTheWay.flatMap(({ act, outcome }) => (outcome === 'not-left' ? [] : [{ ...act, outcome }]));
  }

  return {
    id,
    account,
    closed: closing.signal,
    cut: cutting.signal,
    isSealed: () => sealed,
    run,
    runNamed: (act, task) =>
      run(async () => {
        const entry: Parameters<typeof named.add>[0] = { act, outcome: 'unknown' };
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

function outcomeOf(result: Result<unknown>): WireReport['outcome'] | 'not-left' {
  if (result.ok) return 'done';
  return NO_ANSWER.includes(result.error.code) ? 'unknown' : 'not-left';
}
