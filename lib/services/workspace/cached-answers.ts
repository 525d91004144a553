import type { AccountId } from '@/lib/domain/account';
import { ok, type Result } from '@/lib/domain/result';
import type { SettingItem } from '@/lib/settings/declare';
import type { Remembered } from '@/lib/settings/worker-items';

interface Question<T> {
  readonly item: SettingItem<Remembered<T> | null>;
  /** How old an answer may be; 0 asks in any case. */
  readonly ttlMs: number;
  readonly ask: () => Promise<Result<T>>;
  readonly keep: (answer: Remembered<T>) => Promise<void>;
}

export interface Memory {
  /** The remembered answer if it is young enough, else GetSales'. The same question is asked once at a time. */
  recall<T>(question: Question<T>): Promise<Result<Remembered<T>>>;
}

/** Answers of GetSales to one account, remembered in stored items. */
export function createMemory(now: () => number, account: AccountId): Memory {
  const underWay = new Map<string, Promise<Result<Remembered<unknown>>>>();

  async function ask<T>({ ask: question, keep }: Question<T>): Promise<Result<Remembered<T>>> {
    const answer = await question();
    if (!answer.ok) return answer;
    const remembered = { account, value: answer.value, asOf: new Date(now()).toISOString() };
    await keep(remembered);
    return ok(remembered);
  }

  return {
    async recall<T>(question: Question<T>): Promise<Result<Remembered<T>>> {
      const known = question.ttlMs === 0 ? null : await question.item.getValue();
      if (known?.account === account && isYoung(known.asOf, question.ttlMs, now())) return ok(known);
      const { key } = question.item;
      // An item has one type, so whatever is under way for its key answers with that type.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
      const running = underWay.get(key) as Promise<Result<Remembered<T>>> | undefined;
      if (running !== undefined) return running;
      const started = ask(question).finally(() => underWay.delete(key));
      underWay.set(key, started);
      return started;
    },
  };
}

/** An answer from the future counts as old: the clock was set back since. */
function isYoung(asOf: string, ttlMs: number, nowMs: number): boolean {
  const age = nowMs - Date.parse(asOf);
  return age >= 0 && age < ttlMs;
}
