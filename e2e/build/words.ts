import lists from '../../.config/words.json';
import { lineAt, type ProjectFile } from './project-files';

export { lists };

/** One occurrence of a listed word. */
export interface WordUse {
  readonly file: string;
  readonly line: number;
  readonly word: string;
}

export interface WordException {
  readonly file: string;
  /** The exact code that may stand in the file. */
  readonly literal: string;
  readonly reason: string;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Archaic words in product code, tests beside it included. */
export function archaicWords(files: readonly ProjectFile[]): readonly WordUse[] {
  const { folders, words } = lists.archaic;
  return files.filter(({ file }) => folders.includes(file.split('/')[0] ?? '')).flatMap((file) => usesIn(file, words));
}

/** Retired names anywhere, in paths too. */
export function retiredNames(
  files: readonly ProjectFile[],
  exceptions: readonly WordException[] = lists.retired.exceptions,
): readonly WordUse[] {
  const { names, skippedFiles } = lists.retired;
  return files
    .filter(({ file }) => !skippedFiles.includes(file))
    .flatMap(({ file, text }) => [
      ...usesIn({ file, text: without(text, file, exceptions) }, names),
      ...findWords(file, names).map(({ word }) => ({ file, line: 0, word })),
    ]);
}

/** Exceptions whose file no longer has the literal. */
export function unusedExceptions(files: readonly ProjectFile[]): readonly WordException[] {
  return lists.retired.exceptions.filter(
    ({ file, literal }) => !files.some((each) => each.file === file && each.text.includes(literal)),
  );
}

/**
 * Where `text` has one of `words`, in prose and inside identifiers: "any more" is found in `AnyMore`, `any-more` and
 * `any\n * more`. A word within a longer one does not count. A camelCase entry is an identifier and is not found in prose.
 */
export function findWords(text: string, words: readonly string[]): readonly { word: string; index: number }[] {
  const tokens = tokensOf(text);
  return words.flatMap((word) => {
    const parts = tokensOf(word).map((token) => token.word);
    const gap = /^[a-z]+[A-Z]/u.test(word) ? /^[-_]?$/u : /^[\s*/_-]*$/u;
    return tokens.flatMap(({ start }, at) => (isAt(text, tokens, at, parts, gap) ? [{ word, index: start }] : []));
  });
}

function isAt(text: string, tokens: readonly Token[], at: number, parts: readonly string[], gap: RegExp): boolean {
  return parts.every((part, offset) => {
    const token = tokens[at + offset];
    if (token === undefined) return false;
    const isLast = offset === parts.length - 1;
    if (token.word !== part && !(isLast && token.word === `${part}s`)) return false;
    return isLast || gap.test(text.slice(token.end, tokens[at + offset + 1]?.start));
  });
}

/** Words in lower case; an identifier is taken apart at its capitals. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

function usesIn({ file, text }: ProjectFile, words: readonly string[]): readonly WordUse[] {
  return findWords(text, words).map(({ word, index }) => ({ file, line: lineAt(text, index), word }));
}

function without(text: string, file: string, exceptions: readonly WordException[]): string {
  return exceptions
    .filter((each) => each.file === file)
    .reduce((rest, { literal }) => rest.replaceAll(literal, "''"), text);
}
