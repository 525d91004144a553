// `npm run dev`: a browser with the production build, connected to a local GetSales and a sample LinkedIn. It builds and loads
// the extension again after each change of its source.
import path from 'node:path';
import { watch } from 'chokidar';
import { build } from 'wxt';
import { MADE_FROM } from '../setup/ensure-build.mjs';
import { openWorld } from '../support/browser/world';
import { hasDisplay } from './display';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Editors write several files at once. */
const SETTLED_MS = 150;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const world = await openWorld({ headless: !hasDisplay() });
await world.connect();
await world.visit('/in/mira-okonkwo/');
const { extensionId, sites } = world;
say(`GetSales is at https://amazing.getsales.io in this browser; its key is connected: ${sites.getsales.key}`);

const quiet = (): void => undefined;
/** WXT's list of files says nothing new. */
const logger = {
  ...{ debug: quiet, log: quiet, info: quiet, success: quiet, level: 1 },
  ...{ warn: console.warn, error: console.error, fatal: console.error },
};
let due: NodeJS.Timeout | undefined;
let building: Promise<void> = Promise.resolve();

/** One build at a time; a failed one is reported. The extension's pages close when it is loaded again. */
async function rebuild(): Promise<void> {
  const start = performance.now();
  try {
    await build({ root: ROOT, logger });
    await world.reload();
    const options = await world.context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html`);
  } catch (error) {
    say(`Not loaded again: ${String(error)}`);
    return;
  }
  say(`Built and loaded again (${((performance.now() - start) / 1000).toFixed(1)} s). Reload open LinkedIn pages.`);
}
const watcher = watch(
  MADE_FROM.map((name) => path.join(ROOT, name)),
  { ignoreInitial: true, ignored: /\.test\.tsx?$/u },
).on('all', () => {
  clearTimeout(due);
  due = setTimeout(() => {
    building = building.then(rebuild);
  }, SETTLED_MS);
});
await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
say('Watching the source. Close the browser or press Ctrl+C to end.');

const stop = async (): Promise<void> => {
  clearTimeout(due);
  await watcher.close();
  await world.close();
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
world.context.once('close', () => void stop());
