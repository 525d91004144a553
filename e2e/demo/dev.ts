// `npm run dev`: a browser with the production build, connected to a local GetSales and a sample LinkedIn. It builds and loads
// the extension again after each change of its source.
import path from 'node:path';
import { watch } from 'chokidar';
import { build, MADE_FROM } from '../setup/ensure-build.mjs';
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

let due: NodeJS.Timeout | undefined;
const rebuild = async (): Promise<void> => {
  const start = performance.now();
  if (build() !== 0) {
    say('The build failed; the browser still has the one before.');
    return;
  }
  await world.reload();
  // Its pages close when it is loaded again.
  const options = await world.context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  say(`Built and loaded again (${((performance.now() - start) / 1000).toFixed(1)} s). Reload open LinkedIn pages.`);
};
const watcher = watch(
  MADE_FROM.map((name) => path.join(ROOT, name)),
  { ignoreInitial: true, ignored: /\.test\.tsx?$/u },
).on('all', () => {
  clearTimeout(due);
  due = setTimeout(() => void rebuild(), SETTLED_MS);
});
await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
say('Watching entrypoints, components, lib and public. Close the browser or press Ctrl+C to end.');

const stop = async (): Promise<void> => {
  clearTimeout(due);
  await watcher.close();
  await world.close();
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
world.context.once('close', () => void stop());
