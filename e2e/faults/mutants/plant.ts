import { readFileSync } from 'node:fs';

/**
 * A fault planted in the product: `find`, which occurs exactly once in `file`, becomes `replace`. After a change of the
 * product, point it to the code that now does the same.
 */
export interface Plant {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const ROOT = new URL('../../../', import.meta.url);

/** Why these faults cannot be planted: texts that do not occur exactly once in their file. */
export function problemsOf(plants: Readonly<Record<string, Plant>>): readonly string[] {
  return Object.entries(plants).flatMap(([name, { file, find }]) => {
    const count = readFileSync(new URL(file, ROOT), 'utf8').split(find).length - 1;
    return count === 1 ? [] : [`${name}: the text occurs ${count} times in ${file}`];
  });
}
