import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import { t } from '@/lib/i18n/text';
import { intentWords } from './describe-entry';

type Row = readonly string[];

/** Entries as rows of a spreadsheet. Message texts are not among them. */
export function activityRows(entries: readonly OutboxEntry[]): readonly Row[] {
  return [HEAD(), ...entries.map(factsOf)];
}

/** Everything that is about to be erased, with the texts that GetSales does not have: unsent messages and drafts. */
export function recordRows(entries: readonly OutboxEntry[], drafts: Readonly<Record<string, string>>): readonly Row[] {
  return [
    [...HEAD(), t('activity.csv.text')],
    ...entries.map((entry) => [...factsOf(entry), unsentText(entry)]),
    ...Object.entries(drafts)
      .filter(([key]) => !key.endsWith('|leaving'))
      .map(([key, text]) => ['', key.split('|', 1).join(), t('activity.csv.draft'), t('activity.csv.unsent'), text]),
  ];
}

const HEAD = (): Row => [
  t('activity.csv.time'),
  t('activity.csv.person'),
  t('activity.csv.act'),
  t('activity.csv.outcome'),
];

function factsOf(entry: OutboxEntry): Row {
  const { act, outcome } = intentWords(entry);
  return [entry.createdAt, entry.personName, act, outcome];
}

function unsentText(entry: OutboxEntry): string {
  return entry.kind === 'send' && entry.state.name !== 'sent' ? entry.text : '';
}

/** Beginnings that a spreadsheet takes for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
const BOM = '\uFEFF';

/**
 * Rows as a file that spreadsheets open: UTF-8 with a mark, CRLF, every cell quoted. A cell that would be a formula is
 * preceded by an apostrophe, which makes it text.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
