import { expect, test } from 'vitest';
import { MUTANTS } from './mutants';
import { problemsOf } from './plant';

const byName = Object.fromEntries(MUTANTS.map((mutant) => [mutant.name, mutant]));

test('every planted fault has its text exactly once in the product', () => {
  expect(problemsOf(byName)).toEqual([]);
  expect(Object.keys(byName)).toHaveLength(MUTANTS.length);
  expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
});

test('says so when the text of a planted fault is missing', () => {
  const file = 'lib/vault/vault.ts';
  expect(problemsOf({ moved: { file, find: 'no such text', replace: '' } })).toEqual([
    `moved: the text occurs 0 times in ${file}`,
  ]);
});
