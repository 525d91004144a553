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

/** Whole seconds until a moment, counted down while it lies ahead; 0 once it has passed or when there is none. */
export function useSecondsLeft(until: string | null): number {
  const end = until === null ? 0 : Date.parse(until);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((end - now) / 1_000));
  useEffect(() => {
    if (left === 0) return;
    // The next change is when the next full second before the end is reached.
    const timer = setTimeout(
      () => {
        setNow(Date.now());
      },
      end - Date.now() - (left - 1) * 1_000,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [end, left]);
  return left;
}

/** How long the recipient and the sender must have stood still before Send can be pressed (docs/reliability.md#sending-a-message). */
const ARM_AFTER_MS = 600;

/** Whether this recipient and sender have stood there long enough to be meant. */
export function useArmed(recipient: string): boolean {
  const [armed, setArmed] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setArmed(recipient);
    }, ARM_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setArmed(null);
    };
  }, [recipient]);
  return armed === recipient;
}
