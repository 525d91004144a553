import { expect, test } from 'vitest';
import { MUTANTS } from './mutants';
import { problemsOf, runMutants } from './run-mutants';

test('every planted fault has its text exactly once in the product', () => {
  expect(problemsOf(MUTANTS)).toEqual([]);
  expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
});

test('says so when the text of a planted fault is missing', () => {
  const [mutant] = MUTANTS;
  expect(problemsOf(MUTANTS.slice(0, 1).map((each) => ({ ...each, find: 'no such text' })))).toEqual([
    `${mutant?.name}: the text occurs 0 times in ${mutant?.file}`,
  ]);
});

test('finds planted faults of every kind', async () => {
  const chosen = MUTANTS.filter(({ isInShortForm }) => isInShortForm === true);
  const results = await runMutants(chosen, { runs: 200, seed: 20_261_123, atOnce: 2 });
  expect(results.filter(({ breach }) => breach === null).map(({ mutant }) => mutant.name)).toEqual([]);
  expect(new Set(results.map(({ breach }) => breach?.harm))).toEqual(
    new Set(['wrong content', 'doubled', 'wrong state', 'leak']),
  );
});
