import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files';
import { archaicWords, findWords, lists, retiredNames, unusedExceptions, type WordUse } from './words';

const DOCUMENT = ['docs/planted', 'md'].join('.');
const files = projectFiles();
const show = ({ file, line, word }: WordUse): string => `${file}:${line} ${word}`;
const { archaic, retired } = lists;

/** A name as prose (also over two lines), camelCase, PascalCase, kebab-case and upper case. */
function formsOf(name: string): readonly string[] {
  const parts = name.replace(/[A-Z]/gu, ' $&').toLowerCase().split(' ');
  const pascal = parts.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('');
  const prose = name.includes(' ') ? [`the ${name}.`, `the ${parts.join('\n   * ')}.`] : [`the ${name}.`];
  return [...prose, `create${pascal}()`, `${pascal}Store`, `${parts.join('-')}.ts`, parts.join('_').toUpperCase()];
}

describe('the word check', () => {
  it.each(retired.names)('finds the planted name "%s" in code, tests and docs', (name) => {
    for (const file of ['lib/planted.ts', 'e2e/specs/planted.spec.ts', DOCUMENT, '.config/planted.js']) {
      for (const text of formsOf(name)) {
        expect(retiredNames([{ file, text }]), text).toEqual([{ file, line: 1, word: name }]);
      }
    }
  });

  it.each(archaic.words)('counts the planted word "%s" in every product folder and nowhere else', (word) => {
    const text = `\n// ${word.toUpperCase()} ${word}`;
    for (const folder of archaic.folders) {
      expect(archaicWords([{ file: `${folder}/planted.ts`, text }])).toHaveLength(2);
    }
    expect(archaicWords([{ file: 'e2e/planted.ts', text }])).toEqual([]);
  });

  it('finds a retired name in a path', () => {
    for (const name of retired.names) {
      const file = `lib/${name.replaceAll(' ', '-')}.ts`;
      expect(retiredNames([{ file, text: '' }])).toEqual([{ file, line: 0, word: name }]);
    }
  });

  it('ignores words that only contain a listed one', () => {
    const text = 'outstanding understanding notwithstanding anymore retold journalist each in turn';
    expect(findWords(text, [...retired.names, ...archaic.words])).toEqual([]);
  });

  it('accepts an exception in its own file and for its own literal only', () => {
    for (const { file, literal } of retired.exceptions) {
      expect(retiredNames([{ file, text: `= ${literal};` }])).toEqual([]);
      expect(retiredNames([{ file: 'lib/planted.ts', text: literal }])).toHaveLength(1);
      expect(retiredNames([{ file, text: `// ${literal.replaceAll("'", '')}` }])).toHaveLength(1);
    }
  });
});

describe('this project', () => {
  it('has few archaic words', () => {
    const found = archaicWords(files);
    console.log(`archaic words: ${found.length} of at most ${archaic.atMost}`);
    expect(found.length <= archaic.atMost ? [] : found.map(show)).toEqual([]);
  });

  it('has no retired name', () => {
    const found = retiredNames(files);
    console.log(`retired names: ${found.length}`);
    expect(found.map(show)).toEqual([]);
  });

  it('needs each of its exceptions', () => {
    expect(unusedExceptions(files)).toEqual([]);
  });
});
