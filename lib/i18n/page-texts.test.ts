import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Texts } from './text';

const root = path.resolve(import.meta.dirname, '../..');
const modules = import.meta.glob<Texts>('./locales/en/*.ts', { eager: true, import: 'texts' });
const moduleOf = new Map(
  Object.entries(modules).flatMap(([file, texts]) =>
    Object.keys(texts).map((key) => [key, path.basename(file, '.ts')] as const),
  ),
);

const ANY_IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/gu;
const STATIC_IMPORT = /(?:^|\n)import (?!type)(?:[^;]*?from )?'([^']+)'/gu;

/** Our own source files that a page loads: all of them, or those of its first frame. */
function filesOf(entry: string, imports = ANY_IMPORT): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    const source = readFileSync(file, 'utf8');
    found.set(file, source);
    for (const [, specifier = ''] of source.matchAll(imports)) {
      const base = specifier.startsWith('@/')
        ? path.join(root, specifier.slice(2))
        : path.join(path.dirname(file), specifier);
      const target = [`${base}.ts`, `${base}.tsx`].find((each) => existsSync(each) && statSync(each).isFile());
      if (specifier.startsWith('@/') || specifier.startsWith('.')) if (target !== undefined) visit(target);
    }
  };
  visit(path.join(root, entry));
  return found;
}

/** The keys in a source: literals, and all that a template such as `popup.layout.${field}` can be. */
function keysIn(source: string): readonly string[] {
  const literals = [...source.matchAll(/'([a-zA-Z]+\.[\w.-]+)'/gu)].map(([, key = '']) => key);
  const templates = [...source.matchAll(/`([a-zA-Z]+\.[\w.]*)\$\{/gu)].map(([, prefix = '']) => prefix);
  return [...moduleOf.keys()].filter(
    (key) => literals.includes(key) || templates.some((prefix) => key.startsWith(prefix)),
  );
}

/** Texts whose keys are also names of messages to the worker. */
const OF_MESSAGES: ReadonlySet<string> = new Set(['activity.retry', 'activity.remove', 'activity.erase']);

const withoutLocales = ([file]: readonly [string, string]) => !file.includes('/i18n/locales/');
const modulesIn = (sources: readonly (readonly [string, string])[]) =>
  new Set(
    sources
      .flatMap(([, source]) => keysIn(source))
      .filter((key) => !OF_MESSAGES.has(key))
      .map((key) => moduleOf.get(key) ?? ''),
  );
const namesIn = (list: string) => [...list.matchAll(/'(\w+)'/gu)].map(([, name = '']) => name);

const PAGES = ['popup', 'sidepanel', 'options'].map((page) => {
  const entry = `entrypoints/${page}/main.tsx`;
  const sources = [...filesOf(entry)].filter(withoutLocales);
  const firstFrame = modulesIn([...filesOf(entry, STATIC_IMPORT)].filter(withoutLocales));
  const main = readFileSync(path.join(root, entry), 'utf8');
  const first = namesIn(/texts: \[.*\]/u.exec(main)?.[0] ?? '');
  const loaders = sources.flatMap(([file, source]) =>
    (source.match(/withTexts\(\[[^\]]*\]/gu) ?? []).map((call) => ({ names: namesIn(call), file })),
  );
  const isLater = (name: string): boolean => !first.includes(name);
  /** A part that loads its texts itself, or that its page loads with them. */
  const ownOf = ({ file }: (typeof loaders)[number]) =>
    [...modulesIn([...filesOf(path.relative(root, file), STATIC_IMPORT)].filter(withoutLocales))]
      .filter(isLater)
      .sort();
  const owned = loaders.flatMap(ownOf);
  const ofPage = [...modulesIn(sources)].filter((name) => isLater(name) && !owned.includes(name)).sort();
  const parts = loaders.map((loader) => {
    const own = ownOf(loader);
    return { names: loader.names.toSorted(), expected: own.length > 0 ? own : ofPage };
  });
  const keys = new Set(sources.flatMap(([, source]) => keysIn(source)));
  return { page, keys, needed: modulesIn(sources), firstFrame, first, parts };
});

describe.each(PAGES)('$page', ({ needed, firstFrame, first, parts }) => {
  it('loads every text that its first frame shows', () => {
    expect([...firstFrame].filter((name) => !first.includes(name))).toEqual([]);
  });

  it('loads every other text with each part that loads later, and no module more', () => {
    expect(parts.map(({ names }) => names)).toEqual(parts.map(({ expected }) => expected));
    expect([...new Set([...first, ...parts.flatMap(({ names }) => names)])].sort()).toEqual([...needed].sort());
  });
});

it('every text is shown somewhere', () => {
  const shown = new Set(PAGES.flatMap(({ keys }) => [...keys]));
  expect([...moduleOf.keys()].filter((key) => !shown.has(key))).toEqual([]);
});

it.each(['popup', 'sidepanel', 'options', 'single-use'])('the HTML of %s has no words', (page) => {
  const html = readFileSync(path.join(root, `entrypoints/${page}/index.html`), 'utf8').replaceAll(/<!--[^]*?-->/gu, '');
  const read = [
    ...html.replaceAll(/<[^>]*>/gu, ' ').matchAll(/\p{L}+/gu),
    ...html.matchAll(/\s(?:alt|title|aria-label|lang)="[^"]+"/gu),
  ];
  expect(read.map(([words]) => words)).toEqual([]);
});
