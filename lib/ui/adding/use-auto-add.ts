import { useEffect, useRef, useState } from 'react';
import { addAsIOpen } from '@/lib/settings/items';
import { autoAddDecision, type AutoAddFacts } from './auto-add';
import { useSetting, type Setting } from '@/lib/ui/worker/use-setting';

/**
 * "Add as I open": runs `add` once, as soon as everything it has to know speaks for it. Only the switch's position at
 * opening counts; turning it on adds the next person, not this one.
 *
 * @returns the switch itself
 */
export function useAutoAdd(facts: Omit<AutoAddFacts, 'armed'>, add: () => void): Setting<boolean> {
  const setting = useSetting(addAsIOpen);
  const [armed, setArmed] = useState<boolean | 'asking'>('asking');
  if (armed === 'asking' && setting.loaded) setArmed(setting.value);
  const done = useRef(false);
  const decision = autoAddDecision({ ...facts, armed: armed === true && !setting.value ? false : armed });
  useEffect(() => {
    if (decision === 'wait' || done.current) return;
    done.current = true;
    if (decision === 'add') add();
  }, [decision, add]);
  return setting;
}
