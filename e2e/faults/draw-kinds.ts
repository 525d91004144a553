import type { Chance } from './chance';
import { TOUCHES, withActions } from './draw-others';
import type { Action, Plan, PlannedAdd, PlannedKill } from './plan';

/** A run without faults and kills, in which every action must have exactly its effect; adds are undone more often. */
export function undisturbed(plan: Plan, chance: Chance): Plan {
  const isDisturbing = ({ do: what }: Action): boolean =>
    ['go offline', 'go online', 'set the clock', 'send in the other worker'].includes(what);
  const undos = plan.actions.flatMap((action): readonly Action[] =>
    'of' in action && action.of === 'add' && action.do === 'add' && chance.happens(0.5)
      ? [{ ...action, at: action.at + chance.between(300, 9_000), do: 'undo add' }]
      : [],
  );
  const actions = [...plan.actions.filter((action) => !isDisturbing(action)), ...undos];
  return { ...plan, faultProbability: 0, kills: [], actions: actions.toSorted((a, b) => a.at - b.at) };
}

/** One add that is undone, and a kill at that moment: nothing else can explain a wrong outcome. */
export function interruptedUndo(plan: Plan, chance: Chance): Plan {
  const [add] = plan.adds;
  const undoAt = chance.between(2_000, 6_000);
  const kill: PlannedKill = {
    step: undoAt + chance.between(60, 260),
    moment: 'after',
    nth: 1,
    browser: chance.happens(0.3),
    backAfter: chance.pick([40, 1_500, 60_000]),
  };
  return {
    ...plan,
    faultProbability: 0,
    messages: [],
    adds: [add ?? { person: 0, list: 0, ifPresent: 'move', entry: 0 }],
    actions: [
      { at: 1_000, of: 'add', do: 'add', which: 0 },
      { at: undoAt, of: 'add', do: 'undo add', which: 0 },
    ],
    kills: [kill],
  };
}

/** One message that GetSales may have while every search for it fails; the user sends it anyway when they work again. */
export function sentAnyway(plan: Plan, chance: Chance): Plan {
  const faultsEndAt = 400_000;
  return {
    ...plan,
    texts: 'own',
    cancelPeriodSeconds: 0,
    faultProbability: 1,
    onlyFault: 'N4 reset after it was done',
    messages: [{ to: 0, as: 0, words: 0 }],
    adds: [],
    actions: [
      { at: 1_000, of: 'message', do: 'send', which: 0 },
      { at: faultsEndAt + chance.between(100, 60_000), of: 'message', do: 'send anyway', which: 0 },
    ],
    kills: [],
    faultsBeginAt: 1_000 + chance.between(60, 200),
    faultsEndAt,
  };
}

/** GetSales' answer to an add gets lost, and someone tags the new contact before the worker asks again: Undo would delete it. */
export function taggedBeforeAnswer(plan: Plan, chance: Chance): Plan {
  const lost = {
    faultProbability: 1,
    onlyFault: 'N4 reset after it was done',
    faultsBeginAt: 1_000 + chance.between(60, 200),
    faultsEndAt: 1_000 + chance.pick([200, 400, 800, 1_600]),
  };
  const of = 'add';
  const add: PlannedAdd = { person: 0, list: chance.pick([0, 1]), ifPresent: 'keep', entry: 0 };
  const answeredBy = lost.faultsEndAt + 3_000;
  return withActions({ ...plan, ...lost, messages: [], adds: [add], kills: [] }, [
    { at: 1_000, of, do: 'add', which: 0 },
    { at: 1_000 + chance.between(100, 2_000), of, do: 'someone else tags the contact', which: 0 },
    { at: answeredBy + chance.between(0, 4_000), of, do: 'undo add', which: 0 },
  ]);
}

/** An add that the network kept waiting is tried again, and cancelled during that. */
export function cancelledDuringRetry(plan: Plan, chance: Chance): Plan {
  const faultsEndAt = chance.between(4_000, 8_000);
  const lost = { faultProbability: 1, onlyFault: 'N18 403 by a firewall', faultsBeginAt: 0, faultsEndAt };
  const of = 'add';
  const add: PlannedAdd = { person: chance.pick([0, 1]), list: chance.pick([0, 1]), ifPresent: 'keep', entry: 0 };
  const retriedAt = faultsEndAt + chance.between(-100, 200);
  return withActions({ ...plan, ...lost, changesKeys: false, messages: [], adds: [add], kills: [] }, [
    { at: 1_000, of, do: 'add', which: 0 },
    { at: retriedAt, of, do: 'retry add', which: 0 },
    { at: retriedAt + chance.between(0, 250), of, do: 'cancel the add', which: 0 },
  ]);
}

