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

/** Cells that spreadsheets treat as formulas, in ASCII and full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

describe('the CSV file', () => {
  it.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠SUM'])(
    titleOf('D6', '%j'),
    (cell) => {
      expect(cellsOf(toCsv([[cell]]))).toEqual([[`'${cell}`]]);
    },
  );

  it('starts with a BOM and ends lines with CRLF', () => {
    expect(toCsv([['a', 'b, "c"'], ['d']])).toBe('\uFEFF"a","b, ""c"""\r\n"d"\r\n');
  });

  it(titleOf('D6', 'any cell'), () => {
    const word = fc.string({ unit: 'grapheme' });
    const cell = fc.oneof(
      word,
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), word)
        .map(([first, rest]) => first + rest),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const read = cellsOf(toCsv(table));
        const quoted = table.map((cells) => cells.map((text) => (FORMULA.test(text) ? `'${text}` : text)));
        expect(read).toEqual(quoted);
        expect(read.flat().filter((text) => FORMULA.test(text))).toEqual([]);
      }),
    );
  });
});
