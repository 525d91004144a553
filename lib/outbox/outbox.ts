import type { AccountId } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import type { AddIntent, Intent, SendIntent, StateName } from '@/lib/domain/outbox-entry';
import type { ContactId, IntentId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/storage-trouble';
import { createConnection, journalDatabase, type Connection, type JournalSchema } from './database';
import { advanced, claim, contactRange } from './settling';
import { fromStored, toStored } from './stored-entry';

/** What was meant and what came of it, on disk before anything leaves (reliability.md section 3). */
export interface Journal {
  /** Writes a new intent. `duplicate-intent` when its id is known: nothing may be sent then. */
  add(intent: Intent): Promise<Result<null>>;
  /**
   * Replaces the state of an intent and answers with what stands in the journal then: a state never falls back, so a
   * message once known as sent stays sent. `not-found` when there is no such intent. A message that is known as sent is
   * nobody else's: it joins, in the same step, what the contact's other unconfirmed intents cannot be.
   */
  settleAdd(id: IntentId, state: AddIntent['state'], settledAt: string | null): Promise<Result<AddIntent>>;
  settleSend(id: IntentId, state: SendIntent['state'], settledAt: string): Promise<Result<SendIntent>>;
  /**
   * Changes an intent in one step if it is in one of the states `from` at that moment; null, and nothing changed, when it
   * is not or there is none. Of two who try, one gets it.
   */
  changeAdd(id: IntentId, from: readonly StateName[], change: Partial<AddIntent>): Promise<Result<AddIntent | null>>;
  changeSend(id: IntentId, from: readonly StateName[], change: Partial<SendIntent>): Promise<Result<SendIntent | null>>;
  /** Null when there is no such intent; `storage-unavailable` when its record is damaged. */
  get(id: IntentId): Promise<Result<Intent | null>>;
  /** Newest first. Damaged records are left out, and left alone. */
  recent(options: { readonly contactId: ContactId | null; readonly limit: number }): Promise<Result<readonly Intent[]>>;
  /** Newest first, those that pass, from behind a known one on; tells where to go on and how many were unreadable. */
  page(options: PageOptions): Promise<Result<JournalPage>>;
  /** Intents in any of these states, oldest first. */
  inStates(names: readonly StateName[]): Promise<Result<readonly Intent[]>>;
  /** Removes those of the intents in these states that pass. Answers how many. */
  remove(names: readonly StateName[], passes: (intent: Intent) => boolean): Promise<Result<number>>;
  /** Removes every intent of this journal, whatever its state. */
  removeAll(): Promise<Result<null>>;
}

/** Whose intents a journal shows and changes. */
export interface JournalOwner {
  readonly owns: (account: AccountId) => boolean;
  /** Once true, every write answers `key-replaced`: what ends late cannot write into what was erased. */
  readonly isSealed?: () => boolean;
}

/** The one database of all journals. */
export interface JournalStore {
  of(owner: JournalOwner): Journal;
  /** Deletes everything of every account. */
  erase(): Promise<Result<null>>;
}

export interface PageOptions {
  readonly passes: (intent: Intent) => boolean;
  readonly after: PlaceInTime | null;
  readonly limit: number;
}

export interface PlaceInTime {
  readonly createdAt: string;
  readonly id: IntentId;
}

export interface JournalPage {
  readonly intents: readonly Intent[];
  readonly next: PlaceInTime | null;
  readonly damaged: number;
}

const STRICT = { durability: 'strict' } as const;
/**
 * Journals in the extension's IndexedDB. Every write is durable (`strict`) before its promise resolves.
 *
 * @param onCreated called when there was no journal on disk: a first one, or the browser has deleted the one before
 */
export function createJournalStore(onCreated?: () => void): JournalStore {
  const { use, erase } = createConnection({ ...journalDatabase, ...(onCreated !== undefined && { onCreated }) });
  return { of: (owner) => createJournal(use, owner), erase };
}

function createJournal(use: Connection<JournalSchema>['use'], { owns, isSealed }: JournalOwner): Journal {
  /** The intent if it can be read and is one of this journal's. */
  const ours = (stored: unknown): Intent | null => {
    const intent = fromStored(stored);
    return intent !== null && owns(intent.account) ? intent : null;
  };
  const write: typeof use = (act) =>
    use((db) => (isSealed?.() === true ? Promise.resolve(err({ code: 'key-replaced' })) : act(db)));

  /** Reads, decides and writes in one transaction. */
  const change = <I extends Intent>(id: IntentId, decide: (known: Intent) => I | null): Promise<Result<I | null>> =>
    write(async (db) => {
      const tx = db.transaction('intents', 'readwrite', STRICT);
      const known = ours(await tx.store.get(id));
      const next = known === null ? null : decide(known);
      if (next !== null && next !== known) await tx.store.put(toStored(next));
      await tx.done;
      return ok(next);
    });
  const settle = async <I extends Intent>(id: IntentId, decide: (known: Intent) => I | null): Promise<Result<I>> => {
    const settled = await change(id, decide);
    if (!settled.ok) return settled;
    return settled.value === null ? err<AppError>({ code: 'not-found', what: 'intent' }) : ok(settled.value);
  };

  return {
    add: (intent) =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        // Both promises of a refused write reject; the transaction's is the one that counts.
        const written = tx.store.add(toStored(intent)).catch(() => undefined);
        try {
          await tx.done;
          await written;
          return ok(null);
        } catch (thrown) {
          const twin = await db.getKey('intents', intent.id);
          return twin === undefined ? err(troubleOf(thrown)) : err({ code: 'duplicate-intent', intentId: intent.id });
        }
      }),
    settleAdd: (id, state, settledAt) =>
      settle(id, (known) => (known.kind === 'add' ? advanced(known, { ...known, state, settledAt }) : null)),
    settleSend: (id, state, settledAt) =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        const known = ours(await tx.store.get(id));
        if (known?.kind !== 'send') return err({ code: 'not-found', what: 'intent' });
        const next = advanced(known, { ...known, state, settledAt });
        if (next !== known) await tx.store.put(toStored(next));
        if (next !== known && next.state.name === 'sent') await claim(tx.store, next, next.state.messageId);
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
        const intent = fromStored(stored);
        if (intent === null) return err({ code: 'storage-unavailable', trouble: 'unknown' });
        return ok(owns(intent.account) ? intent : null);
      }),
    recent: ({ contactId, limit }) =>
      use(async (db) => {
        const { store } = db.transaction('intents');
        const newestFirst =
          contactId === null
            ? store.index('createdAt').iterate(null, 'prev')
            : store.index('byContact').iterate(contactRange(contactId), 'prev');
        const found: Intent[] = [];
        for await (const { value } of newestFirst) {
          const intent = ours(value);
          if (intent !== null) found.push(intent);
          if (found.length >= limit) break;
        }
        return ok(found);
      }),
    page: ({ passes, after, limit }) =>
      use(async (db) => {
        const range = after === null ? null : IDBKeyRange.upperBound(after.createdAt);
        const intents: Intent[] = [];
        let damaged = 0;
        for await (const { value } of db.transaction('intents').store.index('createdAt').iterate(range, 'prev')) {
          const isBefore = after !== null && value.createdAt === after.createdAt && value.id >= after.id;
          const intent = isBefore ? null : fromStored(value);
          if (intent !== null && owns(intent.account) && passes(intent)) intents.push(intent);
          if (intent === null && !isBefore) damaged += 1;
          if (intents.length > limit) break;
        }
        const shown = intents.slice(0, limit);
        const last = intents.length > limit ? shown.at(-1) : undefined;
        return ok({
          intents: shown,
          next: last === undefined ? null : { createdAt: last.createdAt, id: last.id },
          damaged,
        });
      }),
    inStates: (names) =>
      use(async (db) => {
        const { store } = db.transaction('intents');
        const stored = await Promise.all(names.map((name) => store.index('stateName').getAll(name)));
        const found = stored.flat().map(ours);
        return ok(
          found.filter((intent) => intent !== null).sort((a, b) => a.createdAt.localeCompare(b.createdAt, 'en')),
        );
      }),
    remove: (names, passes) =>
      write(async (db) => {
        const tx = db.transaction('intents', 'readwrite', STRICT);
        let removed = 0;
        for (const name of names) {
          for await (const cursor of tx.store.index('stateName').iterate(name)) {
            const intent = ours(cursor.value);
            if (intent === null || !passes(intent)) continue;
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
