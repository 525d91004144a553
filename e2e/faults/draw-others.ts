import type { Chance } from './chance';
import type { Action, AddAct, Plan } from './plan';

/** What changes a contact after it was added, so that an undo would destroy somebody's work. */
export const TOUCHES: readonly [AddAct, ...AddAct[]] = [
  'someone else tags the contact',
  ...(['someone else moves the contact', 'someone else moves the contact'] as const),
  'someone else sets the stage',
  'the contact writes',
  ...(['someone else writes to the contact', 'someone else writes to the contact'] as const),
  'write to the contact',
];

/** Adds what other people do at the same time, late undos, and what the user removes from Activity. */
export function withOthers(plan: Plan, chance: Chance): Plan {
  const ofAdds = plan.adds.flatMap((_, which): readonly Action[] => {
    const add = plan.actions.find((action) => 'of' in action && action.of === 'add' && action.which === which);
    if (add === undefined) return [];
    const later = (likely: number, from: number, to: number, what: AddAct): readonly Action[] =>
      chance.happens(likely) ? [{ at: add.at + chance.between(from, to), of: 'add', do: what, which }] : [];
    return [
      ...later(0.2, 100, 14_000, chance.pick(TOUCHES)),
      ...later(0.08, 12_500, 40_000, 'undo add'),
      ...later(0.05, 40_000, 310_000, 'undo add'),
      ...later(0.15, 300, 30_000, 'cancel the add'),
      ...later(0.08, 20_000, 400_000, 'remove the add'),
    ];
  });
  const ofMessages = plan.messages.flatMap((_, which): readonly Action[] => {
    const send = plan.actions.find((action) => 'of' in action && action.of === 'message' && action.which === which);
    if (send === undefined) return [];
    const at = send.at + chance.between(-3_000, plan.cancelPeriodSeconds * 1_000);
    const same: readonly Action[] = chance.happens(0.15)
      ? [{ at: Math.max(0, at), of: 'message', do: 'someone else writes the same', which }]
      : [];
    const removed: readonly Action[] = chance.happens(0.08)
      ? [{ at: send.at + chance.between(40_000, 400_000), of: 'message', do: 'remove the message', which }]
      : [];
    return [...same, ...removed];
  });
  const others: readonly Action[] = [
    ...(chance.happens(0.05)
      ? [{ at: chance.between(30_000, 400_000), of: 'account', do: 'clear Activity' } as const]
      : []),
    ...newLists(chance),
  ];
  return withActions(plan, [...plan.actions, ...ofAdds, ...ofMessages, ...others]);
}

/** A list, and sometimes one of the same name again. */
function newLists(chance: Chance): readonly Action[] {
  if (!chance.happens(0.1)) return [];
  const at = chance.below(30_000);
  const ats = chance.happens(0.5) ? [at, at + chance.between(1_000, 60_000)] : [at];
  return ats.map((each) => ({ at: each, of: 'account', do: 'create a list' }));
}

export function withActions(plan: Plan, actions: readonly Action[]): Plan {
  return { ...plan, actions: actions.toSorted((a, b) => a.at - b.at) };
}
