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
  const targets = shippedText(page, build).matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/gu);
  const files = [
    page,
    ...withImports(
      [...targets].map(([, target = '']) => target),
      build,
    ),
  ];
  return [...new Set([...files, ...textModules(files, build)])];
}

/**
 * The parts that a page loads later, by name: the scripts and styles that each adds to the first load, or to the part that
 * loads it, without texts.
 */
export function laterParts(page: string, build = SHIPPED): ReadonlyMap<string, readonly string[]> {
  const first = firstLoad(page, build);
  return new Map(partsOf(first, first, build));
}

type LaterPart = readonly [name: string, files: readonly string[]];

/** @param loaded what is there when these files are */
function partsOf(files: readonly string[], loaded: readonly string[], build: string): readonly LaterPart[] {
  const texts = textChunks(loaded, build).map(({ chunk }) => chunk);
  return files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => importsOnDemand(shippedText(file, build)).map((found) => ({ file, ...found })))
    .map(({ file, target, styles }) => ({ chunk: besides(file, target), styles }))
    .filter(({ chunk }) => !texts.includes(chunk) && !loaded.includes(chunk))
    .flatMap(({ chunk, styles }) => {
      const name = path.posix.basename(chunk).replace(/-[\w-]{8}\.js$/u, '');
      const added = [...withImports([chunk], build), ...styles].filter((file) => !loaded.includes(file));
      return [[name, added] as const, ...partsOf(added, [...loaded, ...added], build)];
    });
}

/** Files with everything that they import statically. */
function withImports(files: readonly string[], build: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    for (const target of staticImports(shippedText(file, build))) visit(besides(file, target));
  };
  files.forEach(visit);
  return [...seen];
}

/** Vite's form: ``import(`./Part-hash.js`),__vite__mapDeps([0,1])``, the numbers being styles in the file's own table. */
function importsOnDemand(code: string): readonly { readonly target: string; readonly styles: readonly string[] }[] {
  const table = /m\.f=\[([^\]]*)\]/u.exec(code)?.[1]?.match(/[^",]+/gu) ?? [];
  const imports = code.matchAll(/import\(["'`](\.[^"'`]+)["'`]\)(?:,__vite__mapDeps\(\[([\d,]*)\]\))?/gu);
  return [...imports].map(([, target = '', numbers = '']) => ({
    target,
    styles: numbers.split(',').flatMap((number) => table[Number(number)] ?? []),
  }));
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
  const chunks = new Map(
    textChunks(files, build)
      .filter(({ language }) => language === LANGUAGE)
      .map(({ name, chunk }) => [name, chunk]),
  );
  if (chunks.size === 0) return [];
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => shippedText(file, build));
  const lists = scripts.flatMap((code) => code.match(/(?<=texts:)\[(?:["'`]\w+["'`],?)+\]/gu) ?? []);
  const names = lists
    .map((list) => list.match(/\w+/gu) ?? [])
    .filter((list) => list.every((name) => chunks.has(name)))
    .flat();
  if (names.length === 0) throw new Error(`No list of text modules in ${files.join(', ')}.`);
  return [...new Set(names)].flatMap((name) => chunks.get(name) ?? []);
}

/** The table of these scripts from `./locales/<language>/<name>.ts` to the chunk. */
export function textChunks(
  files: readonly string[],
  build = SHIPPED,
): readonly { readonly language: string; readonly name: string; readonly chunk: string }[] {
  const tables = /["'`]\.\/locales\/(\w+)\/(\w+)\.ts["'`]:[^,]*?import\(["'`](\.[^"'`]+)["'`]\)/gu;
  return files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      [...shippedText(file, build).matchAll(tables)].map(([, language = '', name = '', target = '']) => ({
        language,
        name,
        chunk: besides(file, target),
      })),
    );
}

function besides(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target);
}
