import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The production build. */
export const SHIPPED = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** Every shipped file, as paths below the build's folder, sorted. */
export function shippedFiles(): readonly string[] {
  return readdirSync(SHIPPED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(SHIPPED, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export function shippedText(file: string): string {
  return readFileSync(path.join(SHIPPED, file), 'utf8');
}

/** Bytes after `gzip -9`. */
export function gzipBytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(SHIPPED, file)), { level: 9 }).length, 0);
}

/** A page with everything that it loads before anything is shown: its scripts with their static imports, and its styles. */
export function firstLoad(page: string): readonly string[] {
  const html = shippedText(page);
  const seen = new Set([page]);
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    const imports = [...shippedText(file).matchAll(/(?:^|[;}\n])import(?:[^"'`;()]*?from)?\s*["'](\.[^"']+)["']/gu)];
    for (const [, target = ''] of imports) visit(path.posix.join(path.posix.dirname(file), target));
  };
  for (const [, target = ''] of html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/gu)) visit(target);
  return [...seen];
}
