import { openDB } from 'idb';

/** Creates the outbox's database as version 0.1.0 did, with these records. */
export async function storeRecordsV1(records: readonly unknown[]): Promise<void> {
  const db = await openDB('journal', 1, {
    upgrade(fresh) {
      const intents = fresh.createObjectStore('intents', { keyPath: 'id' });
      intents.createIndex('createdAt', 'createdAt');
      intents.createIndex('stateName', 'stateName');
      intents.createIndex('byContact', ['contactId', 'createdAt']);
    },
  });
  for (const record of records) await db.put('intents', record);
  db.close();
}
