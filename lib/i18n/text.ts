import { en } from './locales/en';
import type { enOptionsPage } from './locales/en-options';

type Dictionary = typeof en & typeof enOptionsPage;

/** Every text of the product; plural pairs are stored as `key_one` and `key_other` and asked for as `key` with `count`. */
export type TextKey = keyof Dictionary extends infer K
  ? K extends `${infer Base}_${'one' | 'other'}`
    ? Base
    : K
  : never;

type Placeholders<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
type Template<K extends TextKey> = K extends keyof Dictionary
  ? Dictionary[K]
  : `${K}_other` extends keyof Dictionary
    ? Dictionary[`${K}_other`] | '{count}'
    : never;
export type TextParams<K extends TextKey> = Record<Placeholders<Template<K>>, string | number>;
type ParamsArgument<K extends TextKey> = [Placeholders<Template<K>>] extends [never] ? [] : [params: TextParams<K>];

const templates = new Map<string, string>(Object.entries(en));

/** Makes further texts known, for pages that show more than the common ones. */
export function addTexts(texts: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(texts)) templates.set(key, text);
}

/** Language of the texts, for `Intl` formats and the pages' `lang`. */
export const LOCALE = 'en';
const plural = new Intl.PluralRules(LOCALE);
const number = new Intl.NumberFormat(LOCALE);

/** The template behind a key, plural form chosen by `count`. */
export function template(key: string, count?: string | number): string {
  const suffix = typeof count === 'number' ? plural.select(count) : 'other';
  return templates.get(key) ?? templates.get(`${key}_${suffix}`) ?? templates.get(`${key}_other`) ?? key;
}

/** Splits a template into its literal parts and `{placeholders}`, in order. */
export function parts(text: string): readonly { readonly kind: 'text' | 'slot'; readonly value: string }[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') && part.endsWith('}')
        ? { kind: 'slot' as const, value: part.slice(1, -1) }
        : { kind: 'text' as const, value: part },
    );
}

/** A text as a plain string, numbers in the locale's form. */
export function t<K extends TextKey>(key: K, ...[params]: ParamsArgument<K>): string {
  const values: ReadonlyMap<string, string | number> = new Map(Object.entries<string | number>(params ?? {}));
  return parts(template(key, values.get('count')))
    .map((part) => {
      if (part.kind === 'text') return part.value;
      const value = values.get(part.value) ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    })
    .join('');
}
