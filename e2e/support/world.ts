import type { Page } from '@playwright/test';
import type { Protocol } from '../sandbox/network/loopback';
import { launch, type Launched, type LaunchOptions } from './launch';
import { startSites, type Sites } from './sites';
import { ExtensionPage } from './extension-page';
import { until } from './until';

/** A browser with the extension, the two local sites, and everything a person could do with them. */
export interface World extends Launched {
  readonly sites: Sites;
  /** Opens a LinkedIn address in a tab and waits for it. */
  readonly visit: (path: string) => Promise<Page>;
  readonly options: () => Promise<Page>;
  /** Connects the sandbox's key through the options page's own form. */
  readonly connect: (key?: string) => Promise<Page>;
  /** A click on the toolbar icon over this tab: the real popup. */
  readonly popup: (page: Page) => Promise<ExtensionPage>;
  /** The real side panel, once something opened it. */
  readonly panel: () => Promise<ExtensionPage>;
  readonly closePopup: (popup: ExtensionPage) => Promise<void>;
  readonly closePanel: (panel: ExtensionPage) => Promise<void>;
  readonly killWorker: () => Promise<void>;
  /** Uncaught errors and refused resources seen so far. */
  readonly problems: () => readonly string[];
}

export interface WorldOptions extends LaunchOptions {
  /** What both sites speak; HTTP/2 unless told. */
  readonly protocol?: Protocol;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const sites = await startSites(options.protocol);
  const launched = await launch(sites, options);
  const { context, cdp, extensionId } = launched;
  const surfaces: ExtensionPage[] = [];
  const pageProblems: string[] = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => pageProblems.push(`${page.url()}: ${error.message}`));
  });

  const attach = async (file: string): Promise<ExtensionPage> => {
    const extensionPage = await ExtensionPage.attach(cdp, `${extensionId}/${file}`);
    surfaces.push(extensionPage);
    return extensionPage;
  };

  // A fresh install opens the options page by itself, in a tab of the browser's choice: nothing else may begin before.
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
    await until('the extensionPage to close', async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.every((info) => info.targetId !== targetId);
    });
  };

  return {
    ...launched,
    sites,
    visit: async (path) => {
      const page = await context.newPage();
      await page.goto(`https://www.linkedin.com${path}`);
      return page;
    },
    options: optionsPage,
    connect: async (key = sites.getsales.key) => {
      const page = await optionsPage();
      await page.getByLabel('API key').fill(key);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText(/Connected as/u).waitFor();
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
      const workers = targetInfos.filter((info) => info.type === 'service_worker' && info.url.includes(extensionId));
      for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId });
    },
    problems: () => [...pageProblems, ...surfaces.flatMap((extensionPage) => extensionPage.problems)],
    close: async () => {
      await launched.close();
      await sites.stop();
    },
  };
}
