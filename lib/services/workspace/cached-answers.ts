import type { AccountId } from '@/lib/domain/account';
import { ok, type Result } from '@/lib/domain/result';
import type { SettingItem } from '@/lib/settings/declare';
import type { Remembered } from '@/lib/settings/worker-items';

interface Question<T> {
  readonly item: SettingItem<Remembered<T> | null>;
  /** How old an answer may be; 0 always asks. */
  readonly ttlMs: number;
  readonly ask: () => Promise<Result<T>>;
  readonly store: (answer: Remembered<T>) => Promise<void>;
}

export interface AnswerCache {
  /** The cached answer if it is recent enough, else a new one from GetSales. Asks the same question once at a time. */
  get<T>(question: Question<T>): Promise<Result<Remembered<T>>>;
}

/** Caches GetSales' answers to one account in stored items. */
export function createAnswerCache(now: () => number, account: AccountId): AnswerCache {
  const inFlight = new Map<string, Promise<Result<Remembered<unknown>>>>();

  async function askAndStore<T>({ ask, store }: Question<T>): Promise<Result<Remembered<T>>> {
    const answer = await ask();
    if (!answer.ok) return answer;
    const remembered = { account, value: answer.value, asOf: new Date(now()).toISOString() };
    await store(remembered);
    return ok(remembered);
  }

  return {
    async get<T>(question: Question<T>): Promise<Result<Remembered<T>>> {
      const known = question.ttlMs === 0 ? null : await question.item.getValue();
      if (known?.account === account && isRecent(known.asOf, question.ttlMs, now())) return ok(known);
      const { key } = question.item;
      // An item has one type, so a request in flight for its key has that type.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
      const running = inFlight.get(key) as Promise<Result<Remembered<T>>> | undefined;
      if (running !== undefined) return running;
      const started = askAndStore(question).finally(() => inFlight.delete(key));
      inFlight.set(key, started);
      return started;
    },
  };
}

/** An answer from the future counts as old: the clock was set back. */
function isRecent(asOf: string, ttlMs: number, nowMs: number): boolean {
  const age = nowMs - Date.parse(asOf);
  return age >= 0 && age < ttlMs;
}
