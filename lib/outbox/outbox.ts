import type { AccountId } from '@/lib/domain/account';
import { applyToAdd, type AddEvent, type AddTransitionEffect } from '@/lib/domain/outbox/add-transitions';
import { troubleOf } from '@/lib/domain/app-error';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, SendEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { NO_ENTRY } from '@/lib/domain/outbox/transitions';
import { err, ok, type Result } from '@/lib/domain/result';
import { applyToSend, type SendEvent, type SendTransitionEffect } from '@/lib/domain/outbox/send-transitions';
import { createConnection, type Connection } from './connection';
import { outboxDatabase, type OutboxSchema } from './database';
import { createQueries, type OutboxQueries } from './queries';
import { claimMessage, nextPlace, restoreSuperseded, type EntryStore } from './store-effects';
import { fromStored, toStored } from './stored-entry';

/** Adds and sends with their outcomes, on disk before any request (docs/reliability.md#storage). */
export interface Outbox extends OutboxQueries {
  /** Writes a new entry. `duplicate-entry` when its id exists already: nothing may be sent then. */
  add(entry: OutboxEntry): Promise<Result<null>>;
  /**
   * Records that something happened to an entry, by the transition table, in one transaction: of two concurrent calls for
   * events that exclude each other, one succeeds. Effects on other entries happen in the same transaction. `wrong-state`
   * when the event is impossible in the entry's state; `not-found` when there is no such entry. Nothing was changed then.
   */
  applyToAdd(id: EntryId, event: AddEvent): Promise<Result<Applied<AddEntry, AddTransitionEffect>>>;
  applyToSend(id: EntryId, event: SendEvent): Promise<Result<Applied<SendEntry, SendTransitionEffect>>>;
  /** Removes the entries in these states that pass. Answers how many. */
  remove(names: readonly StateName[], passes: (entry: OutboxEntry) => boolean): Promise<Result<number>>;
  /** Removes every entry of this outbox, whatever its state. */
  removeAll(): Promise<Result<null>>;
}

/** An entry after an event, and what follows from it. */
export interface Applied<I, F> {
  readonly entry: I;
  readonly effect: F;
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

const STRICT = { durability: 'strict' } as const;
/**
 * Outboxes in the extension's IndexedDB. Every write is durable (`strict`) before its promise resolves.
 *
 * @param now wall clock in ms, which dates outcomes
 * @param onCreated called when there was no outbox on disk: it is the first one, or the browser deleted the former one
 */
export function createOutboxStore(now: () => number, onCreated?: () => void): OutboxStore {
  const { use, erase } = createConnection({ ...outboxDatabase, onCreated });
  return { of: (owner) => createOutbox(use, owner, now), erase };
}

function createOutbox(
  use: Connection<OutboxSchema>['use'],
  { owns, isSealed }: OutboxOwner,
  now: () => number,
): Outbox {
  /** The entry; null if it is damaged or belongs to another account. */
  const ours = (stored: unknown): OutboxEntry | null => {
    const entry = fromStored(stored);
    return entry !== null && owns(entry.account) ? entry : null;
  };
  const write: typeof use = (task) =>
    use((db) => (isSealed?.() ? Promise.resolve(err({ code: 'key-replaced' })) : task(db)));

  /** Reads, decides and writes in one transaction. */
  const change = <I extends OutboxEntry, F>(
    id: EntryId,
    decide: (known: OutboxEntry | null) => Result<Applied<I, F>>,
    carryOut: (applied: Applied<I, F>, entries: EntryStore) => Promise<void>,
  ): Promise<Result<Applied<I, F>>> =>
    write(async (db) => {
      const tx = db.transaction('entries', 'readwrite', STRICT);
      const stored = await tx.store.get(id);
      const applied = decide(ours(stored));
      if (applied.ok) {
        await tx.store.put(toStored(applied.value.entry, stored?.createdAt));
        await carryOut(applied.value, tx.store);
      }
      await tx.done;
      return applied;
    });
  const iso = (): string => new Date(now()).toISOString();

  return {
    ...createQueries(use, owns, ours),
    add: (entry) =>
      write(async (db) => {
        const tx = db.transaction('entries', 'readwrite', STRICT);
        try {
          const place = await nextPlace(tx.store, entry.createdAt);
          // Both promises of a refused write reject; the transaction's is the one that counts.
          const written = tx.store.add(toStored(entry, place)).catch(() => undefined);
          await tx.done;
          await written;
          return ok(null);
        } catch (thrown) {
          const existing = await db.getKey('entries', entry.id);
          return existing === undefined ? err(troubleOf(thrown)) : err({ code: 'duplicate-entry', entryId: entry.id });
        }
      }),
    applyToAdd: (id, event) =>
      change(
        id,
        (known) => (known?.kind === 'add' ? applyToAdd(known, event, iso()) : err(NO_ENTRY)),
        async ({ entry, effect }, entries) => {
          if (effect === 'restore-superseded') await restoreSuperseded(entries, entry.id, iso());
        },
      ),
    applyToSend: (id, event) =>
      change(
        id,
        (known) => (known?.kind === 'send' ? applyToSend(known, event, iso()) : err(NO_ENTRY)),
        async ({ entry, effect }, entries) => {
          if (effect === 'claim-message') await claimMessage(entries, entry);
        },
      ),
    remove: (names, passes) =>
      write(async (db) => {
        const tx = db.transaction('entries', 'readwrite', STRICT);
        let removed = 0;
        for (const name of names) {
          for await (const cursor of tx.store.index('stateName').iterate(name)) {
            const entry = ours(cursor.value);
            if (entry === null || !passes(entry)) continue;
            await cursor.delete();
            // Its message must never pass for one that is still unconfirmed.
            if (entry.kind === 'send') await claimMessage(tx.store, entry);
            removed += 1;
          }
        }
        await tx.done;
        return ok(removed);
      }),
    removeAll: () =>
      write(async (db) => {
        const tx = db.transaction('entries', 'readwrite', STRICT);
        for await (const cursor of tx.store) if (ours(cursor.value) !== null) await cursor.delete();
        await tx.done;
        return ok(null);
      }),
  };
}
