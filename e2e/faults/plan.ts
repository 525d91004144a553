import { createChance, type Chance } from './chance';
import { faultProbabilityOf } from './faults';
import type { UsedKey } from './accounts';
import type { KeyAct } from './keyring';
import { keySteps, stepNames, type Step } from './steps';

/** One act of the user, the network or the browser; `at` in ms since the run began. */
export type Act =
  | {
      readonly at: number;
      readonly do: 'send' | 'send in the other worker' | 'cancel' | 'check';
      readonly which: number;
    }
  | { readonly at: number; readonly do: 'send anyway' | 'type it again' | 'try again'; readonly which: number }
  | { readonly at: number; readonly do: 'add' | 'retry add' | 'undo add'; readonly which: number }
  | { readonly at: number; readonly do: 'open a page' | 'go offline' | 'go online' }
  | { readonly at: number; readonly do: 'set the clock'; readonly by: number }
  | ({ readonly at: number } & KeyAct);

export interface PlannedMessage {
  readonly to: 0 | 1;
  readonly as: 0 | 1;
  /** Messages with the same number have the same text. */
  readonly words: number;
}

export interface PlannedAdd {
  readonly person: 0 | 1;
  readonly list: 0 | 1;
  readonly ifPresent: 'keep' | 'move';
  readonly entry: number;
}

/** Kills the worker before or after it does `step` for the nth time, or at a time in ms. */
export interface PlannedKill {
  readonly step: Step | number;
  readonly moment: 'before' | 'after';
  readonly nth: number;
  /** Kills the whole browser, with its alarms and session storage. */
  readonly browser: boolean;
  /** Milliseconds until something starts the worker again; an alarm may do so earlier. */
  readonly backAfter: number;
}

export interface Plan {
  readonly seed: number;
  /**
   * `own`: different texts · `alike`: equal for GetSales and the product, distinguishable for the oracle by trailing
   * spaces · `identical`: the oracle can only count them.
   */
  readonly texts: 'own' | 'alike' | 'identical';
  readonly undoSeconds: number;
  readonly faultProbability: number;
  /** Server clock minus browser clock. */
  readonly skewMs: number;
  readonly messages: readonly PlannedMessage[];
  readonly adds: readonly PlannedAdd[];
  /** Whether the user replaces or erases keys. */
  readonly changesKeys: boolean;
  /** Probability that an act comes from a page opened for the previous account. */
  readonly stale: number;
  readonly acts: readonly Act[];
  readonly kills: readonly PlannedKill[];
  /** When faults end. */
  readonly calmAt: number;
  /** Whether the user pastes the key again after GetSales rejected it. */
  readonly reconnects: boolean;
}

const HOUR_MS = 3_600_000;

/** The scenario of a seed; the same seed gives the same scenario. */
export function planOf(seed: number): Plan {
  return withKeyActs(scenarioOf(seed), createChance(seed ^ 0x0a11_ce55));
}

function scenarioOf(seed: number): Plan {
  const chance = createChance(seed);
  const undoSeconds = chance.pick([0, 0, 1, 5, 5, 30]);
  const kills = some(chance.pick([0, 1, 1, 1, 2, 3]), () => killsOf(chance)).flat();
  const needed = new Set(kills.map(({ step }) => step));
  const atLeast = needed.has('override') || needed.has('retry') ? 1 : 0;
  const messages = some(Math.max(atLeast, chance.pick([0, 1, 1, 2, 2, 3])), () => ({
    to: chance.pick([0, 0, 1] as const),
    as: chance.pick([0, 0, 0, 1] as const),
    words: chance.below(2),
  }));
  const adds = some(messages.length === 0 ? chance.between(1, 3) : chance.pick([0, 0, 1, 2, 3]), (index) => ({
    person: chance.pick([0, 0, 1] as const),
    list: chance.pick([0, 1] as const),
    ifPresent: chance.pick(['keep', 'keep', 'move'] as const),
    // Sometimes the same entry twice.
    entry: index > 0 && chance.happens(0.15) ? index - 1 : index,
  }));
  const calmAt = chance.pick([20_000, 60_000, 200_000, 900_000]);
  const acts = [
    ...messages.flatMap((_, which) => actsOf(chance, which, undoSeconds)),
    ...adds.flatMap((_, which) => addsOf(chance, which)),
    ...(needed.has('override') ? [8_000, 19_000, 50_000, 190_000].map((at) => insist(at, 'send anyway')) : []),
    ...(needed.has('retry') ? [10_000, 19_000, 50_000].map((at) => insist(at, 'try again')) : []),
    ...environment(chance, calmAt),
  ];
  return {
    seed,
    texts: chance.pick(['own', 'own', 'own', 'alike', 'alike', 'identical']),
    undoSeconds,
    faultProbability: faultProbabilityOf(chance),
    skewMs: chance.pick([0, 0, 0, 400, -90_000, 26 * HOUR_MS, -26 * HOUR_MS]),
    messages,
    adds,
    acts: acts.toSorted((a, b) => a.at - b.at),
    kills,
    calmAt,
    reconnects: chance.happens(0.7),
    changesKeys: false,
    stale: 0,
  };
}

function some<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function insist(at: number, what: 'send anyway' | 'try again'): Act {
  return { at, do: what, which: 0 };
}

