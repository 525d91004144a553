import { useEffect, useState } from 'react';

/** Past this, waiting is said in words. */
const SLOW_MS = 1_000;

/** Whether something has been under way for more than a second. */
export function useSlow(underWay: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [underWay]);
  return slow;
}
