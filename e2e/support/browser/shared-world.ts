import type { Page } from '@playwright/test';
import { ignoreClosed } from './target';
import { test as base, expect } from './fixtures';
import { openWorld, type World } from './world';

/** A world that several tests use, and HTML of a test's own. */
export interface SharedWorld extends World {
  /** Serves this HTML at the path, without a content security policy, and opens it in a new tab. */
  readonly visitHtml: (path: string, html: string) => Promise<Page>;
}

/**
 * `shared` is one connected world per worker process, for tests that change nothing in GetSales or only a person of their
 * own. After each test its tabs and pages are closed, and nothing may have gone wrong.
 */
export const test = base.extend<{ shared: SharedWorld }, { connected: World }>({
  connected: [
    async ({}, use) => {
      const world = await openWorld();
      await world.connect();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  shared: async ({ connected: world }, use) => {
    const { control } = world.sites.getsales;
    const before = world.pageErrors().length;
    control.clearRequests();
    world.sites.linkedin.reset();
    await use({
      ...world,
      visitHtml: (path, html) => {
        world.sites.linkedin.serve(path, html);
        return world.visit(path);
      },
    });
    await closeAllBut(world, await world.options());
    expect({
      pageErrors: world.pageErrors().slice(before),
      unexpectedHosts: world.sites.unexpectedHosts(),
      contract: control.violations(),
    }).toEqual({ pageErrors: [], unexpectedHosts: [], contract: [] });
  },
});

async function closeAllBut({ context, cdp, extensionId }: World, options: Page): Promise<void> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  const open = targetInfos.filter(({ type, url }) => type === 'page' && /\/(?:popup|sidepanel)\.html/u.test(url));
  for (const { targetId, url } of open) {
    if (url.includes(extensionId)) await cdp.send('Target.closeTarget', { targetId }).catch(ignoreClosed);
  }
  for (const page of context.pages()) if (page !== options) await page.close();
}

export { expect };
