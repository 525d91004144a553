import { readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  activeLocale,
  formsOf,
  parts,
  showTexts,
  t,
  type TextKey,
  type TextParams,
  type Texts,
} from '../../lib/i18n/text';

const FOLDER = path.resolve(import.meta.dirname, '../../lib/i18n/locales');

/** The language of this run: `SHORTLIST_LANG=de npm run e2e`. */
export const RUN_LANGUAGE = process.env['SHORTLIST_LANG'] ?? 'en';

/** Sets the language in which browsers start and in which the functions below look up texts. */
export async function speak(language: string): Promise<void> {
  const files = await readdir(path.join(FOLDER, language));
  const modules = await Promise.all(
    files.map((file): Promise<{ readonly texts: Texts }> => import(path.join(FOLDER, language, file))),
  );
  const texts = Object.fromEntries(modules.flatMap((module) => Object.entries(module.texts)));
  showTexts(language, localeOf(language), texts);
}

/** The locale that browsers start with, such as `de-DE`. */
export function spokenLocale(): string {
  return activeLocale();
}

function localeOf(language: string): string {
  if (language === 'en') return 'en-GB';
  const { region = '' } = new Intl.Locale(language).maximize();
  return `${language}-${region}`;
}

await speak(RUN_LANGUAGE);

/** A text of the product in the language of this run. */
export const text = t;

type Known<K extends TextKey> = Partial<Record<keyof TextParams<K>, string | number>>;

/** A pattern of a text, wherever it is: slots that are not given can be anything on one line. */
export function like<K extends TextKey>(key: K, known: Known<K> = {}): RegExp {
  return new RegExp(sourceOf(key, known), 'u');
}

/** A pattern of a name that begins with this text. */
export function begins<K extends TextKey>(key: K, known: Known<K> = {}): RegExp {
  return new RegExp(`^(?:${sourceOf(key, known)})`, 'u');
}

/** A pattern of exactly this text. */
export function exactly<K extends TextKey>(key: K, known: Known<K> = {}): RegExp {
  return new RegExp(`^(?:${sourceOf(key, known)})$`, 'u');
}

/** A pattern of exactly these words, such as a label. */
export function named(words: string): RegExp {
  return new RegExp(`^${escaped(words)}$`, 'u');
}

/** A pattern of words or patterns that follow one another, with anything between them. */
export function inOrder(...each: readonly (string | RegExp)[]): RegExp {
  return new RegExp(each.map((one) => `(?:${wordsOf(one)})`).join('[\\s\\S]*'), 'u');
}

/** A pattern of any of these words or patterns. */
export function anyOf(...each: readonly (string | RegExp)[]): RegExp {
  return new RegExp(each.map((one) => `(?:${wordsOf(one)})`).join('|'), 'u');
}

function wordsOf(one: string | RegExp): string {
  return typeof one === 'string' ? escaped(one) : one.source;
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

function sourceOf(key: TextKey, known: Readonly<Record<string, string | number | undefined>>): string {
  const numbers = new Intl.NumberFormat(activeLocale());
  return formsOf(key, known['count'])
    .map((form) =>
      parts(form)
        .map(({ kind, value }) => {
          if (kind === 'text') return escaped(value);
          const given = known[value];
          return given === undefined ? '.+?' : escaped(typeof given === 'number' ? numbers.format(given) : given);
        })
        .join(''),
    )
    .join('|');
}
