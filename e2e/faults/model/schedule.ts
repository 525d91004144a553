import type { KeyChanges } from '../key-changes';
import type { Action, Plan } from '../plan';
import type { Browser } from './browser';
import type { VirtualTime } from './time';
import type { User } from './user';

export interface Course {
  readonly plan: Plan;
  readonly time: VirtualTime;
  readonly browser: Browser;
  readonly user: User;
  readonly keyChanges: KeyChanges;
  readonly isRejected: () => boolean;
  readonly note: (line: string) => void;
}

/** How long after the faults the user presses Check again on what is still unconfirmed. */
const CHECKS_AFTER_MS = 600_000;

/** Schedules the planned actions, the end of the faults, and the user's last checks. */
export function schedule({ plan, time, browser, user, keyChanges, isRejected, note }: Course): void {
  const perform = (action: Action): void => {
    if ('of' in action) user.perform(action);
    else if (action.do === 'paste a key' || action.do === 'sign out') void keyChanges.perform(action);
    else if (action.do === 'set the clock') browser.setClock(action.by);
    else if (action.do === 'go offline') browser.goOffline();
    else if (action.do === 'go online') browser.goOnline();
    else browser.start(action.do);
  };
  for (const action of plan.actions) {
    time.after(action.at, () => {
      note(action.do);
      perform(action);
    });
  }
  time.after(plan.faultsEndAt, () => {
    note('no more faults');
    browser.endFaults();
    browser.goOnline();
    browser.start('a page opens');
    if (isRejected() && plan.reconnects) void keyChanges.pasteAgain();
  });
  time.after(Math.max(plan.faultsEndAt, plan.actions.at(-1)?.at ?? 0) + CHECKS_AFTER_MS, user.checkAll);
}
