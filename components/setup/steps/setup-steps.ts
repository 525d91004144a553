/** `done`: ticked, can still be changed. `current`: the next one to do. `later`: closed until the current one is done. */
export type StepState = 'done' | 'current' | 'open' | 'later';

export interface SetupFacts {
  /** `key-needed`: GetSales rejected the stored key, or it cannot be read. */
  readonly session: 'asking' | 'disconnected' | 'key-needed' | 'connected';
  readonly defaultsChosen: boolean;
  /** Null when the browser does not tell. */
  readonly pinned: boolean | null;
}

interface SetupSteps {
  readonly connect: StepState;
  readonly defaults: StepState;
  readonly open: StepState;
}

/**
 * The states of the three steps. Without a working key only the first is open; with one all are, and the first unfinished one
 * is current.
 */
export function setupSteps({ session, defaultsChosen, pinned }: SetupFacts): SetupSteps {
  if (session !== 'connected') return { connect: 'current', defaults: 'later', open: 'later' };
  if (!defaultsChosen) return { connect: 'done', defaults: 'current', open: pinned === true ? 'done' : 'open' };
  return { connect: 'done', defaults: 'done', open: pinned === true ? 'done' : 'current' };
}
