import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Files with tests of cases; a test's name begins with its case. */
const FILES = [
  'e2e/faults/catalogue/messages-network.test.ts',
  'e2e/faults/catalogue/contacts-network.test.ts',
  'e2e/faults/catalogue/lifecycle.test.ts',
  'e2e/faults/catalogue/messages-and-data.test.ts',
  'e2e/specs/failures/faults.spec.ts',
];

/** Cases that cannot occur, each with the reason. */
const DOES_NOT_APPLY: Readonly<Record<string, string>> = {
  N32: 'no search is sent to GetSales: the page filters the loaded lists',
};

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const CASES = [...numbered('N', 38), ...numbered('L', 14), 'D1', 'D4', 'M-7', 'M-10', 'M-11'];

const sources = FILES.map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n');
const hasTest = (id: string): boolean => new RegExp(`['\`]${id}:`, 'u').test(sources);

test.each(CASES)('%s has a test with its name, or a reason why it cannot occur', (id) => {
  expect([hasTest(id), id in DOES_NOT_APPLY]).toContain(true);
  expect(hasTest(id) && id in DOES_NOT_APPLY).toBe(false);
});
