/**
 * A state machine as a table: for each state, the events that it accepts and the state that follows. An event that a state
 * does not list is impossible in it.
 */
export type TransitionTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The answer to an event that is impossible in the current state. Nothing was changed. */
export interface WrongState {
  readonly code: 'wrong-state';
  readonly state: string;
}

/** The answer when there is no such entry, or no more. */
export const NO_ENTRY = { code: 'not-found', what: 'entry' } as const;

/**
 * Whether an entry did not take an event because it ended, changed or was removed since it was read. Each caller says what
 * that means for it.
 */
export function hasEnded({ code }: { readonly code: string }): boolean {
  return code === 'wrong-state' || code === 'not-found';
}

/** All states, in the table's order. */
export function statesOf<T extends TransitionTable>(table: T): readonly StateOf<T>[] {
  return Object.keys(table);
}

/** Whether an event is possible in a state. */
export function accepts<T extends TransitionTable>(table: T, state: StateOf<T>, event: EventOf<T>): boolean {
  return table[state]?.[event] !== undefined;
}

/** Whether some series of events leads from one state to another; every state can reach itself. */
export function canReach<T extends TransitionTable>(table: T, from: StateOf<T>, to: StateOf<T>): boolean {
  const reached = new Set<string>([from]);
  for (const name of reached) for (const next of Object.values(table[name] ?? {})) reached.add(next);
  return reached.has(to);
}

export type StateOf<T extends TransitionTable> = keyof T & string;
export type EventOf<T extends TransitionTable> = { [S in keyof T]: keyof T[S] & string }[keyof T];
