import type { AccountId } from '@/lib/domain/account';
import type { ContactId, EntryId } from '@/lib/domain/ids';
import type { OutboxEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Connection } from './connection';
import type { OutboxSchema } from './database';
import { contactRange } from './store-effects';
import { fromStored } from './stored-entry';

/** How many entries are searched for related ones: many more than one user creates within the time that matters. */
export const LOOK_BACK = 200;

/** Reads the outbox. Damaged records are skipped and stay on disk. */
export interface OutboxQueries {
  /** Null when there is no such entry; `storage-unavailable` when its record is damaged. */
  get(id: EntryId): Promise<Result<OutboxEntry | null>>;
  /** Newest first; those of one contact, or all. */
  recent(options: {
    readonly contactId: ContactId | null;
    /** `LOOK_BACK` when absent. */
    readonly limit?: number;
  }): Promise<Result<readonly OutboxEntry[]>>;
  /** A page of the entries that pass, newest first, with the next page's start and the number of damaged records. */
  page(options: PageOptions): Promise<Result<OutboxPage>>;
  /** Entries in any of these states, oldest first. */
  inStates(names: readonly StateName[]): Promise<Result<readonly OutboxEntry[]>>;
}

export interface PageOptions {
  readonly passes: (entry: OutboxEntry) => boolean;
  readonly after: PagePosition | null;
  readonly limit: number;
}

export interface PagePosition {
  /** The place of the entry (stored-entry.ts). */
  readonly createdAt: string;
  readonly id: EntryId;
}

export interface OutboxPage {
  readonly entries: readonly OutboxEntry[];
  readonly next: PagePosition | null;
  readonly damaged: number;
}

/** @param ours the entry of a record; null if it is damaged or belongs to another account */
export function createQueries(
  use: Connection<OutboxSchema>['use'],
  owns: (account: AccountId) => boolean,
  ours: (stored: unknown) => OutboxEntry | null,
): OutboxQueries {
  return {
    get: (id) =>
      use(async (db) => {
        const stored = await db.get('entries', id);
        if (stored === undefined) return ok(null);
        const entry = fromStored(stored);
        if (entry === null) return err({ code: 'storage-unavailable', trouble: 'unknown' });
        return ok(owns(entry.account) ? entry : null);
      }),
    recent: ({ contactId, limit = LOOK_BACK }) =>
      use(async (db) => {
        const { store } = db.transaction('entries');
        const newestFirst =
          contactId === null
            ? store.index('createdAt').iterate(null, 'prev')
            : store.index('byContact').iterate(contactRange(contactId), 'prev');
        const found: OutboxEntry[] = [];
        for await (const { value } of newestFirst) {
          const entry = ours(value);
          if (entry !== null) found.push(entry);
          if (found.length >= limit) break;
        }
        return ok(found);
      }),
    page: ({ passes, after, limit }) =>
      use(async (db) => {
        const range = after === null ? null : IDBKeyRange.upperBound(after.createdAt);
        const entries: OutboxEntry[] = [];
        let last: PagePosition | null = null;
        let damaged = 0;
        let damagedBeforeLast = 0;
        const { store } = db.transaction('entries');
        const index = store.index('createdAt');
        for await (const { value } of index.iterate(range, 'prev')) {
          if (value.createdAt === after?.createdAt && value.id >= after.id) continue;
          const entry = fromStored(value);
          if (entry === null) damaged += 1;
          else if (owns(entry.account) && passes(entry)) {
            // The next page counts the damaged records from here on.
            if (entries.length === limit) return ok({ entries, next: last, damaged: damagedBeforeLast });
            entries.push(entry);
            last = { createdAt: value.createdAt, id: entry.id };
            damagedBeforeLast = damaged;
          }
        }
        // Records without a usable time are in no index.
        return ok({ entries, next: null, damaged: damaged + (await store.count()) - (await index.count()) });
      }),
    inStates: (names) =>
      use(async (db) => {
        const { store } = db.transaction('entries');
        const stored = await Promise.all(names.map((name) => store.index('stateName').getAll(name)));
        const found = stored.flat().flatMap((value) => {
          const entry = ours(value);
          return entry === null ? [] : [{ entry, place: value.createdAt }];
        });
        return ok(found.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place))).map(({ entry }) => entry));
      }),
  };
}
