import type { DBSchema } from 'idb';
import type { DatabaseOf } from './connection';
import { migrateEntry } from './migrate-entry';
import type { StoredEntry } from './stored-entry';

/** The name that version 0.1.0 gave it: a database cannot be renamed. */
export const DATABASE = 'journal';
export const VERSION = 2;

export interface OutboxSchema extends DBSchema {
  entries: {
    key: string;
    value: StoredEntry;
    indexes: { createdAt: string; stateName: string; byContact: [string, string] };
  };
  /** The store of database version 1, which the migration moves to `entries`. */
  intents: { key: string; value: unknown };
}

export const outboxDatabase: DatabaseOf<OutboxSchema> = {
  name: DATABASE,
  version: VERSION,
  async upgrade(db, from, tx) {
    if (from >= 2) return;
    const entries = db.createObjectStore('entries', { keyPath: 'id' });
    entries.createIndex('createdAt', 'createdAt');
    entries.createIndex('stateName', 'stateName');
    entries.createIndex('byContact', ['contactId', 'createdAt']);
    if (from !== 1) return;
    for await (const { value } of tx.objectStore('intents')) {
      // The cursor's records have the key path, so the new store takes them, damaged ones included.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what a reader gets is parsed again
      await entries.put(migrateEntry(value) as StoredEntry);
    }
    db.deleteObjectStore('intents');
  },
};
