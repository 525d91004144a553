import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A text file of the project. The path is relative to the project's folder, with `/`. */
export interface ProjectFile {
  readonly file: string;
  readonly text: string;
}

const SKIPPED = /^(?:node_modules|artifacts|coverage|package-lock\.json|LICENSE|\.(?:git|output|wxt|cache))$/u;
const TEXT = /\.(?:[cm]?[jt]sx?|css|html|json|ya?ml|md|svg)$|^\.ci\/|^\.\w+$/u;

/** Every text file that was written for the project, in `folder` (a checkout), sorted by path. */
export function projectFiles(folder: string = ROOT): readonly ProjectFile[] {
  return readdirSync(folder)
    .filter((name) => !SKIPPED.test(name))
    .flatMap((name) => filesBelow(folder, name))
    .filter((file) => TEXT.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

function filesBelow(folder: string, name: string): readonly string[] {
  try {
    return readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  } catch {
    return [name];
  }
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
