import { notifyManager } from '@tanstack/react-query';
import { act, configure, getConfig } from '@testing-library/react';

// The real one: a test may stop the clock.
const { setImmediate } = globalThis;
const { asyncWrapper } = getConfig();
const ROUNDS = 3;

/** Lets everything happen that is due already: answers of the worker, and what React shows then. */
export async function settled(): Promise<void> {
  await act(async () => {
    for (let round = 0; round < ROUNDS; round += 1) await new Promise((resolve) => setImmediate(resolve));
  });
}

/** After each action of the user, the page settles. */
export function settleAfterActions(): void {
  notifyManager.setScheduler(queueMicrotask);
  configure({
    asyncWrapper: async (action) => {
      const result: unknown = await asyncWrapper(action);
      await settled();
      return result;
    },
  });
}
