import { useEffect, useRef, useState } from 'react';
import { toggles } from '@/lib/settings/toggles';
import { type Setting, useSetting } from '@/lib/ui/worker/use-setting';

/** What "Add as I open" needs to know before it adds. `asking`: not known yet. */
export interface AutoAddFacts {
  /** The switch when the popup opened. */
  readonly isSwitchedOn: boolean | 'asking';
  readonly connected: boolean | 'asking';
  /** The person comes from the tab's address, not from a pasted link. */
  readonly fromTab: boolean;
  readonly page: 'asking' | 'settled' | 'not-settled';
  readonly contactStatus: 'asking' | 'absent' | 'present' | 'failed';
  readonly lastList: 'asking' | 'known' | 'none';
  /** Earlier adds of this person in the outbox, including undone ones. */
  readonly earlierAdds: 'asking' | 'none' | 'some' | 'failed';
  /** The user has chosen or pressed something already. */
  readonly isTouched: boolean;
}

/**
 * Whether opening the popup adds the person to the last used list. Only if the person comes from this tab, the page has
 * settled, GetSales does not have them, and they were never added or undone from here. Waits while something is unknown; in
 * all other cases the user decides.
 */
export function autoAddDecision(facts: AutoAddFacts): 'add' | 'wait' | 'no' {
  const conditions = [
    facts.isSwitchedOn,
    facts.connected,
    facts.fromTab,
    !facts.isTouched,
    facts.page === 'asking' ? 'asking' : facts.page === 'settled',
    facts.contactStatus === 'asking' ? 'asking' : facts.contactStatus === 'absent',
    facts.lastList === 'asking' ? 'asking' : facts.lastList === 'known',
    facts.earlierAdds === 'asking' ? 'asking' : facts.earlierAdds === 'none',
  ];
  if (conditions.includes(false)) return 'no';
  return conditions.includes('asking') ? 'wait' : 'add';
}

/**
 * "Add as I open": calls `add` once, when all conditions are met. Only the switch's position at opening counts: turning it on
 * affects the next person, not this one.
 *
 * @returns the switch itself
 */
export function useAutoAdd(facts: Omit<AutoAddFacts, 'isSwitchedOn'>, add: () => void): Setting<boolean> {
  const setting = useSetting(toggles.addAsIOpen);
  const [isSwitchedOn, setIsSwitchedOn] = useState<boolean | 'asking'>('asking');
  if (isSwitchedOn === 'asking' && setting.loaded) setIsSwitchedOn(setting.value);
  const done = useRef(false);
  const decision = autoAddDecision({
    ...facts,
    isSwitchedOn: isSwitchedOn === true && !setting.value ? false : isSwitchedOn,
  });
  useEffect(() => {
    if (decision === 'wait' || done.current) return;
    done.current = true;
    if (decision === 'add') add();
  }, [decision, add]);
  return setting;
}
