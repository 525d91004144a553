import { describe, expect, it } from 'vitest';
import { texts as english } from './locales/en/everywhere';
import { languageName } from './format';
import { directionOf, importTexts, languageFor, LANGUAGES, localeFor } from './languages';

const available = ['de', 'en', 'pt-BR'];

describe('the language of the texts', () => {
  it.each<[string, string | null, readonly string[], string]>([
    ['is the chosen one', 'de', ['en-US'], 'de'],
    ['is the browser’s when none was chosen', null, ['de-AT', 'en'], 'de'],
    ['is the browser’s when the chosen one has no texts', 'fr', ['de'], 'de'],
    ['is the first of the browser’s that has texts', null, ['fr-FR', 'de', 'en'], 'de'],
    ['is the regional form when that has texts', null, ['pt-BR', 'de'], 'pt-BR'],
    ['is English when none has texts', null, ['fr', 'it'], 'en'],
  ])('%s', (_, chosen, preferred, language) => {
    expect(languageFor(chosen, preferred, available)).toBe(language);
  });

  it('is found by its folder', () => {
    expect(LANGUAGES).toContain('en');
    expect(LANGUAGES).toContain('de');
  });

  it('is named in itself', () => {
    expect([languageName('de'), languageName('en'), languageName('es')]).toEqual(['Deutsch', 'English', 'Español']);
  });

  it.each([
    ['de', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['zh-TW', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

it('a module that a language lacks is shown in English', async () => {
  expect(await importTexts('xx', ['everywhere'])).toEqual(english);
});

it.each<[string, readonly string[], string]>([
  ['de', ['de-AT', 'en'], 'de-AT'],
  ['de', ['en-US', 'de-CH'], 'de-CH'],
  ['de', ['en-US'], 'de'],
])('dates in %s for a browser in %j are those of %s', (language, preferred, locale) => {
  expect(localeFor(language, preferred)).toBe(locale);
});
