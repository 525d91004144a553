import type { AccountId } from '@/lib/domain/account';
import { ok, type Result } from '@/lib/domain/result';
import type { SettingItem } from '@/lib/settings/declare';
import type { Remembered } from '@/lib/settings/worker-items';
import { createInFlight } from '../exclusive';

/** Caches GetSales' answers to one account in stored items. */
export function createAnswerCache(account: AccountId, now: () => number) {
  const inFlight = createInFlight<Result<Remembered<unknown>>, string>();

  async function askAndStore<T>(
    item: SettingItem<Remembered<T> | null>,
    ask: () => Promise<Result<T>>,
  ): Promise<Result<Remembered<T>>> {
    const answer = await ask();
    if (!answer.ok) return answer;
    const remembered = { account, value: answer.value, asOf: new Date(now()).toISOString() };
    await item.setValue(remembered);
    return ok(remembered);
  }

  /**
   * Answers from the cache if that is recent enough, else asks GetSales, at most once at a time per item.
   *
   * @param ttlMs how old a cached answer may be; 0 always asks
   */
  return async <T>(
    item: SettingItem<Remembered<T> | null>,
    ttlMs: number,
    ask: () => Promise<Result<T>>,
  ): Promise<Result<Remembered<T>>> => {
    const known = await item.getValue();
    if (known?.account === account && isRecent(Date.parse(known.asOf), ttlMs, now())) return ok(known);
    const answer = inFlight.get(item.key) ?? inFlight.run(item.key, () => askAndStore(item, ask));
    // An item has one type, so a request in flight for its key has that type.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    return answer as Promise<Result<Remembered<T>>>;
  };
}

/** Caches answers in memory for `ttlMs`. */
export function createMemoryCache<T>(ttlMs: number, now: () => number) {
  let entries = new Map<string, { readonly value: T; readonly atMs: number }>();
  return {
    get(key: string): T | null {
      const known = entries.get(key);
      return known !== undefined && isRecent(known.atMs, ttlMs, now()) ? known.value : null;
    },
    /** Call it before a request; the result stores the answer, unless the cache was cleared since. */
    beginRequest(key: string): (value: T) => void {
      const current = entries;
      return (value) => {
        current.set(key, { value, atMs: now() });
      };
    },
    /** Call it after every write, which makes cached and requested answers outdated. */
    clear(): void {
      entries = new Map();
    },
  };
}

/** An answer from the future counts as old: the clock was set back. */
function isRecent(atMs: number, ttlMs: number, nowMs: number): boolean {
  const age = nowMs - atMs;
  return age >= 0 && age < ttlMs;
}
