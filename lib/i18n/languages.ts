import type { TextModule, Texts } from './text';

interface Module {
  readonly texts: Texts;
}

/** Every text module of every language, each in a chunk of its own: `./locales/<language>/<module>.ts`. */
const modules = import.meta.glob<Module>('./locales/*/*.ts');

const FALLBACK = 'en';
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr']);

/** The languages that have texts, such as `de`: the folders of lib/i18n/locales. */
export const LANGUAGES: readonly string[] = languagesIn(Object.keys(modules));

/** The folder names in paths such as `./locales/de/popup.ts`, each once. */
export function languagesIn(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.split('/').at(-2) ?? ''))].sort();
}

/**
 * The language of the texts: the chosen one, else the first of the browser's that has texts, else English.
 *
 * @param chosen null for "same as the browser"
 * @param preferred the browser's languages, best first, such as `de-AT`
 */
export function languageFor(
  chosen: string | null,
  preferred: readonly string[],
  available: readonly string[] = LANGUAGES,
): string {
  if (chosen !== null && available.includes(chosen)) return chosen;
  const wanted = preferred.flatMap((tag) => [tag, baseOf(tag)]);
  return wanted.find((tag) => available.includes(tag)) ?? FALLBACK;
}

/** The regional form of a language for dates and numbers: the browser's own if it has one (`de-AT`), else the language. */
export function localeFor(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || baseOf(tag) === language) ?? language;
}

/** `rtl` for languages written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(language).maximize();
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** Imports one language's modules, in English those that it lacks. Importing them again is free. */
export async function importTexts(language: string, names: readonly TextModule[]): Promise<Texts> {
  const found = names.flatMap((name) => modules[pathOf(language, name)] ?? modules[pathOf(FALLBACK, name)] ?? []);
  const imported = await Promise.all(found.map((load) => load()));
  return Object.fromEntries(imported.flatMap(({ texts }) => Object.entries(texts)));
}

function pathOf(language: string, name: TextModule): string {
  return `./locales/${language}/${name}.ts`;
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
