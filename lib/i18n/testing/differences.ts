import { parts, type Plural, type Texts } from '../text';

/** What a language lacks, or has too much of, compared with English; empty when it is complete. */
export function differences(language: string, english: Texts, translated: Texts): readonly string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(translated, key));
  const extra = Object.keys(translated).filter((key) => !Object.hasOwn(english, key));
  const wrong = Object.entries(english).flatMap(([key, source]) => {
    const text = translated[key];
    return text === undefined ? [] : ofText(language, source, text).map((what) => `${key}: ${what}`);
  });
  return [...missing.map((key) => `${key}: missing`), ...extra.map((key) => `${key}: not in English`), ...wrong];
}

function ofText(language: string, source: string | Plural, text: string | Plural): readonly string[] {
  const isPlural = typeof source !== 'string';
  const wanted = slotsOf(isPlural ? source.other : source);
  if (typeof text === 'string') return isPlural ? ['needs plural forms'] : ofForm(wanted, text, false);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const present = Object.keys(text);
  return [
    ...categories.filter((category) => !present.includes(category)).map((category) => `${category} is missing`),
    ...present
      .filter((form) => categories.every((category) => category !== form))
      .map((form) => `${form} is never used`),
    ...Object.values(text).flatMap((form) => ofForm(wanted, form, true)),
  ];
}

/** A form for one number may name it in words: `checked once`. */
function ofForm(wanted: readonly string[], form: string, mayOmitCount: boolean): readonly string[] {
  const has = slotsOf(form);
  const isSame = has.join() === wanted.join();
  const isWithoutCount = mayOmitCount && has.join() === wanted.filter((slot) => slot !== 'count').join();
  return isSame || isWithoutCount ? [] : [`slots ${wanted.join() || 'none'}, has ${has.join() || 'none'}`];
}

function slotsOf(text: string): readonly string[] {
  const slots = parts(text).filter(({ kind }) => kind === 'slot');
  return [...new Set(slots.map(({ value }) => value))].sort();
}
