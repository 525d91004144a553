import { test as base, expect } from '@playwright/test';
import type { Protocol } from '../sandbox/network/loopback';
import { openWorld, type World } from './world';

/**
 * `world` is a fresh browser, profile, LinkedIn and GetSales for each test. After every test: nothing broke unseen, no
 * other host was asked, and every request to GetSales kept to its contract. `protocol` is what the two sites speak.
 */
export const test = base.extend<{ protocol: Protocol; world: World }>({
  protocol: ['h2', { option: true }],
  world: async ({ protocol }, use) => {
    const world = await openWorld({ protocol });
    await use(world);
    const after = {
      problems: world.problems(),
      strangers: world.sites.strangers(),
      contract: world.sites.getsales.control.violations(),
    };
    await world.close();
    expect(after).toEqual({ problems: [], strangers: [], contract: [] });
  },
});

export { expect };
