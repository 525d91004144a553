import type { DBSchema } from 'idb';
import * as z from 'zod/mini';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { ok, type Result } from '@/lib/domain/result';
import { createConnection, type DatabaseOf } from './database';

/** How many requests are remembered. */
export const REQUESTS_KEPT = 100;

export const REQUEST_LOG_DATABASE = 'request-log';

/** What left this browser: the newest requests, without a value of any. */
export interface RequestLog {
  note(loggedRequest: LoggedRequest): Promise<Result<null>>;
  /** Newest first. */
  recent(): Promise<Result<readonly LoggedRequest[]>>;
  /** Deletes everything, at sign-out. What left before is not noted afterwards. */
  erase(): Promise<Result<null>>;
}

interface LoggedRequestSchema extends DBSchema {
  requests: { key: number; value: LoggedRequest };
}

/** A database of its own: whatever happens to it, the outbox of entries is not touched. */
const database: DatabaseOf<LoggedRequestSchema> = {
  name: REQUEST_LOG_DATABASE,
  version: 1,
  upgrade(db, from) {
    if (from < 1) db.createObjectStore('requests', { autoIncrement: true });
  },
};

const Stored = z.object({
  method: z.string(),
  path: z.string(),
  fieldNames: z.array(z.string()),
  status: z.nullable(z.number()),
  at: z.number(),
});

/** @param now milliseconds of the wall clock, the one that loggedRequests are dated by */
export function createRequestLog(now: () => number): RequestLog {
  const { use, erase } = createConnection(database);
  let erasedAt = -Infinity;
  return {
    note: (loggedRequest) =>
      loggedRequest.at <= erasedAt
        ? Promise.resolve(ok(null))
        : use(async (db) => {
            const tx = db.transaction('requests', 'readwrite');
            await tx.store.add(loggedRequest);
            const tooMany = (await tx.store.count()) - REQUESTS_KEPT;
            const oldest = tooMany > 0 ? await tx.store.getAllKeys(null, tooMany) : [];
            for (const key of oldest) await tx.store.delete(key);
            await tx.done;
            return ok(null);
          }),
    recent: () =>
      use(async (db) => {
        const stored: readonly unknown[] = await db.getAll('requests');
        // A damaged record says nothing, and hides no other.
        const loggedRequests = stored.flatMap((each) => Stored.safeParse(each).data ?? []);
        return ok(loggedRequests.reverse().sort((a, b) => b.at - a.at));
      }),
    erase() {
      erasedAt = now();
      return erase();
    },
  };
}