function actsOf(chance: Chance, which: number, undoSeconds: number): readonly Act[] {
  const at = chance.below(6_000);
  const cancelPeriodMs = undoSeconds * 1_000;
  const later = (likely: number, from: number, to: number, what: Act & { readonly which: number }): readonly Act[] =>
    chance.happens(likely) ? [{ ...what, at: at + chance.between(from, to) }] : [];
  return [
    { at, do: 'send', which },
    ...later(0.15, 0, 3, { at, do: 'send', which }),
    ...later(0.1, 0, 400, { at, do: 'send', which }),
    ...later(0.12, 0, 50, { at, do: 'send in the other worker', which }),
    ...later(0.2, 0, cancelPeriodMs + 300, { at, do: 'cancel', which }),
    ...later(0.25, cancelPeriodMs + 500, 120_000, { at, do: 'check', which }),
    ...later(0.3, cancelPeriodMs + 2_000, 500_000, { at, do: 'send anyway', which }),
    ...later(0.1, cancelPeriodMs + 2_000, 500_000, { at, do: 'send anyway', which }),
    ...later(0.15, 100, 60_000, { at, do: 'type it again', which }),
    ...later(0.15, cancelPeriodMs + 5_000, 60_000, { at, do: 'try again', which }),
  ];
}

function addsOf(chance: Chance, which: number): readonly Act[] {
  const at = chance.below(10_000);
  const again = chance.happens(0.15) ? [{ at: at + chance.below(30), do: 'add', which } as const] : [];
  const retried = chance.happens(0.15) ? [{ at: at + chance.below(60_000), do: 'retry add', which } as const] : [];
  const undone = chance.happens(0.2) ? [{ at: at + chance.below(12_000), do: 'undo add', which } as const] : [];
  return [{ at, do: 'add', which }, ...again, ...retried, ...undone];
}

/** Going offline and online, clock jumps, and pages being opened. */
function environment(chance: Chance, calmAt: number): readonly Act[] {
  const flaps = chance.happens(0.2) ? chance.between(1, 8) : 0;
  const begin = chance.below(8_000);
  const every = chance.pick([500, 1_000, 20_000]);
  const flapping = Array.from({ length: flaps * 2 }, (_, index) => ({
    at: begin + index * every,
    do: index % 2 === 0 ? ('go offline' as const) : ('go online' as const),
  }));
  const jumps = chance.happens(0.12)
    ? [
        {
          at: chance.below(30_000),
          do: 'set the clock',
          by: chance.pick([-24 * HOUR_MS, 24 * HOUR_MS, HOUR_MS, -HOUR_MS, 130_000, -130_000]),
        } as const,
      ]
    : [];
  const opened = chance.happens(0.3) ? [{ at: chance.below(calmAt), do: 'open a page' } as const] : [];
  return [...flapping, ...jumps, ...opened];
}

/** Some steps only happen after an earlier kill. */
function killsOf(chance: Chance): readonly PlannedKill[] {
  const kill = killOf(chance);
  if (kill.step !== 'sweep' && kill.step !== 'override') return [kill];
  return [
    { ...kill, step: 'post', nth: 1, backAfter: chance.below(2_000) },
    { ...kill, nth: 1 },
  ];
}

function killOf(chance: Chance): PlannedKill {
  const [first = 'asked', ...others] = stepNames.filter((name) => !keySteps.includes(name));
  return {
    step: chance.happens(0.2) ? chance.below(40_000) : chance.pick([first, ...others]),
    moment: chance.pick(['before', 'after']),
    nth: chance.pick([1, 1, 1, 2, 3]),
    browser: chance.happens(0.3),
    backAfter: chance.pick([40, 300, 1_500, 1_500, 60_000, 700_000]),
  };
}

/**
 * Adds key changes to a scenario, and possibly a kill during one. The second worker is dropped: it has separate locks,
 * while a key change relies on the browser's.
 */
function withKeyActs(plan: Plan, chance: Chance): Plan {
  if (!chance.happens(0.4)) return plan;
  const acts = keyActsOf(chance);
  const [first] = acts;
  const kills = chance.happens(0.6) && first !== undefined ? [keyKillOf(chance, first.at)] : [];
  const others = plan.acts.map((act): Act => (act.do === 'send in the other worker' ? { ...act, do: 'send' } : act));
  return {
    ...plan,
    acts: [...others, ...acts].toSorted((a, b) => a.at - b.at),
    kills: chance.happens(0.5) ? [...kills, ...plan.kills] : kills,
    changesKeys: true,
    stale: chance.pick([0, 0.3, 0.7]),
  };
}

type PlannedKeyAct = { readonly at: number } & KeyAct;

function keyActsOf(chance: Chance): readonly PlannedKeyAct[] {
  const first = chance.below(chance.pick([2_000, 9_000, 30_000, 200_000]));
  const whats = chance.pick<readonly (UsedKey | null)[]>([
    ['mainRenewed'],
    ['other'],
    ['other'],
    ['other', 'main'],
    ['mainRenewed', 'other', 'mainRenewed'],
    [null],
    [null],
    [null, 'main'],
    [null, 'other'],
    ['other', null, 'main'],
  ]);
  let at = first;
  return whats.map((key) => {
    const act: PlannedKeyAct = {
      at,
      do: key === null ? 'sign out' : 'paste a key',
      key: key ?? 'main',
      agrees: chance.happens(0.85),
      readsMs: chance.pick([0, 200, 2_000, 8_000]),
      insists: chance.happens(0.7),
    };
    at += 5_000 + chance.below(chance.pick([2_000, 60_000, 300_000]));
    return act;
  });
}

function keyKillOf(chance: Chance, at: number): PlannedKill {
  const [first = 'key closed', ...others] = keySteps;
  return {
    step: chance.happens(0.3) ? at + chance.below(chance.pick([300, 8_000])) : chance.pick([first, ...others]),
    moment: chance.pick(['before', 'after']),
    nth: chance.pick([1, 1, 1, 2]),
    browser: chance.happens(0.3),
    backAfter: chance.pick([40, 300, 1_500, 60_000]),
  };
}
