/** `done`: ticked, still open to change. `current`: open, the one to do now. `later`: closed until the current one is done. */
export type StepState = 'done' | 'current' | 'open' | 'later';

export interface SetupFacts {
  /** `key-needed`: GetSales refused the stored key, or it can no longer be read. */
  readonly session: 'asking' | 'disconnected' | 'key-needed' | 'connected';
  readonly defaultsChosen: boolean;
  /** Null where the browser does not say. */
  readonly pinned: boolean | null;
}

export interface SetupSteps {
  readonly connect: StepState;
  readonly defaults: StepState;
  readonly open: StepState;
}

/**
 * Which of the three steps is open. Without a working key only the first is. With one, everything can be changed, and the
 * first thing left to do is the current one.
 */
export function setupSteps({ session, defaultsChosen, pinned }: SetupFacts): SetupSteps {
  if (session !== 'connected') return { connect: 'current', defaults: 'later', open: 'later' };
  if (!defaultsChosen) return { connect: 'done', defaults: 'current', open: pinned === true ? 'done' : 'open' };
  return { connect: 'done', defaults: 'done', open: pinned === true ? 'done' : 'current' };
}
