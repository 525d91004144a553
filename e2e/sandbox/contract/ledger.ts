import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

const LedgerLine = z.object({
  operationId: z.string(),
  requests: z.number(),
  excused: z.number(),
  violations: z.readonly(z.array(z.string())),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

export interface Ledger {
  readonly write: (line: LedgerLine) => void;
}

/**
 * A ledger in `folder`, one file per process, one line per request. Written immediately, because test runners may kill their
 * processes.
 */
export function openLedger(folder: string): Ledger {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${process.pid}.jsonl`);
  return { write: (line) => appendFileSync(file, `${JSON.stringify(line)}\n`) };
}

/** All lines of all ledgers in `folder`; none when the folder does not exist. */
export function readLedger(folder: string): readonly LedgerLine[] {
  return filesIn(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => LedgerLine.parse(JSON.parse(line)));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export interface LedgerSummary {
  readonly requests: number;
  readonly excused: number;
  readonly operations: number;
  /** Each violation once, with its count. */
  readonly violations: readonly (readonly [violation: string, times: number])[];
}

export function summarize(lines: readonly LedgerLine[]): LedgerSummary {
  const checked = lines.filter((line) => line.requests > line.excused);
  const times = new Map<string, number>();
  for (const violation of lines.flatMap((line) => line.violations)) {
    times.set(violation, (times.get(violation) ?? 0) + 1);
  }
  return {
    requests: checked.reduce((sum, line) => sum + line.requests - line.excused, 0),
    excused: lines.reduce((sum, line) => sum + line.excused, 0),
    operations: new Set(checked.map((line) => line.operationId)).size,
    violations: [...times],
  };
}
