import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sample } from './sample';

const here = new URL('.', import.meta.url);

/** All sample pages, by file name. */
export async function discoverSamples(): Promise<readonly Sample[]> {
  const files = readdirSync(fileURLToPath(here), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sample.ts'))
    .sort();
  const modules = await Promise.all(
    files.map(async (file): Promise<{ readonly samples: readonly Sample[] }> => import(new URL(file, here).href)),
  );
  return modules.flatMap(({ samples }) => samples);
}
