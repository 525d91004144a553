import { rm } from 'node:fs/promises';
import type { Page, Worker } from '@playwright/test';
import type { PendingCounts } from '@/lib/domain/account';
import type { AskOrNull } from '../key-changes';
import { killBrowser } from '../../support/browser/kill-browser';
import { freshProfile, launch, type Launched } from '../../support/browser/launch';
import { startSites, type Sites } from '../../support/browser/sites';
import type { AccountId } from '@/lib/domain/account';
import { until } from '../../support/browser/until';

/** The content of all databases but the vault, that of the vault with bytes as text, and whether it holds a key. */
export interface Databases {
  readonly text: string;
  readonly vault: string;
  readonly hasKey: boolean;
}

/** A browser on one profile that can be killed and restarted, with a local GetSales. */
export interface Lane {
  readonly sites: Sites;
  /**
   * Asks the worker as an extension page of this account, opening one if needed; null when worker or browser were killed
   * before the answer.
   */
  readonly pageOf: (account: AccountId | null) => AskOrNull;
  /** Everything in the extension's storage, as text. */
  readonly stored: () => Promise<string>;
  readonly databases: () => Promise<Databases>;
  /** Connects a key, confirming any losses, and returns its account. */
  readonly connect: (key: string) => Promise<AccountId>;
  readonly setCancelPeriod: (seconds: number) => Promise<void>;
  readonly killWorker: () => Promise<void>;
  /** SIGKILL. */
  readonly killBrowser: () => Promise<void>;
  /** Restarts the browser on the same profile, without an extension page. */
  readonly startBrowser: () => Promise<void>;
  /** Uncaught errors and console output since the last call. */
  readonly pageErrors: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Reads every record of every database, in an extension page. Closes them, since an open database blocks its deletion. */
const READ_DATABASES = `(async () => {
  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const read = async ({ name }) => {
    const db = await answered(indexedDB.open(name));
    const stores = [...db.objectStoreNames];
    const records = await Promise.all(stores.map((store) => answered(db.transaction(store).objectStore(store).getAll())));
    db.close();
    return { name, records };
  };
  const all = await Promise.all((await indexedDB.databases()).map(read));
  const readable = (_name, value) => {
    if (value instanceof CryptoKey) return { extractable: value.extractable };
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
    return bytes instanceof Uint8Array ? String.fromCharCode(...bytes) : value;
  };
  return {
    text: JSON.stringify(all.filter(({ name }) => name !== 'vault')),
    vault: JSON.stringify(all.filter(({ name }) => name === 'vault'), readable),
    hasKey: all.some(({ name, records }) => name === 'vault' && records.flat().length > 0),
  };
})()`;

export async function openLane(): Promise<Lane> {
  const sites = await startSites();
  sites.getsales.control.setRateLimit(null);
  const profile = await freshProfile();
  const errors: string[] = [];
  /** Workers that were killed: what they say about storage that they can no longer read is no fault. */
  const ended = new WeakSet<Worker>();
  let launched = await started();
  let page: Page | null = null;

  async function started(): Promise<Launched> {
    const fresh = await launch(sites, { profile });
    fresh.context.on('weberror', (error) => errors.push(`page: ${error.error().message}`));
    fresh.context.on('serviceworker', (worker) => {
      worker.on('console', (message) => {
        if (!ended.has(worker)) errors.push(`worker: ${message.text()}`);
      });
    });
    return fresh;
  }

  async function openPage(): Promise<Page> {
    if (page !== null && !page.isClosed()) return page;
    const opened = await launched.context.newPage();
    // Right after a start of the browser this fails; the next call tries again.
    await opened.goto(`chrome-extension://${launched.extensionId}/options.html`);
    page = opened;
    return page;
  }

  /** Evaluates in an extension page; null when the page is gone before it answers. */
  async function inPage<T>(script: string): Promise<T | null> {
    try {
      return await (await openPage()).evaluate<T>(script);
    } catch {
      return null;
    }
  }

  const lane: Lane = {
    sites,
    pageOf: (account) => (name, input) =>
      // Null without an answer, also when the worker ends before it gives one.
      inPage(
        `chrome.runtime.sendMessage(${JSON.stringify({ name, input, account })}).then((answer) => answer ?? null, () => null)`,
      ),
    stored: async () =>
      String(
        await inPage<string>(
          `Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then(JSON.stringify)`,
        ),
      ),
    databases: async () => {
      const found = await inPage<Databases>(READ_DATABASES);
      if (found === null) throw new Error('the databases cannot be read');
      return found;
    },
    async connect(key) {
      let confirmed: PendingCounts | null = null;
      return until('the key to be accepted', async () => {
        const answer = await lane.pageOf(null)('session.connect', { key, confirmed });
        if (answer?.ok !== true) return undefined;
        if (answer.value.state === 'connected') return answer.value.account.id;
        confirmed = answer.value.pending;
        return undefined;
      });
    },
    setCancelPeriod: async (seconds) => {
      await inPage(`chrome.storage.local.set(${JSON.stringify({ undoSeconds: seconds })})`);
    },
    async killWorker() {
      const { targetInfos } = await launched.cdp.send('Target.getTargets');
      const isExtension = (url: string): boolean => url.includes(launched.extensionId);
      const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && isExtension(url));
      launched.context.serviceWorkers().forEach((worker) => ended.add(worker));
      for (const { targetId } of workers) await launched.cdp.send('Target.closeTarget', { targetId });
    },
    async killBrowser() {
      page = null;
      await killBrowser(launched.context, profile);
    },
    async startBrowser() {
      launched = await started();
    },
    pageErrors: () => errors.splice(0),
    async close() {
      await launched.close();
      await sites.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };

  errors.splice(0);
  return lane;
}
