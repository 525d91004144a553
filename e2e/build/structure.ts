import path from 'node:path';
import type { ProjectFile } from './project-files';

const PRODUCT = /^(?:lib|components|entrypoints)\//u;
const TEST = /\.test\.tsx?$|\/testing\//u;
const SHORT = 25;

/** Figures of the product's TypeScript, without tests and what only tests use. */
export interface Structure {
  readonly files: number;
  /** Lines that are neither blank nor comment. */
  readonly codeLines: number;
  readonly styleLines: number;
  readonly medianLines: number;
  readonly largest: readonly { readonly file: string; readonly lines: number }[];
  /** Folders with the most files directly in them, tests included. */
  readonly folders: readonly { readonly folder: string; readonly files: number }[];
  readonly shortFiles: readonly string[];
  /** Files that exactly one other product file imports. */
  readonly importedOnce: readonly string[];
}

export function structureOf(files: readonly ProjectFile[]): Structure {
  const product = files.filter(({ file }) => PRODUCT.test(file));
  const code = product.filter(({ file }) => /\.tsx?$/u.test(file) && !TEST.test(file));
  const styles = product.filter(({ file }) => file.endsWith('.css'));
  const sizes = code
    .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
    .sort((a, b) => b.lines - a.lines);
  const importers = importersOf(code);
  return {
    files: code.length,
    codeLines: sumOf(code.map(({ text }) => codeLines(text))),
    styleLines: sumOf(styles.map(({ text }) => codeLines(text))),
    medianLines: sizes[Math.floor(sizes.length / 2)]?.lines ?? 0,
    largest: sizes.slice(0, 5),
    folders: countFolders(product.map(({ file }) => file)).slice(0, 5),
    shortFiles: sizes.filter(({ lines }) => lines <= SHORT).map(({ file }) => file),
    importedOnce: code.map(({ file }) => file).filter((file) => importers.get(file)?.size === 1),
  };
}

/** Lines that are neither blank nor within a comment that begins its line. */
export function codeLines(text: string): number {
  const code = text.replace(/^\s*\/\*[^]*?\*\//gmu, '');
  return code.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

/** For each file, the other files that import it by a relative path or `@/`. */
export function importersOf(files: readonly ProjectFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(files.map(({ file }) => file));
  const importers = new Map<string, Set<string>>();
  for (const { file, text } of files) {
    for (const [, target = ''] of text.matchAll(/(?:from|import|import\()\s*'((?:@\/|\.{1,2}\/)[^']+)'/gu)) {
      const base = target.startsWith('@/') ? target.slice(2) : path.posix.join(path.posix.dirname(file), target);
      const imported = ['', '.ts', '.tsx'].map((ending) => base + ending).find((name) => names.has(name));
      if (imported === undefined || imported === file) continue;
      importers.set(imported, (importers.get(imported) ?? new Set()).add(file));
    }
  }
  return importers;
}

function countFolders(paths: readonly string[]): Structure['folders'] {
  const counts = new Map<string, number>();
  for (const file of paths) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) => ({ folder, files: count })).sort((a, b) => b.files - a.files);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
