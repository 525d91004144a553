import { test as base, expect } from '@playwright/test';
import type { Protocol } from '../../sandbox/network/loopback';
import { openWorld, type World } from './world';

/**
 * `world` is a new browser, profile, LinkedIn and GetSales for each test. After every test it expects no page error, no
 * request to another host and no violation of GetSales' API contract. `protocol` is the protocol of the two sites.
 */
export const test = base.extend<{ protocol: Protocol; world: World }>({
  protocol: ['h2', { option: true }],
  world: async ({ protocol }, use) => {
    const world = await openWorld({ protocol });
    await use(world);
    const after = {
      pageErrors: world.pageErrors(),
      unexpectedHosts: world.sites.unexpectedHosts(),
      contract: world.sites.getsales.control.violations(),
    };
    await world.close();
    expect(after).toEqual({ pageErrors: [], unexpectedHosts: [], contract: [] });
  },
});

export { expect };
