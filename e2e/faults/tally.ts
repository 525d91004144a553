import { caseIds, type CaseId } from './cases';
import type { Breach, Harm } from './judge/breach';
import type { Step } from './steps';

/** The result of one run, in the model or in a real browser. */
export interface Outcome {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  /** The cases of the catalogue that occurred. */
  readonly cases: readonly CaseId[];
  readonly kills: readonly Step[];
  readonly recoveries: readonly Recovery[];
  readonly messages: number;
  readonly adds: number;
  /** POSTs of messages. */
  readonly posted: number;
  /** Messages whose outcome is unknown at the end, and how many of these GetSales has. */
  readonly unknown: number;
  readonly unknownThere: number;
  /** Log of the run. */
  readonly steps: readonly string[];
}

/** Milliseconds from a kill, and from the next start, until everything open at the kill was settled. */
export interface Recovery {
  readonly sinceKill: number;
  readonly sinceStart: number;
}

interface Row {
  readonly runs: number;
  readonly harms: Readonly<Record<Harm, number>>;
  readonly messages: number;
  readonly posted: number;
  readonly unknown: number;
}

/** Combined results of many runs, as plain JSON. */
export interface Tally {
  readonly total: Row;
  readonly byCase: Readonly<Partial<Record<CaseId, Row>>>;
  readonly kills: Readonly<Record<string, number>>;
  readonly recoveries: readonly Recovery[];
  readonly adds: number;
  readonly unknownThere: number;
  /** The first runs with breaches, with their logs. */
  readonly failed: readonly Pick<Outcome, 'seed' | 'breaches' | 'steps'>[];
}

const MAX_FAILED = 5;
const NONE: Row = {
  runs: 0,
  harms: { lost: 0, doubled: 0, 'wrong content': 0, 'wrong state': 0, 'wrong account': 0, leak: 0, error: 0 },
  messages: 0,
  posted: 0,
  unknown: 0,
};
export const emptyTally: Tally = {
  total: NONE,
  byCase: {},
  kills: {},
  recoveries: [],
  adds: 0,
  unknownThere: 0,
  failed: [],
};

export function tallyOf(outcome: Outcome): Tally {
  const { seed, breaches, steps, cases, kills } = outcome;
  const harms = { ...NONE.harms };
  for (const { harm } of breaches) harms[harm] += 1;
  const { messages, posted, unknown } = outcome;
  const row = { runs: 1, harms, messages, posted, unknown };
  return {
    ...outcome,
    total: row,
    byCase: Object.fromEntries(cases.map((id) => [id, row])),
    kills: counts(kills),
    failed: breaches.length === 0 ? [] : [{ seed, breaches, steps }],
  };
}

export function sum(a: Tally, b: Tally): Tally {
  return {
    total: sumOfRows(a.total, b.total),
    byCase: Object.fromEntries(
      caseIds
        .filter((id) => id in a.byCase || id in b.byCase)
        .map((id) => [id, sumOfRows(a.byCase[id] ?? NONE, b.byCase[id] ?? NONE)]),
    ),
    kills: sumOfCounts(a.kills, b.kills),
    recoveries: [...a.recoveries, ...b.recoveries],
    adds: a.adds + b.adds,
    unknownThere: a.unknownThere + b.unknownThere,
    failed: [...a.failed, ...b.failed].slice(0, MAX_FAILED),
  };
}

function sumOfRows(a: Row, b: Row): Row {
  return {
    runs: a.runs + b.runs,
    harms: {
      lost: a.harms.lost + b.harms.lost,
      doubled: a.harms.doubled + b.harms.doubled,
      'wrong content': a.harms['wrong content'] + b.harms['wrong content'],
      'wrong state': a.harms['wrong state'] + b.harms['wrong state'],
      'wrong account': a.harms['wrong account'] + b.harms['wrong account'],
      leak: a.harms.leak + b.harms.leak,
      error: a.harms.error + b.harms.error,
    },
    messages: a.messages + b.messages,
    posted: a.posted + b.posted,
    unknown: a.unknown + b.unknown,
  };
}

function counts(names: readonly string[]): Readonly<Record<string, number>> {
  return names.reduce((all, name) => sumOfCounts(all, { [name]: 1 }), {});
}

function sumOfCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const total: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) total[name] = (total[name] ?? 0) + count;
  return total;
}
