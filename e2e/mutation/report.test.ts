import { expect, test } from 'vitest';
import { scoreOf } from './report';

const mutant = (status: string) => ({
  mutatorName: 'EqualityOperator',
  replacement: 'a >\n  b',
  status,
  location: { start: { line: 2 } },
});
const reportOf = (...statuses: readonly string[]) => ({
  files: { 'lib/domain/a.ts': { source: 'one\n  two', mutants: statuses.map(mutant) } },
});

test.each([
  [['Killed', 'Timeout'], { mutants: 2, caught: 100 }],
  [['Killed', 'Survived'], { mutants: 2, caught: 50 }],
  [['Killed', 'NoCoverage'], { mutants: 2, caught: 50 }],
  [['Killed', 'Killed', 'Survived'], { mutants: 3, caught: 66.6 }],
  [['Killed', 'CompileError', 'Ignored'], { mutants: 1, caught: 100 }],
  [[], { mutants: 0, caught: 100 }],
])('%j are scored %j', (statuses, expected) => {
  expect(scoreOf(reportOf(...statuses))).toMatchObject(expected);
});

test('a survivor is named by its file, line, code and change', () => {
  expect(scoreOf(reportOf('Survived')).survivors).toEqual([
    { file: 'lib/domain/a.ts', line: 2, code: 'two', change: 'EqualityOperator a > b' },
  ]);
});

test('a report of another shape is refused', () => {
  expect(() => scoreOf({ files: { 'lib/domain/a.ts': {} } })).toThrow('mutants');
});
