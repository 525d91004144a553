import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { PendingCounts } from '@/lib/domain/account';
import type { AskMortal } from '../keyring';
import { freshProfile, launch, type Launched } from '../../support/browser/launch';
import { startSites, type Sites } from '../../support/browser/sites';
import type { AccountId } from '@/lib/domain/account';
import { until } from '../../support/browser/until';
import { processOf } from './process-of';

/** A browser on one profile that may be killed and started again, beside its own local GetSales. */
export interface Lane {
  readonly sites: Sites;
  /**
   * Asks the worker as a page of ours does that was opened for this account, and that is opened when none is; null when there
   * was no answer, because worker or browser were killed.
   */
  readonly pageOf: (account: AccountId | null) => AskMortal;
  /** Everything in the extension's storage, as text. */
  readonly stored: () => Promise<string>;
  /** Everything in the extension's databases but the vault's, as text, and whether a key lies in the vault. */
  readonly databases: () => Promise<{ readonly text: string; readonly hasKey: boolean }>;
  /** Connects this key, whatever that erases, and answers with its account. */
  readonly connect: (key: string) => Promise<AccountId>;
  readonly setUndoSeconds: (seconds: number) => Promise<void>;
  readonly killWorker: () => Promise<void>;
  /** SIGKILL. */
  readonly killBrowser: () => Promise<void>;
  /** Starts it again on the same profile, without a page of ours. */
  readonly startBrowser: () => Promise<void>;
  /** What broke unseen since the last call. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Every record of every database, in a page of ours. Each is closed again: an open one would stand in the way of erasing. */
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
  return {
    text: JSON.stringify(all.filter(({ name }) => name !== 'vault')),
    hasKey: all.some(({ name, records }) => name === 'vault' && records.flat().length > 0),
  };
})()`;

export async function openLane(): Promise<Lane> {
  const sites = await startSites();
  sites.getsales.control.setRateLimit(null);
  const profile = await freshProfile();
  const found: string[] = [];
  let launched = await started();
  let page: Page | null = null;

  async function started(): Promise<Launched> {
    const fresh = await launch(sites, { profile });
    fresh.context.on('weberror', (error) => found.push(`page: ${error.error().message}`));
    fresh.context.on('serviceworker', (worker) => {
      worker.on('console', (message) => found.push(`worker: ${message.text()}`));
    });
    return fresh;
  }

  async function openPage(): Promise<Page> {
    if (page !== null && !page.isClosed()) return page;
    page = await launched.context.newPage();
    await page.goto(`chrome-extension://${launched.extensionId}/options.html`);
    return page;
  }

  /** Evaluates in a page of ours; null when the page is gone before it answers. */
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
      inPage(`chrome.runtime.sendMessage(${JSON.stringify({ name, input, account })}).catch(() => null)`),
    stored: async () =>
      String(
        await inPage<string>(
          `Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then(JSON.stringify)`,
        ),
      ),
    databases: async () => {
      const found = await inPage<{ readonly text: string; readonly hasKey: boolean }>(READ_DATABASES);
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
    setUndoSeconds: async (undoSeconds) => {
      await inPage(`chrome.storage.local.set(${JSON.stringify({ undoSeconds })})`);
    },
    async killWorker() {
      const { targetInfos } = await launched.cdp.send('Target.getTargets');
      const isOurs = (url: string): boolean => url.includes(launched.extensionId);
      const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && isOurs(url));
      for (const { targetId } of workers) await launched.cdp.send('Target.closeTarget', { targetId });
    },
    async killBrowser() {
      const pid = await processOf(profile);
      page = null;
      const gone = new Promise((resolve) => launched.context.once('close', resolve));
      process.kill(pid, 'SIGKILL');
      await gone;
    },
    async startBrowser() {
      launched = await started();
    },
    problems: () => found.splice(0),
    async close() {
      await launched.close();
      await sites.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };

  found.splice(0);
  return lane;
}
