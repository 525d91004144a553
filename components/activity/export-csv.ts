import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { t } from '@/lib/i18n/text';
import { isSendingEntryKey } from '@/lib/ui/drafts/draft-keys';
import { describeEntry } from './describe-entry';

type Row = readonly string[];

/** Entries as spreadsheet rows, without message texts. */
export function activityRows(entries: readonly OutboxEntry[]): readonly Row[] {
  return [headerRow(), ...entries.map(entryRow)];
}

/** Everything that is about to be erased, with the texts that GetSales does not have: unsent messages and drafts. */
export function recordRows(entries: readonly OutboxEntry[], drafts: Readonly<Record<string, string>>): readonly Row[] {
  return [
    [...headerRow(), t('activity.csv.text')],
    ...entries.map((entry) => [...entryRow(entry), unsentText(entry)]),
    ...Object.entries(drafts)
      .filter(([key]) => !isSendingEntryKey(key))
      .map(([key, text]) => ['', key.split('|', 1).join(), t('activity.csv.draft'), t('activity.csv.unsent'), text]),
  ];
}

const headerRow = (): Row => [
  t('activity.csv.time'),
  t('activity.csv.person'),
  t('activity.csv.act'),
  t('activity.csv.outcome'),
];

function entryRow(entry: OutboxEntry): Row {
  const { action, outcome } = describeEntry(entry);
  return [entry.createdAt, entry.personName, action, outcome];
}

function unsentText(entry: OutboxEntry): string {
  return entry.kind === 'send' && entry.state.name !== 'sent' ? entry.text : '';
}

/**
 * Where a formula would begin (OWASP, CSV injection): at the start of a cell, and after a character in it that a program
 * may take for the separator.
 */
const FORMULA = /(^|[;\t\r\n])(["' ]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
const BOM = '\uFEFF';

/**
 * Rows as a CSV file for spreadsheets: UTF-8 with BOM, CRLF, every cell quoted. An apostrophe before it turns a formula into
 * text; without that apostrophe the cell is as it was.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

function quote(cell: string): string {
  return `"${cell.replace(FORMULA, "$1$2'$3").replaceAll('"', '""')}"`;
}
