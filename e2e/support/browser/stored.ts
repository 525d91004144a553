import type { Page } from '@playwright/test';
import type { AddEntry, SendEntry } from '../../../lib/domain/outbox/outbox-entry';
import { LinkedInIdentity } from '../../../lib/domain/identity-schema';
import { ListId } from '../../../lib/domain/ids';
import { toStored } from '../../../lib/outbox/stored-entry';
import type { InputOf, MessageName } from '../../../lib/messaging/protocol';
import type { CastMember } from '../cast';
import { newEntryId } from '../worker-people';
import type { World } from './world';
import { DATABASE } from '../../../lib/outbox/database';

/** One entry of the outbox as it is stored. */
export interface StoredRecord {
  readonly personName: string;
  readonly state: string;
  readonly account: string;
}

/** Sends a message to the worker as this page, for the connected account; the answer is a `Result`. */
export async function askWorker<N extends MessageName>(page: Page, name: N, input: InputOf<N>): Promise<unknown> {
  return page.evaluate(
    async (message) => {
      const session: unknown = await chrome.runtime.sendMessage({ name: 'session.get', input: {}, account: null });
      const account = /"id":"([^"]+)"/u.exec(JSON.stringify(session))?.[1] ?? null;
      return chrome.runtime.sendMessage<unknown, unknown>({ ...message, account });
    },
    { name, input },
  );
}

/** The input that adds this person to the named list of the first workspace. */
export function addInput(world: World, person: CastMember, listName: string): InputOf<'contact.add'> {
  const list = world.sites.getsales.control.lists().find(({ name }) => name === listName);
  if (list === undefined) throw new Error(`no list ${listName}`);
  return {
    entryId: newEntryId(),
    identity: LinkedInIdentity.parse({ slug: person.slug, memberId: null, salesId: null }),
    personName: person.name,
    listId: ListId.parse(list.uuid),
    listName,
    draft: { firstName: person.firstName, lastName: person.lastName },
    ifPresent: 'keep',
  };
}

interface Stored {
  readonly stateName: string;
  readonly entry: { readonly personName: string; readonly account: string };
}

/** Every entry of the outbox, of every account. */
export function recordsOf(page: Page): Promise<readonly StoredRecord[]> {
  return page.evaluate(async (databaseName) => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === databaseName)) return [];
    return new Promise<StoredRecord[]>((resolve, reject) => {
      const opening = indexedDB.open(databaseName);
      opening.onerror = () => {
        reject(new Error('the outbox does not open'));
      };
      opening.onsuccess = () => {
        const database = opening.result;
        // Does not block deleting the database.
        database.onversionchange = () => {
          database.close();
        };
        if (!database.objectStoreNames.contains('entries')) {
          database.close();
          resolve([]);
          return;
        }
        const reading = database.transaction('entries').objectStore('entries').getAll();
        reading.onsuccess = () => {
          database.close();
          const stored: readonly Stored[] = reading.result;
          resolve(
            stored.map(({ stateName, entry }) => ({
              state: stateName,
              personName: entry.personName,
              account: entry.account,
            })),
          );
        };
        reading.onerror = () => {
          database.close();
          reject(new Error('the outbox cannot be read'));
        };
      };
    });
  }, DATABASE);
}

/** Writes entries into the outbox without the worker. */
export async function plantRecords(page: Page, entries: readonly (AddEntry | SendEntry)[]): Promise<void> {
  await page.evaluate(
    ({ databaseName, records }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(databaseName);
        opening.onerror = () => {
          reject(new Error('the outbox does not open'));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction('entries', 'readwrite');
          for (const record of records) writing.objectStore('entries').put(record);
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          writing.onerror = () => {
            database.close();
            reject(new Error('the outbox refuses'));
          };
        };
      }),
    { databaseName: DATABASE, records: entries.map((entry) => toStored(entry)) },
  );
}

/** The content of all storage areas, as text. */
export function storedItems(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
  );
}

/** The stored drafts of any account. */
export function storedDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => JSON.stringify((await chrome.storage.local.get('drafts'))['drafts'] ?? null));
}

/** Deletes the key that decrypts the stored API key. */
export function loseDeviceKey(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('vault');
        opening.onerror = () => {
          reject(new Error('the vault does not open'));
        };
        opening.onsuccess = () => {
          const clearing = opening.result.transaction('device', 'readwrite');
          clearing.objectStore('device').clear();
          clearing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}
