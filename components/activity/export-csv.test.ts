import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './export-csv';

/** The cells of a file, as RFC 4180 reads it. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .slice(1)
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, cell = '']) => cell.replaceAll('""', '"')));
}

/** The cells of a file, as a program reads it that takes another character for the separator and forgives stray quotes. */
function cellsBetween(csv: string, separator: string): readonly string[] {
  const field = new RegExp(`(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\r\n]*)(?:[${separator}\r\n]|$)`, 'gu');
  return [...csv.slice(1).matchAll(field)].map(([, quoted = '', rest = '']) => quoted.replaceAll('""', '"') + rest);
}

/** Cells that spreadsheets treat as formulas, in ASCII and full width. */
const FORMULA = /^["' ]*[=+\-@＝＋－＠]/u;
const isFormula = (cell: string): boolean => FORMULA.test(cell) && !/^["' ]*'[=+\-@＝＋－＠]/u.test(cell);
/** The cell before its formulas were turned into text. */
const original = (cell: string): string => cell.replace(/(^|[;\t\r\n])(["' ]*)'([=+\-@＝＋－＠])/gu, '$1$2$3');

const FIRST = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  "'=",
  ' =',
  '"=',
  ';=',
  ',+',
  '\t-',
  '\r@',
  '\n=',
  ';"=',
  ";'=",
];
const word = fc.string({ unit: 'grapheme' });
const cell = fc.oneof(
  word,
  fc.array(fc.oneof(fc.constantFrom(...FIRST), word), { maxLength: 4 }).map((parts) => parts.join('')),
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });

describe('the CSV file', () => {
  it.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠SUM'])(
    titleOf('D6', '%j'),
    (text) => {
      expect(cellsOf(toCsv([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it(titleOf('D6', 'after a semicolon'), () => {
    const csv = toCsv([['Add', 'Zed;=1+1;@SUM(1)']]);
    expect(cellsOf(csv)).toEqual([['Add', "Zed;'=1+1;'@SUM(1)"]]);
    expect(cellsBetween(csv, ';')).toContain("'=1+1");
  });

  it('starts with a BOM and ends lines with CRLF', () => {
    expect(toCsv([['a', 'b, "c"'], ['d']])).toBe('\uFEFF"a","b, ""c"""\r\n"d"\r\n');
  });

  it.each([',', ';', '\t'])(titleOf('D6', 'any cell, read with %j between cells'), (separator) => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(cellsBetween(toCsv(table), separator).filter(isFormula)).toEqual([]);
      }),
    );
  });

  it('keeps what every cell says', () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(cellsOf(toCsv(table)).map((cells) => cells.map(original))).toEqual(table);
      }),
    );
  });
});
