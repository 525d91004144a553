import { bundle } from '../support/browser/bundle';
import { openWorld } from '../support/browser/world';
import type { writeAhead } from './outbox-in-page';
import { quantile } from './quantile';

declare global {
  var outboxBench: { readonly writeAhead: typeof writeAhead } | undefined;
}

const WRITES = 1_000;
const SHORT_WRITES = 20;

/** `npm run bench -- outbox`: the cost of writing a message to disk before it is sent, in the extension's own storage. */
export async function benchOutbox(isShort: boolean): Promise<boolean> {
  const writes = isShort ? SHORT_WRITES : WRITES;
  const world = await openWorld();
  const page = await world.options();
  await page.evaluate(await bundle('e2e/bench/outbox-in-page.ts', 'outboxBench'));
  const { added, changed } = await page.evaluate((times) => {
    if (globalThis.outboxBench === undefined) throw new Error('The bundled outbox is missing.');
    return globalThis.outboxBench.writeAhead(times);
  }, writes);
  await world.close();
  process.stdout.write(
    `outbox, ${String(writes)} messages:\n${line('written', added)}${line('marked as dispatching', changed)}`,
  );
  return true;
}

function line(name: string, ms: readonly number[]): string {
  return `  ${name}: median ${quantile(ms, 0.5).toFixed(2)} ms, p95 ${quantile(ms, 0.95).toFixed(2)} ms\n`;
}
