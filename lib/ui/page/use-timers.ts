import { useEffect, useState } from 'react';

/** After this, a wait is explained in words. */
const SLOW_MS = 1_000;

/** Whether something has been under way for more than a second. */
export function useIsSlow(isUnderWay: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isUnderWay]);
  return slow;
}

/** Whole seconds until an ISO time, counted down; 0 once it has passed, and for null. */
export function useSecondsLeft(until: string | null): number {
  const end = until === null ? 0 : Date.parse(until);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((end - now) / 1_000));
  useEffect(() => {
    if (left === 0) return;
    // Until the next full second before the end.
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

/**
 * How long recipient and sender must be unchanged before Send can be pressed (docs/reliability.md#sending-a-message), and a
 * typed name before it is searched for.
 */
const UNCHANGED_FOR_MS = 600;

/** Whether this value has been the same for 600 ms. */
export function useIsUnchanged(value: string): boolean {
  const [unchanged, setUnchanged] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setUnchanged(value);
    }, UNCHANGED_FOR_MS);
    return () => {
      clearTimeout(timer);
      setUnchanged(null);
    };
  }, [value]);
  return unchanged === value;
}
