import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Bundles a module into one script that assigns its exports to the global `name`, to run it in a plain page. */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    resolve: { alias: { '@': ROOT } },
    build: { write: false, minify: true, lib: { entry: path.join(ROOT, entry), formats: ['iife'], name } },
  });
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunk = chunks.find((output) => output.type === 'chunk');
  if (chunk === undefined) throw new Error(`${entry} could not be bundled.`);
  return chunk.code;
}
