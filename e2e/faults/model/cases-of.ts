import { OWNER } from '../accounts';
import { casesIn, type CaseId } from '../cases';
import type { KeyAction } from '../key-changes';
import type { Action, Plan } from '../plan';

/** The cases of the catalogue that occurred in a run. */
export function casesOf(plan: Plan, met: ReadonlySet<string>, kills: number): readonly CaseId[] {
  const actions = new Set(plan.actions.map((action) => action.do));
  const keyActions = plan.actions.filter((action): action is Extract<Action, KeyAction> => action.do === 'paste a key');
  const isPressedTwice = plan.messages.some(
    (_, which) => plan.actions.filter((action) => action.do === 'send' && action.which === which).length > 1,
  );
  const lived: Readonly<Partial<Record<CaseId, boolean>>> = {
    L1: plan.kills.slice(0, kills).some(({ browser }) => !browser),
    L2: plan.kills.slice(0, kills).some(({ browser }) => browser),
    L4: isPressedTwice,
    L5: actions.has('send in the other worker'),
    L13: actions.has('set the clock'),
    L14: actions.has('go offline'),
    K1: keyActions.some(({ key }) => key === 'mainRenewed'),
    K2: keyActions.some(({ key }) => OWNER[key] === 'other'),
    K3: actions.has('sign out'),
  };
  return casesIn([...met, ...Object.entries(lived).flatMap(([id, isSo]) => (isSo ? [id] : []))]);
}
