import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages';
import { parts, type Texts } from './text';
import { differences } from './testing/differences';

const modules = import.meta.glob<Texts>('./locales/*/*.ts', { eager: true, import: 'texts' });
const manifests = import.meta.glob<Readonly<Record<string, { readonly message: string }>>>(
  '../../public/_locales/*/messages.json',
  { eager: true, import: 'default' },
);
const english = Object.entries(modules).filter(([path]) => path.includes('/en/'));

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the texts in %s', (language) => {
  it.each(english)('are complete: %s', (path, texts) => {
    expect(differences(language, texts, modules[path.replace('/en/', `/${language}/`)] ?? {})).toEqual([]);
  });

  it('have the manifest’s texts, of which the description fits the store', () => {
    const manifest = manifests[`../../public/_locales/${language}/messages.json`];
    const inEnglish = manifests['../../public/_locales/en/messages.json'];
    expect(Object.keys(manifest ?? {})).toEqual(Object.keys(inEnglish ?? {}));
    expect(manifest?.['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });
});

it('every key belongs to one module', () => {
  const keys = english.flatMap(([, texts]) => Object.keys(texts));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe('an incomplete language is found', () => {
  const source: Texts = { name: 'Hello {person}', count: { one: '{count} list', other: '{count} lists' } };
  const whole: Texts = { name: '{person}, hallo', count: { one: '{count} Liste', other: '{count} Listen' } };

  it.each<[string, string, Texts, readonly string[]]>([
    ['nothing, when it is complete', 'de', whole, []],
    ['a missing key', 'de', { count: whole['count'] ?? '' }, ['name: missing']],
    ['an extra key', 'de', { ...whole, more: 'Mehr' }, ['more: not in English']],
    ['a missing slot', 'de', { ...whole, name: 'Hallo' }, ['name: slots person, has none']],
    ['a wrong slot', 'de', { ...whole, name: 'Hallo {persn}' }, ['name: slots person, has persn']],
    ['a missing plural category', 'pl', whole, ['count: few is missing', 'count: many is missing']],
    ['a superfluous plural category', 'ja', whole, ['count: one is never used']],
    ['plural forms that are one text', 'de', { ...whole, count: '{count} Listen' }, ['count: needs plural forms']],
  ])('%s', (_, language, texts, found) => {
    expect(differences(language, source, texts)).toEqual(found);
  });
});

it('a text is split at its slots', () => {
  expect(parts('Add {person} to {list}').map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'text Add ',
    'slot person',
    'text  to ',
    'slot list',
  ]);
});
