import type { AccountId } from '@/lib/domain/account';
import { troubleOf, type AppError } from '@/lib/domain/app-error';
import type { AddEntry, OutboxEntry, SendEntry, StateName } from '@/lib/domain/outbox-entry';
import type { ContactId, EntryId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { createConnection, outboxDatabase, type Connection, type OutboxSchema } from './database';
import { advanceState, claimMessage, contactRange } from './settling';
import { fromStored, toStored } from './stored-entry';

/** Adds and sends with their outcomes, on disk before any request (docs/reliability.md#storage). */
export interface Outbox {
  /** Writes a new entry. `duplicate-intent` when its id exists already: nothing may be sent then. */
  add(entry: OutboxEntry): Promise<Result<null>>;
  /**
   * Replaces the state of an entry and answers with the stored entry. A state never goes back, so a message once known as
   * sent stays sent. `not-found` when there is no such entry. The same transaction adds a sent message to the baselines of
   * the contact's other open sends, so that none of them matches it.
   */
  settleAdd(id: EntryId, state: AddEntry['state'], settledAt: string | null): Promise<Result<AddEntry>>;
  settleSend(id: EntryId, state: SendEntry['state'], settledAt: string): Promise<Result<SendEntry>>;
  /**
   * Changes an entry in one transaction if it is in one of the states `from`; null, and nothing changed, otherwise. Of two
   * concurrent calls, one succeeds.
   */
  changeAdd(id: EntryId, from: readonly StateName[], change: Partial<AddEntry>): Promise<Result<AddEntry | null>>;
  changeSend(id: EntryId, from: readonly StateName[], change: Partial<SendEntry>): Promise<Result<SendEntry | null>>;
  /** Null when there is no such entry; `storage-unavailable` when its record is damaged. */
  get(id: EntryId): Promise<Result<OutboxEntry | null>>;
  /** Newest first. Damaged records are skipped and stay on disk. */
  recent(options: {
    readonly contactId: ContactId | null;
    readonly limit: number;
  }): Promise<Result<readonly OutboxEntry[]>>;
  /** A page of the entries that pass, newest first, with the next page's start and the number of damaged records. */
  page(options: PageOptions): Promise<Result<OutboxPage>>;
  /** Entries in any of these states, oldest first. */
  inStates(names: readonly StateName[]): Promise<Result<readonly OutboxEntry[]>>;
  /** Removes the entries in these states that pass. Answers how many. */
  remove(names: readonly StateName[], passes: (entry: OutboxEntry) => boolean): Promise<Result<number>>;
  /** Removes every entry of this outbox, whatever its state. */
  removeAll(): Promise<Result<null>>;
}

/** Which accounts' entries an outbox shows and changes. */
export interface OutboxOwner {
  readonly owns: (account: AccountId) => boolean;
  /** Once true, every write answers `key-replaced`, so that a late write cannot fill an erased outbox. */
  readonly isSealed?: () => boolean;
}

/** The one database of all outboxes. */
export interface OutboxStore {
  of(owner: OutboxOwner): Outbox;
  /** Deletes all entries of all accounts. */
  erase(): Promise<Result<null>>;
}

export interface PageOptions {
  readonly passes: (entry: OutboxEntry) => boolean;
  readonly after: PagePosition | null;
  readonly limit: number;
}

export interface PagePosition {
  readonly createdAt: string;
  readonly id: EntryId;
}

export interface OutboxPage {
  readonly entries: readonly OutboxEntry[];
  readonly next: PagePosition | null;
  readonly damaged: number;
}

const STRICT = { durability: 'strict' } as const;
/**
 * Outboxes in the extension's IndexedDB. Every write is durable (`strict`) before its promise resolves.
 *
 * @param onCreated called when there was no outbox on disk: it is the first one, or the browser deleted the former one
 */
export function createOutboxStore(onCreated?: () => void): OutboxStore {
  const { use, erase } = createConnection({ ...outboxDatabase, ...(onCreated !== undefined && { onCreated }) });
  return { of: (owner) => createOutbox(use, owner), erase };
}

function createOutbox(use: Connection<OutboxSchema>['use'], { owns, isSealed }: OutboxOwner): Outbox {
  /** The entry; null if it is damaged or belongs to another account. */
  const ours = (stored: unknown): OutboxEntry | null => {
    const entry = fromStored(stored);
    return entry !== null && owns(entry.account) ? entry : null;
  };
  const write: typeof use = (act) =>
    use((db) => (isSealed?.() === true ? Promise.resolve(err({ code: 'key-replaced' })) : act(db)));

  /** Reads, decides and writes in one transaction. */
  const change = <I extends OutboxEntry>(
    id: EntryId,
    decide: (known: OutboxEntry) => I | null,
  ): Promise<Result<I | null>> =>
    write(async (db) => {
      const tx = db.transaction('intents', 'readwrite', STRICT);
      const known = ours(await tx.store.get(id));
      const next = known === null ? null : decide(known);
      if (next !== null && next !== known) await tx.store.put(toStored(next));
      await tx.done;
      return ok(next);
    });
  const settle = async <I extends OutboxEntry>(
    id: EntryId,
    decide: (known: OutboxEntry) => I | null,
  ): Promise<Result<I>> => {
    const settled = await change(id, decide);
    if (!settled.ok) return settled;
    return settled.value === null ? err<AppError>({ code: 'not-found', what: 'intent' }) : ok(settled.value);
  };

  return {
    add: (entry) =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        // Both promises of a refused write reject; the transaction's is the one that counts.
        const written = tx.store.add(toStored(entry)).catch(() => undefined);
        try {
          await tx.done;
          await written;
          return ok(null);
        } catch (thrown) {
          const existing = await db.getKey('intents', entry.id);
          return existing === undefined ? err(troubleOf(thrown)) : err({ code: 'duplicate-intent', entryId: entry.id });
        }
      }),
    settleAdd: (id, state, settledAt) =>
      settle(id, (known) => (known.kind === 'add' ? advanceState(known, { ...known, state, settledAt }) : null)),
    settleSend: (id, state, settledAt) =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        const known = ours(await tx.store.get(id));
        if (known?.kind !== 'send') return err({ code: 'not-found', what: 'intent' });
        const next = advanceState(known, { ...known, state, settledAt });
        if (next !== known) await tx.store.put(toStored(next));
        if (next !== known && next.state.name === 'sent') await claimMessage(tx.store, next, next.state.messageId);
        await tx.done;
        return ok(next);
      }),
    changeAdd: (id, from, wanted) =>
      change(id, (known) => (known.kind === 'add' && from.includes(known.state.name) ? { ...known, ...wanted } : null)),
    changeSend: (id, from, wanted) =>
      change(id, (known) =>
        known.kind === 'send' && from.includes(known.state.name) ? { ...known, ...wanted } : null,
      ),
    get: (id) =>
      use(async (db) => {
        const stored = await db.get('intents', id);
        if (stored === undefined) return ok(null);
        const entry = fromStored(stored);
        if (entry === null) return err({ code: 'storage-unavailable', trouble: 'unknown' });
        return ok(owns(entry.account) ? entry : null);
      }),
    recent: ({ contactId, limit }) =>
      use(async (db) => {
        const { store } = db.transaction('intents');
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
        let damaged = 0;
        for await (const { value } of db.transaction('intents').store.index('createdAt').iterate(range, 'prev')) {
          const isBefore = after !== null && value.createdAt === after.createdAt && value.id >= after.id;
          const entry = isBefore ? null : fromStored(value);
          if (entry !== null && owns(entry.account) && passes(entry)) entries.push(entry);
          if (entry === null && !isBefore) damaged += 1;
          if (entries.length > limit) break;
        }
        const shown = entries.slice(0, limit);
        const last = entries.length > limit ? shown.at(-1) : undefined;
        return ok({
          entries: shown,
          next: last === undefined ? null : { createdAt: last.createdAt, id: last.id },
          damaged,
        });
      }),
    inStates: (names) =>
      use(async (db) => {
        const { store } = db.transaction('intents');
        const stored = await Promise.all(names.map((name) => store.index('stateName').getAll(name)));
        const found = stored.flat().map(ours);
        return ok(found.filter((entry) => entry !== null).sort((a, b) => a.createdAt.localeCompare(b.createdAt, 'en')));
      }),
    remove: (names, passes) =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        let removed = 0;
        for (const name of names) {
          for await (const cursor of tx.store.index('stateName').iterate(name)) {
            const entry = ours(cursor.value);
            if (entry === null || !passes(entry)) continue;
            await cursor.delete();
            removed += 1;
          }
        }
        await tx.done;
        return ok(removed);
      }),
    removeAll: () =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        for await (const cursor of tx.store) if (ours(cursor.value) !== null) await cursor.delete();
        await tx.done;
        return ok(null);
      }),
  };
}
