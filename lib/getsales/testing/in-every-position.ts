import { beforeEach, describe } from 'vitest';
import type { Control } from '@/e2e/sandbox/control/control';
import { DEVIATIONS } from '@/e2e/sandbox/quirks/positions';

/**
 * Runs the tests of `block` against the documented GetSales, and again for every other position of every switch of the
 * sandbox (docs/getsales-api.md#quirks), one at a time. The block gets the name of the position, `documented` or `switch:
 * position`, to name the differences that it makes. Call it after `againstSandbox`, whose reset comes first.
 */
export function inEveryPosition(control: () => Control, block: (position: string) => void): void {
  const positions = DEVIATIONS.map(
    (quirks) =>
      [
        Object.entries(quirks)
          .map(([name, position]) => `${name}: ${position}`)
          .join(''),
        quirks,
      ] as const,
  );
  describe.each([['documented', {}] as const, ...positions])('%s', (position, quirks) => {
    beforeEach(() => {
      control().setQuirks(quirks);
    });
    block(position);
  });
}
