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

/** Our own source files that a page loads, at once or later. */
function filesOf(entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    const source = readFileSync(file, 'utf8');
    found.set(file, source);
    for (const [, specifier = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)) {
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

const PAGES = ['popup', 'sidepanel', 'options'].map((page) => {
  const sources = [...filesOf(`entrypoints/${page}/main.tsx`)].filter(([file]) => !file.includes('/i18n/locales/'));
  const keys = new Set(sources.flatMap(([, source]) => keysIn(source)));
  const main = readFileSync(path.join(root, `entrypoints/${page}/main.tsx`), 'utf8');
  const lists = [main, ...sources.map(([, source]) => source)].flatMap(
    (source) => source.match(/(?:texts: |withTexts\()\[[^\]]*\]/gu) ?? [],
  );
  const loads = new Set(lists.flatMap((list) => [...list.matchAll(/'(\w+)'/gu)].map(([, name]) => name)));
  return { page, keys, loads };
});

describe.each(PAGES)('$page', ({ keys, loads }) => {
  it('loads every text that its screens show, and no module more', () => {
    const needed = new Set([...keys].filter((key) => !OF_MESSAGES.has(key)).map((key) => moduleOf.get(key)));
    expect([...needed].sort()).toEqual([...loads].sort());
  });
});

/** Texts whose keys are also names of messages to the worker. */
const OF_MESSAGES: ReadonlySet<string> = new Set(['activity.retry', 'activity.remove', 'activity.erase']);

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
