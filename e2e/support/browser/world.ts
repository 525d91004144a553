import type { Page } from '@playwright/test';
import type { Protocol } from '../../sandbox/network/loopback';
import { like, text } from '../../screens/texts';
import { launch, type Launched, type LaunchOptions } from './launch';
import { startSites, type Sites } from './sites';
import { ExtensionPage } from './extension-page';
import { requestTo, type Note, type Observed } from './observed';
import { observeWorkers } from './observed-workers';
import { until } from './until';

/** A browser with the extension, the two local sites, and the user's actions. */
export interface World extends Launched {
  readonly sites: Sites;
  /** Opens a LinkedIn path in a new tab. */
  readonly visit: (path: string) => Promise<Page>;
  /** Serves this HTML at a LinkedIn path, where scripts may run, and opens it in a new tab. */
  readonly visitHtml: (path: string, html: string) => Promise<Page>;
  readonly options: () => Promise<Page>;
  /** Connects a key, by default the sandbox's, in the options page's form. */
  readonly connect: (key?: string) => Promise<Page>;
  /** Clicks the toolbar icon on this tab and returns the popup. */
  readonly popup: (page: Page) => Promise<ExtensionPage>;
  /** The side panel, once it is open. */
  readonly panel: () => Promise<ExtensionPage>;
  readonly closePopup: (popup: ExtensionPage) => Promise<void>;
  readonly closePanel: (panel: ExtensionPage) => Promise<void>;
  readonly killWorker: () => Promise<void>;
  /** What worker and pages did since the last call and must not do. The hosts are those that any tab asked for. */
  readonly takeObserved: () => Promise<Observed>;
}

/** What a worker may still report while it is being killed: the browser answers it "No SW" from then on. */
const WHILE_KILLED = /^\[shortlist\] (?:settings-unread|settings-unwritten|detached Error)$/u;

export interface WorldOptions extends LaunchOptions {
  /** Protocol of both sites; HTTP/2 by default. */
  readonly protocol?: Protocol;
}

/** Starts the sites and a browser; closing the world ends both. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const sites = await startSites(options.protocol);
  const launched = await launch(sites, options);
  return worldOf(sites, {
    ...launched,
    close: async () => {
      await launched.close();
      await sites.stop();
    },
  });
}

/** The world of a browser in which the extension was just installed. */
export async function worldOf(sites: Sites, launched: Launched): Promise<World> {
  const { context, extensionId, newSession } = launched;
  const cdp = await newSession();
  const extensionPages: ExtensionPage[] = [];
  const seen: Observed[] = [];
  let kills = 0;
  const note: Note = (observed) => void seen.push(observed);
  const workers = await observeWorkers(cdp, extensionId, note);
  const isExtension = (url: string): boolean => url.startsWith(`chrome-extension://${extensionId}/`);
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => note({ errors: [`${page.url()}: ${error.message}`], hosts: [] }));
    page.on('console', (message) => {
      if (message.type() !== 'error' || !isExtension(page.url())) return;
      note({ errors: [message.text()], hosts: [] });
    });
    page.on('request', (request) => {
      if (isExtension(page.url()) && !request.isNavigationRequest()) note(requestTo(request.url()));
    });
  };
  // The options page may be open already.
  context.pages().forEach(watch);
  context.on('page', watch);

  const attach = async (file: string): Promise<ExtensionPage> => {
    const extensionPage = await ExtensionPage.attach(cdp, `${extensionId}/${file}`, note);
    extensionPages.push(extensionPage);
    return extensionPage;
  };

  // A new installation opens the options page in some tab; wait for it before anything else.
  const firstPage = await until('the options page of a fresh install', () =>
    Promise.resolve(context.pages().find((each) => each.url().includes('/options.html'))),
  );
  const optionsPage = async (): Promise<Page> => {
    await firstPage.bringToFront();
    await firstPage.getByRole('heading', { level: 1 }).waitFor();
    return firstPage;
  };

  const close = async ({ targetId }: ExtensionPage): Promise<void> => {
    await cdp.send('Target.closeTarget', { targetId });
    await until('the page to close', async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.every((info) => info.targetId !== targetId);
    });
  };

  const visit = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`https://www.linkedin.com${path}`);
    return page;
  };

  return {
    ...launched,
    cdp,
    sites,
    visit,
    visitHtml: (path, html) => {
      sites.linkedin.serve(path, html);
      return visit(path);
    },
    options: optionsPage,
    connect: async (key = sites.getsales.key) => {
      const page = await optionsPage();
      await page.getByLabel(text('options.connect.key')).fill(key);
      await page.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
      await page.getByText(like('options.account.connected')).waitFor();
      return page;
    },
    popup: async (page) => {
      await page.bringToFront();
      const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab', exclude: false }] });
      const tab = targetInfos.find((info) => info.url === page.url());
      if (tab === undefined) throw new Error(`no tab at ${page.url()}`);
      await cdp.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
      return attach('popup.html');
    },
    panel: () => attach('sidepanel.html'),
    closePopup: close,
    closePanel: close,
    killWorker: async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      kills += 1;
      const running = targetInfos.filter((info) => info.type === 'service_worker' && info.url.includes(extensionId));
      for (const { targetId } of running) await cdp.send('Target.closeTarget', { targetId });
    },
    takeObserved: async () => {
      await Promise.all([workers.settled(), ...extensionPages.map((each) => each.settled())]);
      const taken = seen.splice(0);
      return {
        errors: taken.flatMap(({ errors }) => errors).filter((error) => kills === 0 || !WHILE_KILLED.test(error)),
        hosts: [...new Set([...taken.flatMap(({ hosts }) => hosts), ...sites.takeUnexpectedHosts()])],
      };
    },
    reinstall: async () => {
      await workers.release();
      await launched.reinstall();
    },
    reload: async () => {
      await workers.release();
      await launched.reload();
    },
    close: async () => {
      context.off('page', watch);
      // The user may have closed the browser.
      await cdp.detach().catch(() => undefined);
      await launched.close();
    },
  };
}
