import path from 'node:path';
import { lineAt, type ProjectFile } from './project-files';

/** A mention of a document that leads nowhere, as `file:line mention (why)`. */
export type BrokenReference = string;

const DOCUMENT = /(?<before>[\w./#-]*?)(?<document>(?:[\w-]+\/)*[\w-]+\.(?:md|txt))\b(?:#(?<slug>[\p{L}\w-]+))?/gu;
const SECTION_SIGN = /§\s?\d[\d.]*/gu;
/** Names what was there when it was written. */
const CHANGELOG = 'CHANGELOG.md';
/** Numbers of measurements and fault cases (docs/reliability.md#fault-catalogue). */
const NUMBER = /(?<![\w-])[MNLPD]-?\d{1,2}\b/gu;
const COMMENT = /(?<=^|[\s{(])(?:\/\*[^]*?\*\/|\/\/[^\n]*)|^#[^\n]*/gmu;
const CODE_PATH =
  /(?<![\w./@$-])(?:\.{1,2}\/)*(?:(?:lib|components|entrypoints|e2e|public|\.config|\.ci)\/[\w./*{},<>-]*[\w*}>]|[\w{<*](?:[\w./*{},<>-]*[\w*}>])?\.(?:[cm]?tsx?|mjs|css|yaml)\b)/gu;
const LINK = /\[[^\]\n]*\]\((?<target>[^)\s]+)\)/gu;

/**
 * References in code (comments, tests, configuration, styles) that do not lead to a heading of a document in this
 * repository. They have the form `docs/<file>.md#<slug>` or `<TOP-LEVEL>.md#<slug>`; a quoted name of a top-level
 * document is a file name, not a reference.
 */
export function brokenInCode(files: readonly ProjectFile[]): readonly BrokenReference[] {
  const headings = headingsOf(files);
  return files
    .filter(({ file }) => !file.endsWith('.md'))
    .flatMap(({ file, text }) => {
      const at = (index: number, mention: string, why: string): string =>
        `${file}:${lineAt(text, index)} ${mention} (${why})`;
      const mentions = [...text.matchAll(DOCUMENT)].flatMap(({ 0: mention, index, groups }) => {
        const { before = '', document = '', slug } = groups ?? {};
        const isFileName = slug === undefined && /['"`]/u.test(text[index - 1] ?? '') && headings.has(mention);
        const why = isFileName ? null : whyBroken(headings, before + document, slug);
        return why === null ? [] : [at(index, mention, why)];
      });
      const signs = [...text.matchAll(SECTION_SIGN)].map(({ 0: mention, index }) =>
        at(index, mention, 'a section number is not a heading'),
      );
      const numbers = file.startsWith('e2e/faults/') ? [] : [...commentsOf(text).matchAll(NUMBER)];
      return [
        ...mentions,
        ...signs,
        ...numbers.map(({ 0: mention, index }) => at(index, mention, 'a number is not a heading')),
      ];
    });
}

/**
 * Paths of code, named in comments and documents, that no file or folder has. A path may begin at any folder
 * (`http/call.ts`); `*` and `<name>` are any name, and `{a,b}` is both.
 */
export function brokenPaths(files: readonly ProjectFile[]): readonly BrokenReference[] {
  const names = files.map(({ file }) => `/${file}`);
  const isThere = (path: string): boolean => {
    const name = path
      .replace(/^[./]+\//u, '')
      .replaceAll('.', '\\.')
      .replaceAll('*', '[^/]*')
      .replaceAll(/<[\w-]+>/gu, '[^/]+');
    const isRooted = !/\.[a-z]+$/u.test(path);
    const pattern = new RegExp(isRooted ? `^/${name}(?:/|\\.[a-z.]+$|$)` : `/${name}$`, 'u');
    return names.some((each) => pattern.test(each));
  };
  return files
    .filter(({ file }) => file !== CHANGELOG)
    .flatMap(({ file, text }) =>
      [...(file.endsWith('.md') ? text : commentsOf(text)).matchAll(CODE_PATH)]
        .filter(([path]) => !expanded(path).every(isThere))
        .map(({ 0: path, index }) => `${file}:${lineAt(text, index)} ${path} (no such file or folder)`),
    );
}

/** The comments, at their places in the text; everything else is blank. */
function commentsOf(text: string): string {
  let comments = '';
  for (const { 0: comment, index } of text.matchAll(COMMENT)) {
    comments += text.slice(comments.length, index).replaceAll(/[^\n]/gu, ' ') + comment;
  }
  return comments;
}

/** `a/{b,c}` as `a/b` and `a/c`. */
function expanded(path: string): readonly string[] {
  const [all = '', before = '', names = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/u.exec(path) ?? [];
  return all === '' ? [path] : names.split(',').flatMap((name) => expanded(before + name + after));
}

/** Links between the documents, and `<file>.md#<slug>` anywhere in them, that lead nowhere. */
export function brokenInDocuments(files: readonly ProjectFile[]): readonly BrokenReference[] {
  const headings = headingsOf(files);
  const names = new Set(files.map(({ file }) => file));
  return files
    .filter(({ file }) => file.endsWith('.md'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(LINK)].flatMap(({ index, groups }) => {
        const target = groups?.['target'] ?? '';
        if (/^[a-z]+:/u.test(target)) return [];
        const [to = '', slug] = target.split('#');
        const document = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
        const isThere =
          names.has(document) || [...names].some((name) => name.startsWith(`${document.replace(/\/$/u, '')}/`));
        const isWhole = isThere && (slug === undefined || headings.get(document)?.has(slug) === true);
        return isWhole ? [] : [`${file}:${lineAt(text, index)} ${target} (no such file or heading)`];
      }),
    );
}

/** The anchors of each document, as GitHub makes them from its headings. */
export function headingsOf(files: readonly ProjectFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(files.filter(({ file }) => file.endsWith('.md')).map(({ file, text }) => [file, slugsOf(text)]));
}

function slugsOf(markdown: string): ReadonlySet<string> {
  const slugs = new Set<string>();
  const prose = markdown.replace(/^(`{3,}|~{3,})[^]*?^\1/gmu, '');
  for (const [, heading = ''] of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gmu)) {
    const base = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replace(/\s/gu, '-');
    let slug = base;
    for (let again = 1; slugs.has(slug); again += 1) slug = `${base}-${again}`;
    slugs.add(slug);
  }
  return slugs;
}

function whyBroken(
  headings: ReadonlyMap<string, ReadonlySet<string>>,
  document: string,
  slug: string | undefined,
): string | null {
  const slugs = headings.get(document);
  if (slugs === undefined) return 'no such document';
  if (!/^(?:docs\/)?[\w-]+\.md$/u.test(document)) return 'not in docs or at the top level';
  if (slug === undefined) return 'without a heading';
  return slugs.has(slug) ? null : 'no such heading';
}
