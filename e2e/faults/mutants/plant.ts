import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Harm } from '../judge/breach';

/**
 * A fault planted in the product: `find`, which occurs exactly once in `file`, becomes `replace`. After a change of the
 * product, point it to the code that now does the same.
 */
export interface Plant {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A fault planted in the product, to see that the judge finds it. */
export interface Mutant extends Plant {
  readonly name: string;
  /** The harms that it can do. Only a breach with one of these counts as found. */
  readonly expected: readonly Harm[];
  /** Whether `npm test` runs it. */
  readonly isInShortForm?: true;
}

export const ROOT = path.resolve(import.meta.dirname, '../../..');

const NOT_COPIED: ReadonlySet<string> = new Set(['node_modules', 'artifacts', '.git', '.output', '.cache']);

/** Why these faults cannot be planted: texts that do not occur exactly once in their file. */
export function problemsOf(plants: Readonly<Record<string, Plant>>): readonly string[] {
  return Object.entries(plants).flatMap(([name, { file, find }]) => {
    const count = readFileSync(path.join(ROOT, file), 'utf8').split(find).length - 1;
    return count === 1 ? [] : [`${name}: the text occurs ${count} times in ${file}`];
  });
}

/** Copies the project, plants the fault in the copy, and removes it after `use`. The working tree never changes. */
export async function inPlantedCopy<T>(
  { file, find, replace }: Plant,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-planted-'));
  try {
    const names = (await readdir(ROOT)).filter((name) => !NOT_COPIED.has(name));
    await Promise.all(names.map((name) => cp(path.join(ROOT, name), path.join(folder, name), { recursive: true })));
    await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    const planted = path.join(folder, file);
    await writeFile(planted, (await readFile(planted, 'utf8')).split(find).join(replace));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
