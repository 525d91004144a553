import type { AppError } from '@/lib/domain/app-error';
import type { AddIntent, Intent, SendIntent } from '@/lib/domain/intent';
import type { ContactId, IntentId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/storage-trouble';
import { createConnection, journalDatabase } from './database';
import { fromStored, toStored } from './stored-intent';

/** What was meant and what came of it, on disk before anything leaves (reliability.md section 3). */
export interface Journal {
  /** Writes a new intent. `duplicate-intent` when its id is known: nothing may be sent then. */
  add(intent: Intent): Promise<Result<null>>;
  /**
   * Replaces the state of an intent and answers with what stands in the journal then: a state never falls back, so a
   * message once known as sent stays sent. `not-found` when there is no such intent.
   */
  settleAdd(id: IntentId, state: AddIntent['state'], settledAt: string): Promise<Result<AddIntent>>;
  settleSend(id: IntentId, state: SendIntent['state'], settledAt: string): Promise<Result<SendIntent>>;
  /** Null when there is no such intent; `storage-unavailable` when its record is damaged. */
  get(id: IntentId): Promise<Result<Intent | null>>;
  /** Newest first. Damaged records are left out, and left alone. */
  recent(options: { readonly contactId: ContactId | null; readonly limit: number }): Promise<Result<readonly Intent[]>>;
  /** Intents that were on their way when the worker died, or still are. */
  dispatching(): Promise<Result<readonly Intent[]>>;
  /** Deletes everything, at sign-out. */
  erase(): Promise<Result<null>>;
}

const STRICT = { durability: 'strict' } as const;
/** Above every ISO time, for ranges that have no upper end. */
const END_OF_TIME = '\uffff';

/** How much is known in each state. */
const RANK: Readonly<Record<Intent['state']['name'], number>> = {
  dispatching: 0,
  unknown: 1,
  refused: 1,
  sent: 2,
  done: 2,
  undone: 3,
};

/** A journal in the extension's IndexedDB. Every write is durable (`strict`) before its promise resolves. */
export function createJournal(): Journal {
  const { use, erase } = createConnection(journalDatabase);

  const settle = <I extends Intent>(id: IntentId, change: (known: Intent) => I | null): Promise<Result<I>> =>
    use(async (db) => {
      const tx = db.transaction('intents', 'readwrite', STRICT);
      const known = fromStored(await tx.store.get(id));
      const next = known === null ? null : change(known);
      if (next !== null && next !== known) await tx.store.put(toStored(next));
      await tx.done;
      return next === null ? err<AppError>({ code: 'not-found', what: 'intent' }) : ok(next);
    });

  return {
    add: (intent) =>
      use(async (db) => {
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
      settle(id, (known) => (known.kind === 'send' ? advanced(known, { ...known, state, settledAt }) : null)),
    get: (id) =>
      use(async (db) => {
        const stored = await db.get('intents', id);
        if (stored === undefined) return ok(null);
        const intent = fromStored(stored);
        return intent === null ? err({ code: 'storage-unavailable', trouble: 'unknown' }) : ok(intent);
      }),
    recent: ({ contactId, limit }) =>
      use(async (db) => {
        const { store } = db.transaction('intents');
        const newestFirst =
          contactId === null
            ? store.index('createdAt').iterate(null, 'prev')
            : store.index('byContact').iterate(IDBKeyRange.bound([contactId, ''], [contactId, END_OF_TIME]), 'prev');
        const found: Intent[] = [];
        for await (const { value } of newestFirst) {
          const intent = fromStored(value);
          if (intent !== null) found.push(intent);
          if (found.length >= limit) break;
        }
        return ok(found);
      }),
    dispatching: () =>
      use(async (db) => {
        const stored = await db.getAllFromIndex('intents', 'stateName', 'dispatching');
        return ok(stored.map(fromStored).filter((intent) => intent !== null));
      }),
    erase,
  };
}

function advanced<I extends Intent>(known: I, next: I): I {
  return RANK[next.state.name] < RANK[known.state.name] ? known : next;
}
