import type { Page } from '@playwright/test';
import type { ExtensionPage } from './extension-page';

/** Everything that the browser itself lists for the extension. */
export interface Listing {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly sync: Readonly<Record<string, unknown>>;
  /** Databases, their stores, and how many records each has. */
  readonly databases: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Periods of the alarms, minutes. */
  readonly alarms: readonly (number | undefined)[];
  readonly badge: string;
  readonly caches: readonly string[];
  /** Files of the origin's own file system. */
  readonly files: readonly string[];
  /** Cookies of every site, by host and name. */
  readonly cookies: readonly string[];
  readonly page: PageListing;
}

/** What one page stores by itself. */
interface PageListing {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly sessionStorage: Readonly<Record<string, string>>;
  readonly cookie: string;
}

/** Asks the browser, through an open extension page, without any code of the product. */
export async function listing(page: Page): Promise<Listing> {
  const cookies = await page.context().cookies();
  const listed = await page.evaluate(async () => {
    const open = (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error(`${name} does not open`));
        };
      });
    const count = (database: IDBDatabase, store: string): Promise<number> =>
      new Promise((resolve) => {
        const counting = database.transaction(store).objectStore(store).count();
        counting.onsuccess = () => {
          resolve(counting.result);
        };
      });
    const databases: Record<string, Record<string, number>> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await open(name);
      const stores: Record<string, number> = {};
      for (const store of database.objectStoreNames) stores[store] = await count(database, store);
      database.close();
      databases[name] = stores;
    }
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      sync: await chrome.storage.sync.get(null),
      databases,
      alarms: (await chrome.alarms.getAll()).map(({ periodInMinutes }) => periodInMinutes),
      badge: await chrome.action.getBadgeText({}),
      caches: await caches.keys(),
      files,
      page: {
        localStorage: Object.fromEntries(Object.entries(localStorage)),
        sessionStorage: Object.fromEntries(Object.entries(sessionStorage)),
        cookie: document.cookie,
      },
    };
  });
  return { ...listed, cookies: cookies.map(({ domain, name }) => `${domain} ${name}`) };
}

/** What popup or panel store by themselves; Playwright does not know their pages. */
export function pageListing(page: ExtensionPage): Promise<PageListing> {
  return page.evaluate(
    '({ localStorage: { ...localStorage }, sessionStorage: { ...sessionStorage }, cookie: document.cookie })',
  );
}
