import type { DBSchema } from 'idb';
import * as z from 'zod/mini';
import type { Exchange } from '@/lib/domain/logged-request';
import { ok, type Result } from '@/lib/domain/result';
import { createConnection, type DatabaseOf } from './database';

/** How many requests are remembered. */
export const EXCHANGES_KEPT = 100;

/** What left this browser: the newest requests, without a value of any. */
export interface ExchangeLog {
  note(exchange: Exchange): Promise<Result<null>>;
  /** Newest first. */
  recent(): Promise<Result<readonly Exchange[]>>;
  /** Deletes everything, at sign-out. What left before is not noted afterwards. */
  erase(): Promise<Result<null>>;
}

interface ExchangeSchema extends DBSchema {
  exchanges: { key: number; value: Exchange };
}

/** A database of its own: whatever happens to it, the journal of intents is not touched. */
const database: DatabaseOf<ExchangeSchema> = {
  name: 'exchanges',
  version: 1,
  upgrade(db, from) {
    if (from < 1) db.createObjectStore('exchanges', { autoIncrement: true });
  },
};

const Stored = z.object({
  method: z.string(),
  path: z.string(),
  fieldNames: z.array(z.string()),
  status: z.nullable(z.number()),
  at: z.number(),
});

/** @param now milliseconds of the wall clock, the one that exchanges are dated by */
export function createExchangeLog(now: () => number): ExchangeLog {
  const { use, erase } = createConnection(database);
  let erasedAt = -Infinity;
  return {
    note: (exchange) =>
      exchange.at <= erasedAt
        ? Promise.resolve(ok(null))
        : use(async (db) => {
            const tx = db.transaction('exchanges', 'readwrite');
            await tx.store.add(exchange);
            const tooMany = (await tx.store.count()) - EXCHANGES_KEPT;
            const oldest = tooMany > 0 ? await tx.store.getAllKeys(null, tooMany) : [];
            for (const key of oldest) await tx.store.delete(key);
            await tx.done;
            return ok(null);
          }),
    recent: () =>
      use(async (db) => {
        const stored: readonly unknown[] = await db.getAll('exchanges');
        // A damaged record says nothing, and hides no other.
        const exchanges = stored.flatMap((each) => Stored.safeParse(each).data ?? []);
        return ok(exchanges.reverse().sort((a, b) => b.at - a.at));
      }),
    erase() {
      erasedAt = now();
      return erase();
    },
  };
}
