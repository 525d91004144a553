import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Result } from '@/lib/domain/result';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import { freshProfile, launch, type Launched } from '../../support/launch';
import { startSites, type Sites } from '../../support/sites';
import type { AccountId } from '@/lib/domain/account';
import { until } from '../../support/until';
import { processOf } from './process-of';

/** A browser on one profile that may be killed and started again, beside its own local GetSales. */
export interface Lane {
  readonly sites: Sites;
  /** Asks the worker as a page of ours does, which is opened when none is; null when nobody answered, because somebody was killed. */
  readonly ask: <N extends MessageName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>> | null>;
  /** Everything in the extension's storage, as text. */
  readonly stored: () => Promise<string>;
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

  /** Whose page the lane's page is. */
  let account: AccountId | null = null;

  const lane: Lane = {
    sites,
    ask: (name, input) =>
      inPage(`chrome.runtime.sendMessage(${JSON.stringify({ name, input, account })}).catch(() => null)`),
    stored: async () =>
      String(
        await inPage<string>(
          `Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then(JSON.stringify)`,
        ),
      ),
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

  await until('the key to be accepted', async () => {
    const answer = await lane.ask('session.connect', { key: sites.getsales.key, confirmed: null });
    account = answer?.ok === true && answer.value.state === 'connected' ? answer.value.account.id : null;
    return account !== null;
  });
  found.splice(0);
  return lane;
}
