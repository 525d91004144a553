import type { texts as activity } from './locales/en/activity';
import type { texts as everywhere } from './locales/en/everywhere';
import type { texts as errors } from './locales/en/errors';
import type { texts as options } from './locales/en/options';
import type { texts as panel } from './locales/en/panel';
import type { texts as people } from './locales/en/people';
import type { texts as person } from './locales/en/person';
import type { texts as popup } from './locales/en/popup';
import type { texts as warnings } from './locales/en/warnings';

/** The forms of a text for a count, by the categories of `Intl.PluralRules`. Every language has `other`. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
export type Texts = Readonly<Record<string, string | Plural>>;

/** The text modules by name; English has the shape that every other language must have. */
interface English {
  readonly activity: typeof activity;
  readonly everywhere: typeof everywhere;
  readonly errors: typeof errors;
  readonly options: typeof options;
  readonly panel: typeof panel;
  readonly people: typeof people;
  readonly person: typeof person;
  readonly popup: typeof popup;
  readonly warnings: typeof warnings;
}
export type TextModule = keyof English;

type Dictionary = typeof activity &
  typeof everywhere &
  typeof errors &
  typeof options &
  typeof panel &
  typeof people &
  typeof person &
  typeof popup &
  typeof warnings;
export type TextKey = keyof Dictionary;

type SlotsOf<S> = S extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;
type Forms<T> = T extends string ? T : T[keyof T];
type IsPlural<T> = T extends string ? false : true;

/** The values of a text: one per slot; a text with plural forms needs its `count` as a number. */
export type TextParams<K extends TextKey> =
  IsPlural<Dictionary[K]> extends true
    ? { readonly count: number } & Readonly<Record<Exclude<SlotsOf<Forms<Dictionary[K]>>, 'count'>, string | number>>
    : Readonly<Record<SlotsOf<Dictionary[K]>, string | number>>;
type ParamsArgument<K extends TextKey> =
  IsPlural<Dictionary[K]> extends true
    ? [params: TextParams<K>]
    : [SlotsOf<Dictionary[K]>] extends [never]
      ? []
      : [params: TextParams<K>];

/** Any text that holds these slots, in any order. */
type WithSlots<Slot extends string> = [Slot] extends [never]
  ? string
  : { [S in Slot]: `${string}{${S}}${WithSlots<Exclude<Slot, S>>}` }[Slot];
type TranslationOf<T> = T extends string
  ? 'count' extends SlotsOf<T>
    ? WithSlots<SlotsOf<T>> | Plural
    : WithSlots<SlotsOf<T>>
  : Plural;

/** What a module of another language must have: the same keys, the same slots, plural forms where English has them. */
export type Translation<English> = { readonly [K in keyof English]: TranslationOf<English[K]> };

interface Active {
  /** Language of the texts, for `lang` and plurals. */
  readonly language: string;
  /** The regional form for `Intl` formats, such as `en-GB`. */
  readonly locale: string;
  readonly texts: ReadonlyMap<string, string | Plural>;
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

/** What a page says when its text modules cannot be loaded; the same words as theirs. */
const BUILT_IN: Pick<Dictionary, 'common.notLoaded' | 'common.reload'> = {
  'common.notLoaded': 'Couldn’t load this page',
  'common.reload': 'Reload',
};

let active = activeOf('en', 'en', BUILT_IN);

function activeOf(language: string, locale: string, texts: Texts): Active {
  return {
    language,
    locale,
    texts: new Map(Object.entries(texts)),
    plural: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(locale),
  };
}

/** From now on `t` answers with these texts, and formats with this locale. Called before the first render. */
export function showTexts(language: string, locale: string, texts: Texts): void {
  active = activeOf(language, locale, texts);
}

/** The locale of `Intl` formats. */
export function activeLocale(): string {
  return active.locale;
}

/** The template behind a key, in the plural form of `count`; the key itself when the text is missing. */
export function template(key: string, count?: string | number): string {
  const text = active.texts.get(key);
  if (text === undefined || typeof text === 'string') return text ?? key;
  return text[typeof count === 'number' ? active.plural.select(count) : 'other'] ?? text.other;
}

/** Every form that a text can have: the one of `count` if it is a number, else all. */
export function formsOf(key: TextKey, count?: string | number): readonly string[] {
  const text = active.texts.get(key);
  if (typeof count === 'number' || text === undefined || typeof text === 'string') return [template(key, count)];
  return Object.values(text);
}

/** Splits a template into its literal parts and `{slots}`, in order. */
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

/** A number in the locale's form: `8.000`. */
export function formatNumber(value: number): string {
  return active.number.format(value);
}

/** A text as a plain string, numbers in the locale's form. */
export function t<K extends TextKey>(key: K, ...[params]: ParamsArgument<K>): string {
  const values: ReadonlyMap<string, string | number> = new Map(Object.entries<string | number>(params ?? {}));
  return parts(template(key, values.get('count')))
    .map((part) => {
      if (part.kind === 'text') return part.value;
      const value = values.get(part.value) ?? '';
      return typeof value === 'number' ? formatNumber(value) : value;
    })
    .join('');
}
