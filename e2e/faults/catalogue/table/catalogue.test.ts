import { expect, test } from 'vitest';
import { projectFiles } from '../../../build/project-files';
import { problemsOf } from '../../mutants/plant';
import { CATALOGUE, titleOf } from './catalogue';

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

const tested = CATALOGUE.flatMap((row) => (row.tests === undefined ? [] : [row]));

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

test('every case that runs names exactly the files that have tests with its title', () => {
  const titled = projectFiles()
    .filter(({ file }) => /\.(?:test|spec)\.tsx?$/u.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/titleOf\(\s*'(?<id>[A-Z]-?\d+)'/gu)].map(({ groups }) => `${groups?.['id']} in ${file}`),
    )
    .filter((each) => !each.endsWith('catalogue.test.ts'));
  const named = tested.flatMap(({ id, tests }) => tests.map((file) => `${id} in ${file}`));
  expect([...new Set(titled)].sort()).toEqual(named.sort());
});

test('every proof has its text exactly once in the product', () => {
  const proofs = tested.flatMap(({ id, proof, otherProofs = {} }) => [
    [id, proof] as const,
    ...Object.entries(otherProofs).map(([file, other]) => [`${id} in ${file}`, other] as const),
  ]);
  expect(problemsOf(Object.fromEntries(proofs))).toEqual([]);
});

test('every file with a proof of its own is one of its case, and not the only one', () => {
  const others = tested.flatMap(({ id, tests, otherProofs = {} }) =>
    Object.keys(otherProofs).map((file) => ({ id, file, isNamed: tests.length > 1 && tests.includes(file) })),
  );
  expect(others.filter(({ isNamed }) => !isNamed)).toEqual([]);
  expect(tested.filter(({ tests, otherProofs = {} }) => tests.length === Object.keys(otherProofs).length)).toEqual([]);
});
