import { useEffect, useState } from 'react';

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
