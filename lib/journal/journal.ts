import type { AppError } from '@/lib/domain/app-error';
import type { AddIntent, Intent, SendIntent } from '@/lib/domain/intent';
import type { ContactId, IntentId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { createConnection, deleteJournal, type JournalDatabase } from './database';
import { toStored } from './stored-intent';
import { troubleOf } from './trouble';

/** What was meant and what came of it, on disk before anything leaves (reliability.md section 3). */
export interface Journal {
  /** Writes a new intent. `duplicate-intent` when its id is known: nothing may be sent then. */
  add(intent: Intent): Promise<Result<null>>;
  /** Replaces the state of an intent; `not-found` when it is not in the journal. */
  settleAdd(id: IntentId, state: AddIntent['state'], settledAt: string): Promise<Result<AddIntent>>;
  settleSend(id: IntentId, state: SendIntent['state'], settledAt: string): Promise<Result<SendIntent>>;
  get(id: IntentId): Promise<Result<Intent | null>>;
  /** Newest first. */
  recent(options: { readonly contactId: ContactId | null; readonly limit: number }): Promise<Result<readonly Intent[]>>;
  /** Intents that were about to leave when the worker died. */
  dispatching(): Promise<Result<readonly Intent[]>>;
  /** Deletes everything, at sign-out. */
  erase(): Promise<Result<null>>;
}

/** A journal in the extension's IndexedDB. Every write is durable (`strict`) before its promise resolves. */
export function createJournal(): Journal {
  const connection = createConnection();

  async function withDatabase<T>(act: (db: JournalDatabase) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await act(await connection.open());
    } catch (thrown) {
      connection.forget();
      return err(troubleOf(thrown));
    }
  }

  const settle = <I extends Intent>(id: IntentId, change: (known: Intent) => I | null): Promise<Result<I>> =>
    withDatabase(async (db) => {
      const tx = db.transaction('intents', 'readwrite', { durability: 'strict' });
      const stored = await tx.store.get(id);
      const next = stored === undefined ? null : change(stored.intent);
      if (next !== null) await tx.store.put(toStored(next));
      await tx.done;
      return next === null ? err<AppError>({ code: 'not-found', what: 'intent' }) : ok(next);
    });

  return {
    add: (intent) =>
      withDatabase(async (db) => {
        const tx = db.transaction('intents', 'readwrite', { durability: 'strict' });
        // Both promises of a refused write reject; the transaction's is the one that counts.
        const written = tx.store.add(toStored(intent)).catch(() => undefined);
        try {
          await tx.done;
          await written;
          return ok(null);
        } catch (thrown) {
          const twin = await db.get('intents', intent.id);
          return twin === undefined ? err(troubleOf(thrown)) : err({ code: 'duplicate-intent', intentId: intent.id });
        }
      }),
    settleAdd: (id, state, settledAt) =>
      settle(id, (known) => (known.kind === 'add' ? { ...known, state, settledAt } : null)),
    settleSend: (id, state, settledAt) =>
      settle(id, (known) => (known.kind === 'send' ? { ...known, state, settledAt } : null)),
    get: (id) =>
      withDatabase(async (db) => {
        const stored = await db.get('intents', id);
        return ok(stored === undefined ? null : stored.intent);
      }),
    recent: ({ contactId, limit }) =>
      withDatabase(async (db) => {
        const found: Intent[] = [];
        const index = db.transaction('intents').store.index('createdAt');
        for await (const cursor of index.iterate(null, 'prev')) {
          const { intent } = cursor.value;
          if (contactId === null || contactOf(intent) === contactId) found.push(intent);
          if (found.length >= limit) break;
        }
        return ok(found);
      }),
    dispatching: () =>
      withDatabase(async (db) =>
        ok((await db.getAllFromIndex('intents', 'stateName', 'dispatching')).map(({ intent }) => intent)),
      ),
    erase: async () => {
      connection.forget();
      return deleteJournal();
    },
  };
}

/** The contact that an intent is about, once known. */
function contactOf(intent: Intent): ContactId | null {
  if (intent.kind === 'send') return intent.contactId;
  return intent.state.name === 'done' ? intent.state.outcome.contactId : null;
}
