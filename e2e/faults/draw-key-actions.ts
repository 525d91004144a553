import type { UsedKey } from './accounts';
import type { Chance } from './chance';
import type { KeyAction } from './key-changes';
import type { Action, Plan, PlannedKill } from './plan';
import { keySteps } from './steps';

/**
 * Adds key changes to a scenario, and possibly a kill during one. The second worker is dropped: it has separate locks,
 * while a key change relies on the browser's.
 */
export function withKeyActions(plan: Plan, chance: Chance): Plan {
  if (!chance.happens(0.4)) return plan;
  const actions = keyActionsOf(chance);
  const [first] = actions;
  const kills = chance.happens(0.6) && first !== undefined ? [keyKillOf(chance, first.at)] : [];
  const others = plan.actions.map((action): Action =>
    action.do === 'send in the other worker' ? { ...action, do: 'send' } : action,
  );
  return {
    ...plan,
    actions: [...others, ...actions].toSorted((a, b) => a.at - b.at),
    kills: chance.happens(0.5) ? [...kills, ...plan.kills] : kills,
    changesKeys: true,
    stale: chance.pick([0, 0.3, 0.7]),
  };
}

type PlannedKeyAction = { readonly at: number } & KeyAction;

function keyActionsOf(chance: Chance): readonly PlannedKeyAction[] {
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
    const action: PlannedKeyAction = {
      at,
      do: key === null ? 'sign out' : 'paste a key',
      key: key ?? 'main',
      agrees: chance.happens(0.85),
      readsMs: chance.pick([0, 200, 2_000, 8_000]),
      insists: chance.happens(0.7),
    };
    at += 5_000 + chance.below(chance.pick([2_000, 60_000, 300_000]));
    return action;
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
