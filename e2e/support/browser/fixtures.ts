import { test as base, expect } from '@playwright/test';
import type { Protocol } from '../../sandbox/network/loopback';
import { RUN_LANGUAGE, speak } from '../../screens/texts';
import { openWorld, type World } from './world';

/**
 * `world` is a new browser, profile, LinkedIn and GetSales for each test. After every test it expects no page error, no
 * request to another host and no violation of GetSales' API contract. `protocol` is the protocol of the two sites,
 * `language` the language of the browser.
 */
export const test = base.extend<{ protocol: Protocol; language: string; world: World }>({
  protocol: ['h2', { option: true }],
  language: [RUN_LANGUAGE, { option: true }],
  world: async ({ protocol, language }, use) => {
    await speak(language);
    const world = await openWorld({ protocol });
    await use(world);
    const after = {
      pageErrors: world.pageErrors(),
      unexpectedHosts: world.sites.unexpectedHosts(),
      contract: world.sites.getsales.control.violations(),
    };
    await world.close();
    await speak(RUN_LANGUAGE);
    expect(after).toEqual({ pageErrors: [], unexpectedHosts: [], contract: [] });
  },
});

export { expect };
