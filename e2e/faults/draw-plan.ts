import { createChance, type Chance } from './chance';
import { withKeyActions } from './draw-key-actions';
import {
  addedByColleague,
  cancelledDuringRetry,
  interruptedUndo,
  onlineBeforeCancelEnds,
  sameWordsBefore,
  sentAnyway,
  supersededAndUndone,
  taggedBeforeAnswer,
  touchedBeforeUndo,
  undisturbed,
} from './draw-kinds';
import { withOthers } from './draw-others';
import { faultProbabilityOf } from './faults';
import type { Action, AddAct, MessageAct, Plan, PlannedKill } from './plan';
import { keySteps, stepNames } from './steps';

const HOUR_MS = 3_600_000;

/** The scenario of a seed; the same seed gives the same scenario. */
export function planOf(seed: number): Plan {
  const chance = createChance(seed ^ 0x0dd_ba11);
  const scenario = scenarioOf(seed);
  const kind = chance.next();
  if (kind < 0.15) return undisturbed(scenario, chance);
  if (kind < 0.19) return interruptedUndo(scenario, chance);
  if (kind < 0.22) return sentAnyway(scenario, chance);
  if (kind < 0.25) return touchedBeforeUndo(scenario, chance);
  if (kind < 0.27) return sameWordsBefore(scenario, chance);
  if (kind < 0.29) return taggedBeforeAnswer(scenario, chance);
  if (kind < 0.31) return cancelledDuringRetry(scenario, chance);
  if (kind < 0.33) return addedByColleague(scenario, chance);
  if (kind < 0.345) return supersededAndUndone(scenario, chance);
  if (kind < 0.36) return onlineBeforeCancelEnds(scenario, chance);
  return withOthers(withKeyActions(scenario, createChance(seed ^ 0x0a11_ce55)), createChance(seed ^ 0x07e5_0a11));
}

function scenarioOf(seed: number): Plan {
  const chance = createChance(seed);
  const cancelPeriodSeconds = chance.pick([0, 0, 1, 5, 5, 30]);
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
  const faultsEndAt = chance.pick([20_000, 60_000, 200_000, 900_000]);
  const actions = [
    ...messages.flatMap((_, which) => actionsOfMessage(chance, which, cancelPeriodSeconds)),
    ...adds.flatMap((_, which) => actionsOfAdd(chance, which)),
    ...(needed.has('override') ? [8_000, 19_000, 50_000, 190_000].map((at) => insist(at, 'send anyway')) : []),
    ...(needed.has('retry') ? [10_000, 19_000, 50_000].map((at) => insist(at, 'try again')) : []),
    ...environment(chance, faultsEndAt),
  ];
  return {
    seed,
    texts: chance.pick(['own', 'own', 'own', 'alike', 'alike', 'identical']),
    cancelPeriodSeconds,
    faultProbability: faultProbabilityOf(chance),
    skewMs: chance.pick([0, 0, 0, 400, -90_000, 26 * HOUR_MS, -26 * HOUR_MS]),
    messages,
    adds,
    actions: actions.toSorted((a, b) => a.at - b.at),
    kills,
    faultsBeginAt: 0,
    onlyFault: null,
    faultsEndAt,
    reconnects: chance.happens(0.7),
    changesKeys: false,
    stale: 0,
  };
}

function some<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function insist(at: number, what: 'send anyway' | 'try again'): Action {
  return { at, of: 'message', do: what, which: 0 };
}

function actionsOfMessage(chance: Chance, which: number, cancelPeriodSeconds: number): readonly Action[] {
  const at = chance.below(6_000);
  const cancelPeriodMs = cancelPeriodSeconds * 1_000;
  const act = (what: MessageAct, after = 0): Action => ({ at: at + after, of: 'message', do: what, which });
  const later = (likely: number, from: number, to: number, what: MessageAct): readonly Action[] =>
    chance.happens(likely) ? [act(what, chance.between(from, to))] : [];
  return [
    act('send'),
    ...later(0.15, 0, 3, 'send'),
    ...later(0.1, 0, 400, 'send'),
    ...later(0.12, 0, 50, 'send in the other worker'),
    ...later(0.2, 0, cancelPeriodMs + 300, 'cancel'),
    ...later(0.25, cancelPeriodMs + 500, 120_000, 'check'),
    ...later(0.3, cancelPeriodMs + 2_000, 500_000, 'send anyway'),
    ...later(0.1, cancelPeriodMs + 2_000, 500_000, 'send anyway'),
    ...later(0.25, 100, 90_000, 'type it again'),
    // The last check is after five minutes.
    ...later(0.1, 310_000, 900_000, 'type it again'),
    ...later(0.15, 100, 60_000, 'someone else writes'),
    ...later(0.15, cancelPeriodMs + 5_000, 60_000, 'try again'),
  ];
}

function actionsOfAdd(chance: Chance, which: number): readonly Action[] {
  const at = chance.below(10_000);
  const act = (what: AddAct, after = 0): Action => ({ at: at + after, of: 'add', do: what, which });
  const again = chance.happens(0.15) ? [act('add', chance.below(30))] : [];
  const retried = chance.happens(0.15) ? [act('retry add', chance.below(60_000))] : [];
  const undone = chance.happens(0.2) ? [act('undo add', chance.below(12_000))] : [];
  return [act('add'), ...again, ...retried, ...undone];
}

/** Going offline and online, clock jumps, and pages being opened. */
function environment(chance: Chance, faultsEndAt: number): readonly Action[] {
  const flaps = chance.happens(0.2) ? chance.between(1, 8) : 0;
  const begin = chance.below(8_000);
  const every = chance.pick([500, 1_000, 20_000]);
  const flapping = Array.from({ length: flaps * 2 }, (_, index) => ({
    at: begin + index * every,
    do: index % 2 === 0 ? ('go offline' as const) : ('go online' as const),
  }));
  const isLongOffline = chance.happens(0.06);
  const longOffline = isLongOffline
    ? [
        { at: begin, do: 'go offline' as const },
        { at: begin + chance.between(200_000, 1_500_000), do: 'go online' as const },
      ]
    : [];
  const jumps = chance.happens(0.12)
    ? [
        {
          at: chance.below(30_000),
          do: 'set the clock',
          by: chance.pick([-24 * HOUR_MS, 24 * HOUR_MS, HOUR_MS, -HOUR_MS, 130_000, -130_000]),
        } as const,
      ]
    : [];
  const opened = chance.happens(0.3) ? [{ at: chance.below(faultsEndAt), do: 'open a page' } as const] : [];
  return [...(isLongOffline ? longOffline : flapping), ...jumps, ...opened];
}

/** Some steps only happen after an earlier kill. */
function killsOf(chance: Chance): readonly PlannedKill[] {
  const kill = killOf(chance);
  if (kill.step !== 'recovery' && kill.step !== 'override') return [kill];
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
