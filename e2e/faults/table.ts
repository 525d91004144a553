import { quantile } from '../bench/quantile';
import { caseIds, injectionOf } from './cases';
import { stepNames, STEPS } from './steps';
import type { Tally } from './tally';

/** The lines of a table of results, without line ends. */
export function tableOf(title: string, tally: Tally): readonly string[] {
  const { total, recoveries } = tally;
  const columns = [
    'case',
    '',
    'runs',
    'lost',
    'doubled',
    'wrong content',
    'wrong state',
    'wrong account',
    'unknown',
  ] as const;
  const rows = caseIds.flatMap((id) => {
    const row = tally.byCase[id];
    return row === undefined ? [] : [[id, injectionOf(id), ...figures(row)]];
  });
  return [
    title,
    ...aligned([[...columns], ...rows, ['all', 'every run', ...figures(total)]]),
    `  messages ${total.messages}, sent ${total.posted}; adds ${tally.adds}; leaks ${total.harms.leak}; errors ${total.harms.error}`,
    `  unknown at the end: ${total.unknown} of ${total.messages} (${percent(total.unknown, total.messages)}); GetSales has ${tally.unknownThere} of them`,
    `  kills: ${Object.values(tally.kills).reduce((all, count) => all + count, 0)}, by step:`,
    ...killLines(tally.kills),
    times(
      'from kill to settled',
      recoveries.map(({ sinceKill }) => sinceKill),
    ),
    times(
      'from next start to settled',
      recoveries.map(({ sinceStart }) => sinceStart),
    ),
  ];
}

function figures({ runs, harms, messages, unknown }: Tally['total']): readonly string[] {
  return [runs, harms.lost, harms.doubled, harms['wrong content'], harms['wrong state'], harms['wrong account']]
    .map(String)
    .concat(percent(unknown, messages));
}

function killLines(kills: Tally['kills']): readonly string[] {
  return stepNames.map((name) => `    ${STEPS[name]} ${name.padEnd(15)} ${kills[name] ?? 0}`);
}

function times(what: string, ms: readonly number[]): string {
  const at = (share: number): string => `${Math.round(quantile(ms, share))} ms`;
  return ms.length === 0 ? `  ${what}: never` : `  ${what}: p50 ${at(0.5)}, p95 ${at(0.95)} (${ms.length})`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `  ${cells.join('  ')}`;
  });
}
