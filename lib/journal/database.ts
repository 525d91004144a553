import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/storage-trouble';
import type { StoredIntent } from './stored-intent';

export const DATABASE = 'journal';
export const VERSION = 1;

export interface JournalSchema extends DBSchema {
  intents: {
    key: string;
    value: StoredIntent;
    indexes: { createdAt: string; stateName: string; byContact: [string, string] };
  };
}
export type JournalDatabase = IDBPDatabase<JournalSchema>;

export interface Connection {
  open(): Promise<JournalDatabase>;
  /** Closes what is open; the next `open` starts anew. */
  forget(): void;
}

/** One connection, opened at first use and opened again after the browser closed it. */
export function createConnection(): Connection {
  let opened: Promise<JournalDatabase> | null = null;
  const forget = (): void => {
    const previous = opened;
    opened = null;
    previous?.then(
      (db) => {
        db.close();
      },
      () => undefined,
    );
  };
  return {
    open: () => (opened ??= connect(forget)),
    forget,
  };
}

/** Rejects when another context holds an older version open, instead of waiting for it for ever. */
function connect(forget: () => void): Promise<JournalDatabase> {
  return new Promise((resolve, reject) => {
    const opening = openDB<JournalSchema>(DATABASE, VERSION, {
      upgrade(db, from) {
        if (from < 1) {
          const intents = db.createObjectStore('intents', { keyPath: 'id' });
          intents.createIndex('createdAt', 'createdAt');
          intents.createIndex('stateName', 'stateName');
          intents.createIndex('byContact', ['contactId', 'createdAt']);
        }
      },
      blocked: () => {
        reject(new DOMException('an older connection is open', 'TimeoutError'));
        opening.then(
          (db) => {
            db.close();
          },
          () => undefined,
        );
      },
      blocking: forget,
      terminated: forget,
    });
    opening.then(resolve, reject);
  });
}

/** Deletes the whole journal. */
export async function deleteJournal(): Promise<Result<null>> {
  try {
    await deleteDB(DATABASE);
    return ok(null);
  } catch (thrown) {
    return err(troubleOf(thrown));
  }
}
