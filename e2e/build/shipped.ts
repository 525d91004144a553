import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './project-files';

/** The production build. */
export const SHIPPED = path.join(ROOT, '.output/chrome-mv3');

/** The language whose texts count in a page's first load. */
const LANGUAGE = 'en';

/** Every shipped file, as paths below the build's folder, sorted. */
export function shippedFiles(build = SHIPPED): readonly string[] {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(build, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export function shippedText(file: string, build = SHIPPED): string {
  return readFileSync(path.join(build, file), 'utf8');
}

/** Bytes after `gzip -9`, each file on its own. */
export function gzipBytes(files: readonly string[], build = SHIPPED): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(build, file)), { level: 9 }).length, 0);
}

/**
 * A page with everything that it loads before anything is shown: its scripts with their static imports, its styles, and
 * its texts in one language.
 */
export function firstLoad(page: string, build = SHIPPED): readonly string[] {
  const seen = new Set([page]);
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    for (const target of staticImports(shippedText(file, build))) visit(besides(file, target));
  };
  for (const [, target = ''] of shippedText(page, build).matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/gu)) {
    visit(target);
  }
  for (const text of textModules([...seen], build)) visit(text);
  return [...seen];
}

function staticImports(code: string): readonly string[] {
  const imports = code.matchAll(/(?:^|[;}\n])import(?:[^"'`;()]*?from)?\s*["'](\.[^"']+)["']/gu);
  return [...imports].map(([, target = '']) => target);
}

/**
 * The chunks of the text modules that these scripts load at once: `mount`'s list of module names, `texts:["everywhere","popup"]`,
 * and the table from `./locales/<language>/<name>.ts` to the chunk. None in a build whose texts are imported statically.
 */
function textModules(files: readonly string[], build: string): readonly string[] {
  const scripts = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, code: shippedText(file, build) }));
  const chunks = new Map(
    scripts.flatMap(({ file, code }) =>
      [...code.matchAll(/["'`]\.\/locales\/(\w+)\/(\w+)\.ts["'`]:[^,]*?import\(["'`](\.[^"'`]+)["'`]\)/gu)]
        .filter(([, language]) => language === LANGUAGE)
        .map(([, , name = '', target = '']) => [name, besides(file, target)] as const),
    ),
  );
  if (chunks.size === 0) return [];
  const lists = scripts.flatMap(({ code }) => code.match(/(?<=texts:)\[(?:["'`]\w+["'`],?)+\]/gu) ?? []);
  const names = lists
    .map((list) => list.match(/\w+/gu) ?? [])
    .filter((list) => list.every((name) => chunks.has(name)))
    .flat();
  if (names.length === 0) throw new Error(`No list of text modules in ${files.join(', ')}.`);
  return [...new Set(names)].flatMap((name) => chunks.get(name) ?? []);
}

function besides(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target);
}
