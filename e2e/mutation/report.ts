import { z } from 'zod';

/** What this project reads of Stryker's report (mutation-testing-report-schema). */
const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().optional(),
          status: z.string(),
          location: z.object({ start: z.object({ line: z.number() }) }),
        }),
      ),
    }),
  ),
});

/** A mutant that no test of its folder noticed. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  /** The line as it is, without indentation. */
  readonly code: string;
  /** Stryker's name of the change, such as `EqualityOperator`, and the text that it put there. */
  readonly change: string;
}

export interface Score {
  readonly mutants: number;
  /** In percent, rounded down to tenths; 100 if there is nothing to change. */
  readonly caught: number;
  readonly survivors: readonly Survivor[];
}

const CAUGHT = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** Counts what one run caught. Mutants that did not run, such as those that do not compile, count neither way. */
export function scoreOf(report: unknown): Score {
  const mutants = Object.entries(Report.parse(report).files).flatMap(([file, { source, mutants: all }]) => {
    const lines = source.split('\n');
    return all.map(({ mutatorName, replacement = '', status, location: { start } }) => ({
      status,
      file,
      line: start.line,
      code: (lines[start.line - 1] ?? '').trim(),
      change: `${mutatorName} ${replacement.replaceAll(/\s+/gu, ' ').slice(0, 80)}`.trim(),
    }));
  });
  const caught = mutants.filter(({ status }) => CAUGHT.has(status)).length;
  const missed = mutants.filter(({ status }) => MISSED.has(status));
  const total = caught + missed.length;
  return {
    mutants: total,
    caught: total === 0 ? 100 : Math.floor((caught / total) * 1000) / 10,
    survivors: missed.map(({ status: _, ...survivor }) => survivor),
  };
}
