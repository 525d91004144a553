import { bundle } from '../support/bundle';
import { openWorld } from '../support/world';
import type { writeAhead } from './outbox-in-page';
import { quantile } from './quantile';

declare global {
  var outboxBench: { readonly writeAhead: typeof writeAhead } | undefined;
}

const WRITES = 1_000;

/** `npm run bench -- outbox`: what the strict write ahead of a message costs, in the extension's own storage on disk. */
export async function benchOutbox(): Promise<void> {
  const world = await openWorld();
  const page = await world.options();
  await page.evaluate(await bundle('e2e/bench/outbox-in-page.ts', 'outboxBench'));
  const { written, turned } = await page.evaluate((times) => {
    if (globalThis.outboxBench === undefined) throw new Error('The script is not there.');
    return globalThis.outboxBench.writeAhead(times);
  }, WRITES);
  await world.close();
  process.stdout.write(
    `outbox, ${String(WRITES)} messages:\n${line('written', written)}${line('turned to leaving', turned)}`,
  );
}

function line(name: string, ms: readonly number[]): string {
  return `  ${name}: median ${quantile(ms, 0.5).toFixed(2)} ms, p95 ${quantile(ms, 0.95).toFixed(2)} ms\n`;
}