/** The popup shows that GetSales lacks the person, whom someone else adds before the user does: Undo would delete their contact. */
export function addedByColleague(plan: Plan, chance: Chance): Plan {
  const of = 'add';
  const add: PlannedAdd = { person: 0, list: chance.pick([0, 1]), ifPresent: 'keep', entry: 0 };
  const addedAt = 1_000 + chance.between(500, 5_000);
  // Times of contacts count whole seconds, so one second proves nothing.
  const at = addedAt + chance.between(2_500, 20_000);
  return withActions({ ...plan, faultProbability: 0, changesKeys: false, messages: [], adds: [add], kills: [] }, [
    { at: 1_000, of, do: 'open the popup', which: 0 },
    { at: addedAt, of, do: 'someone else adds the person', which: 0 },
    ...(chance.happens(0.5) ? [{ at: at + 50, do: 'set the clock', by: 3_600_000 } as const] : []),
    { at, of, do: 'add', which: 0 },
    { at: at + chance.between(1_000, 5_000), of, do: 'undo add', which: 0 },
  ]);
}

/** An add that a firewall kept waiting is superseded by another one, which is undone: the first one is carried out after all. */
export function supersededAndUndone(plan: Plan, chance: Chance): Plan {
  const faultsEndAt = chance.between(4_000, 8_000);
  const lost = { faultProbability: 1, onlyFault: 'N18 403 by a firewall', faultsBeginAt: 0, faultsEndAt };
  const of = 'add';
  const list = chance.pick([0, 1] as const);
  const first: PlannedAdd = { person: 0, list, ifPresent: 'keep', entry: 0 };
  const second: PlannedAdd = { person: 0, list: list === 0 ? 1 : 0, ifPresent: 'keep', entry: 1 };
  const at = faultsEndAt + chance.between(0, 200);
  return withActions({ ...plan, ...lost, changesKeys: false, messages: [], adds: [first, second], kills: [] }, [
    { at: 1_000, of, do: 'add', which: 0 },
    { at, of, do: 'add', which: 1 },
    { at: at + chance.between(1_000, 8_000), of, do: 'undo add', which: 1 },
  ]);
}

/**
 * A copy of an unconfirmed message that the worker could not check after a kill: the connection comes back before the time
 * to cancel the copy is over.
 */
export function onlineBeforeCancelEnds(plan: Plan, chance: Chance): Plan {
  const of = 'message';
  const kill = { moment: 'before', nth: 1, browser: false, backAfter: 40 } as const;
  const insistsAt = 40_000;
  const isUnreachable = {
    ...{ faultProbability: 1, onlyFault: 'N1 name not resolved' },
    ...{ faultsBeginAt: insistsAt + 4_000, faultsEndAt: insistsAt + 14_000 },
  };
  const one = { ...plan, ...isUnreachable, changesKeys: false, adds: [], cancelPeriodSeconds: 30 };
  const kills = [
    { ...kill, step: 'post' },
    { ...kill, step: insistsAt + chance.between(4_500, 9_000) },
  ] as const;
  return withActions({ ...one, messages: [{ to: 0, as: 0, words: 0 }], kills }, [
    { at: 1_000, of, do: 'send', which: 0 },
    { at: insistsAt, of, do: 'send anyway', which: 0 },
    { at: insistsAt + 15_000, do: 'go offline' },
    { at: insistsAt + chance.between(16_000, 28_000), do: 'go online' },
  ]);
}

/** One add, a change of its contact by someone, and an undo in time: nothing else can explain what the undo does. */
export function touchedBeforeUndo(plan: Plan, chance: Chance): Plan {
  const add: PlannedAdd = {
    person: chance.pick([0, 1]),
    list: chance.pick([0, 1]),
    ifPresent: 'move',
    entry: 0,
  };
  const touchedAt = chance.between(2_000, 5_000);
  const of = 'add';
  return withActions({ ...plan, faultProbability: 0, messages: [], adds: [add], kills: [] }, [
    { at: 1_000, of, do: 'add', which: 0 },
    { at: touchedAt, of, do: chance.pick(TOUCHES), which: 0 },
    { at: touchedAt + chance.between(1_000, 5_000), of, do: 'undo add', which: 0 },
  ]);
}

/** Someone else wrote the same words moments before, and the user's own message gets lost: it must not count as sent. */
export function sameWordsBefore(plan: Plan, chance: Chance): Plan {
  const faultsEndAt = 400_000;
  const lost = {
    faultProbability: 1,
    onlyFault: 'N3 reset before it was done',
    faultsBeginAt: 5_000 + chance.between(60, 200),
    faultsEndAt: 5_000 + chance.pick([200, 2_000, 30_000, faultsEndAt]),
  };
  const of = 'message';
  const one = { ...plan, ...lost, texts: 'own', cancelPeriodSeconds: 0, adds: [], kills: [] } as const;
  return withActions({ ...one, messages: [{ to: 0, as: 0, words: 0 }] }, [
    { at: 4_000 - chance.below(3_000), of, do: 'someone else writes the same', which: 0 },
    { at: 5_000, of, do: 'send', which: 0 },
  ]);
}
