import type { DBSchema } from 'idb';
import * as z from 'zod/mini';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { ok, type Result } from '@/lib/domain/result';
import { createConnection, type DatabaseOf } from './connection';

/** How many requests are kept. */
export const REQUESTS_KEPT = 100;

export const REQUEST_LOG_DATABASE = 'request-log';

/** The newest requests that were sent, with field names but without values. */
export interface RequestLog {
  add(request: LoggedRequest): Promise<Result<null>>;
  /** The one that ended last first, whatever the clock said. */
  recent(): Promise<Result<readonly LoggedRequest[]>>;
  /** Deletes the log, at sign-out. Requests sent before that are not added afterwards. */
  erase(): Promise<Result<null>>;
}

interface RequestLogSchema extends DBSchema {
  requests: { key: number; value: LoggedRequest };
}

/** Separate from the outbox, so that no failure here affects the outbox. */
const database: DatabaseOf<RequestLogSchema> = {
  name: REQUEST_LOG_DATABASE,
  version: 1,
  upgrade(db) {
    db.createObjectStore('requests', { autoIncrement: true });
  },
};

const Stored = z.object({
  method: z.string(),
  path: z.string(),
  fieldNames: z.array(z.string()),
  status: z.nullable(z.number()),
  at: z.number(),
  clockAheadMs: z.catch(z.nullable(z.number()), null),
});

/** @param now wall clock in ms, the same that dates the requests */
export function createRequestLog(now: () => number): RequestLog {
  const { use, erase } = createConnection(database);
  let erasedAt = -Infinity;
  return {
    add: (request) =>
      request.at <= erasedAt
        ? Promise.resolve(ok(null))
        : use(async (db) => {
            const tx = db.transaction('requests', 'readwrite');
            await tx.store.add(request);
            const keys = await tx.store.getAllKeys();
            for (const key of keys.slice(0, -REQUESTS_KEPT)) await tx.store.delete(key);
            await tx.done;
            return ok(null);
          }),
    recent: () =>
      use(async (db) => {
        const stored: readonly unknown[] = await db.getAll('requests');
        // A damaged record is skipped.
        return ok(stored.flatMap((each) => Stored.safeParse(each).data ?? []).reverse());
      }),
    erase() {
      erasedAt = now();
      return erase();
    },
  };
}
