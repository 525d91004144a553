import { test as base, expect } from '@playwright/test';
import type { Protocol } from '../../sandbox/network/loopback';
import { RUN_LANGUAGE, speak } from '../../screens/texts';
import { launch, type Launched } from './launch';
import { startSites, type Sites } from './sites';
import { worldOf, type World } from './world';

interface Shared {
  readonly sites: Sites;
  readonly browser: Launched;
}

/**
 * `world` is a newly installed extension, a new LinkedIn and a new GetSales for each test, in a browser that the tests of one
 * Playwright worker share. After every test it expects no error in worker and pages, no request to another host, not even a
 * refused one, and no violation of GetSales' API contract. `connected` is the same with the sandbox's key. `protocol` is the
 * protocol of the two sites, `language` the language of the browser: a file that changes one of them has browsers of its own.
 */
export const test = base.extend<
  { world: World; connected: World },
  { protocol: Protocol; language: string; shared: Shared }
>({
  protocol: ['h2', { option: true, scope: 'worker' }],
  language: [RUN_LANGUAGE, { option: true, scope: 'worker' }],
  shared: [
    async ({ protocol, language }, use) => {
      await speak(language);
      const sites = await startSites(protocol);
      const browser = await launch(sites);
      await use({ sites, browser });
      await browser.close();
      await sites.stop();
    },
    { scope: 'worker' },
  ],
  world: async ({ shared: { sites, browser }, language }, use) => {
    await speak(language);
    const world = await worldOf(sites, { ...browser, close: () => Promise.resolve() });
    await use(world);
    const after = { ...(await world.takeObserved()), contract: sites.getsales.control.violations() };
    await world.close();
    await browser.reinstall();
    sites.renew();
    expect(after).toEqual({ errors: [], hosts: [], contract: [] });
  },
  connected: async ({ world }, use) => {
    await world.connect();
    await use(world);
  },
});

export { expect };
