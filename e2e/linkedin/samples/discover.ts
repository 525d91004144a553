import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sample } from './sample';

const here = new URL('.', import.meta.url);

/** All sample pages, by file name. */
export async function discoverSamples(): Promise<readonly Sample[]> {
  const files = readdirSync(fileURLToPath(here), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sample.ts'))
    .sort();
  const modules: readonly unknown[] = await Promise.all(
    files.map((file): Promise<unknown> => import(new URL(file, here).href)),
  );
  return modules.flatMap((module, at) => {
    if (!isSampleFile(module)) throw new Error(`${files[at] ?? ''} exports no samples`);
    return module.samples;
  });
}

/** The compiler checks each list's type, so this checks only that there is one. */
function isSampleFile(module: unknown): module is { readonly samples: readonly Sample[] } {
  return typeof module === 'object' && module !== null && 'samples' in module && Array.isArray(module.samples);
}
