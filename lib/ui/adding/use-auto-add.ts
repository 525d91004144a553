import { useEffect, useRef, useState } from 'react';
import { addAsIOpen } from '@/lib/settings/items';
import { autoAddDecision, type AutoAddFacts } from './auto-add';
import { useSetting, type Setting } from '@/lib/ui/worker/use-setting';

/**
 * "Add as I open": calls `add` once, when all conditions are met. Only the switch's position at opening counts: turning it on
 * affects the next person, not this one.
 *
 * @returns the switch itself
 */
export function useAutoAdd(facts: Omit<AutoAddFacts, 'isSwitchedOn'>, add: () => void): Setting<boolean> {
  const setting = useSetting(addAsIOpen);
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
