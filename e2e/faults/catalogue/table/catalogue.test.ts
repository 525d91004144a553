import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf, ROOT } from '../../mutants/plant';
import { CATALOGUE, titleOf } from './catalogue';

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

const tested = CATALOGUE.flatMap((row) => (row.test === undefined ? [] : [row]));
const sourceOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test('has each case once, in order', () => {
  expect(CATALOGUE.map(({ id }) => id)).toEqual([
    ...numbered('P', 20),
    ...numbered('M-', 11),
    ...numbered('N', 38),
    ...numbered('L', 17),
    ...numbered('D', 12),
  ]);
});

test('says what happens and what is expected in the titles', () => {
  expect(titleOf('N20')).toBe('N20: 409 → one POST, looked for, unknown');
  expect(titleOf('N20', 'with HTML')).toBe('N20: 409 → one POST, looked for, unknown (with HTML)');
});

test('every case that runs has a test with its title in the file that it names', () => {
  expect(tested.filter(({ id, test: file }) => !sourceOf(file).includes(`titleOf('${id}'`))).toEqual([]);
});

test('every test of a case is in the file that its row names', () => {
  const files = [...new Set(tested.map(({ test: file }) => file))];
  const found = files.flatMap((file) =>
    [...sourceOf(file).matchAll(/titleOf\('(?<id>[^']+)'/gu)].map(({ groups }) => `${groups?.['id']} in ${file}`),
  );
  const named = tested.map(({ id, test: file }) => `${id} in ${file}`);
  expect(found.filter((each) => !named.includes(each))).toEqual([]);
});

test('every proof has its text exactly once in the product', () => {
  expect(problemsOf(Object.fromEntries(tested.map(({ id, proof }) => [id, proof])))).toEqual([]);
});
