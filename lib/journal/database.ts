import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { err, ok, type Result } from '@/lib/domain/result';
import type { StoredIntent } from './stored-intent';

const DATABASE = 'journal';
const VERSION = 1;

export interface JournalSchema extends DBSchema {
  intents: {
    key: string;
    value: StoredIntent;
    indexes: { createdAt: string; stateName: string };
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
    void previous?.then(
      (db) => {
        db.close();
      },
      () => undefined,
    );
  };
  const open = (): Promise<JournalDatabase> => {
    opened ??= openDB<JournalSchema>(DATABASE, VERSION, {
      upgrade(db) {
        const intents = db.createObjectStore('intents', { keyPath: 'id' });
        intents.createIndex('createdAt', 'createdAt');
        intents.createIndex('stateName', 'stateName');
      },
      blocking: forget,
      terminated: () => {
        opened = null;
      },
    });
    return opened;
  };
  return { open, forget };
}

/** Deletes the whole journal. */
export async function deleteJournal(): Promise<Result<null>> {
  try {
    await deleteDB(DATABASE);
    return ok(null);
  } catch {
    return err({ code: 'storage-unavailable', trouble: 'unknown' });
  }
}
