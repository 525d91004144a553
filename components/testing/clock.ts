import { act } from '@testing-library/react';
import { vi } from 'vitest';

interface Clock {
  readonly nowMs: () => number;
  /** Lets this much time pass, with everything that happens in it. */
  readonly pass: (ms: number) => Promise<void>;
}

/** React starts its next timer after each step. */
const STEP_MS = 250;

/** A clock that stands still until the test moves it. `components/testing/browser.ts` starts the real one again. */
export function stoppedClock(nowMs: number): Clock {
  vi.useFakeTimers({ now: nowMs });
  // Testing Library recognises timers that stand still by this name only.
  vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
  return {
    nowMs: () => Date.now(),
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= STEP_MS) {
        await act(() => vi.advanceTimersByTimeAsync(Math.min(left, STEP_MS)));
      }
    },
  };
}
