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

/** First characters that make a cell a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
const BOM = '\uFEFF';

/**
 * Rows as a CSV file for spreadsheets: UTF-8 with BOM, CRLF, every cell quoted. A leading apostrophe turns formulas into text.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

function quote(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
