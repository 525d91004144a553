import { test as base, expect } from '@playwright/test';
import type { Protocol } from '../../sandbox/loopback';
import { RUN_LANGUAGE, speak } from '../../screens/texts';
import { openWorld, type World } from './world';

/**
 * `world` is a fresh browser, profile, LinkedIn and GetSales for each test. After every test: nothing broke unseen, no
 * other host was asked, and every exchange with GetSales kept to its contract. `protocol` is what the two sites speak, `language` is
 * that of the browser.
 */
export const test = base.extend<{ protocol: Protocol; language: string; world: World }>({
  protocol: ['h2', { option: true }],
  language: [RUN_LANGUAGE, { option: true }],
  world: async ({ protocol, language }, use) => {
    await speak(language);
    const world = await openWorld({ protocol });
    await use(world);
    const after = {
      problems: world.problems(),
      strangers: world.sites.strangers(),
      contract: world.sites.getsales.control.violations(),
    };
    await world.close();
    await speak(RUN_LANGUAGE);
    expect(after).toEqual({ problems: [], strangers: [], contract: [] });
  },
});

export { expect };
