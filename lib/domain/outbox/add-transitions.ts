import type { AppError } from '../app-error';
import type { AddOutcome } from '../contact';
import type { EntryId } from '../ids';
import type { AddEntry, AddState, UndoOfAdd } from './outbox-entry';
import { err, ok, type Result } from '../result';
import { accepts, type TransitionTable, type WrongState } from './transitions';

/** Everything that can happen to an add (docs/reliability.md#adding-a-contact). */
export type AddEvent =
  /** The worker tries again what was waiting, or what it was doing when it stopped. */
  | { readonly type: 'resumed' }
  /** The user tries again. */
  | { readonly type: 'retried' }
  /** An attempt ended without a usable answer. */
  | {
      readonly type: 'delayed';
      readonly error: AppError;
      readonly retryAt: string;
      readonly mayHaveArrived: boolean;
    }
  /** GetSales has the contact. */
  | { readonly type: 'completed'; readonly outcome: AddOutcome; readonly undo: UndoOfAdd | null }
  /** GetSales refused it. */
  | { readonly type: 'refused'; readonly error: AppError }
  /** Too late to go on without the user. */
  | { readonly type: 'left-to-user'; readonly error: AppError }
  /** A newer add for the same person goes first. */
  | { readonly type: 'superseded'; readonly by: EntryId }
  /** That newer add was refused or undone. */
  | { readonly type: 'restored'; readonly retryAt: string }
  | { readonly type: 'undo-started' }
  | { readonly type: 'undo-completed' }
  /** The contact stays as it is. */
  | { readonly type: 'undo-refused' };

/** What the outbox and the services do when the event is recorded. */
export type AddTransitionEffect =
  | 'none'
  /** Look the person up and send the upsert. It may be repeated. */
  | 'upsert'
  /** Send the request that undoes the add. It may be repeated. */
  | 'undo'
  /** Schedule again the adds that this one superseded. */
  | 'restore-superseded';

export const ADD_TRANSITIONS = {
  dispatching: {
    resumed: 'dispatching',
    delayed: 'waiting',
    completed: 'done',
    refused: 'refused',
    'left-to-user': 'unknown',
    superseded: 'superseded',
  },
  waiting: {
    resumed: 'dispatching',
    retried: 'dispatching',
    'left-to-user': 'unknown',
    superseded: 'superseded',
  },
  refused: { retried: 'dispatching' },
  unknown: { retried: 'dispatching' },
  superseded: { restored: 'waiting' },
  done: { 'undo-started': 'undoing' },
  undoing: { 'undo-completed': 'undone', 'undo-refused': 'done' },
  undone: {},
} as const satisfies TransitionTable & Record<AddState['name'], Partial<Record<AddEvent['type'], AddState['name']>>>;

const EFFECTS: Readonly<Partial<Record<AddEvent['type'], AddTransitionEffect>>> = {
  resumed: 'upsert',
  retried: 'upsert',
  refused: 'restore-superseded',
  'undo-started': 'undo',
  'undo-completed': 'restore-superseded',
};

/** The states of an add that has not ended. */
export const PENDING_ADDS = [
  'waiting',
  'dispatching',
  'unknown',
  'undoing',
] as const satisfies readonly AddState['name'][];

/** Whether an attempt of an add in this state may have reached GetSales. */
export function mayHaveArrived(state: AddState): boolean {
  if (state.name === 'waiting') return state.mayHaveArrived;
  return state.name === 'dispatching' || state.name === 'unknown';
}

/**
 * Applies an event to an add.
 *
 * @param at when it happened, ISO
 */
export function applyToAdd(
  entry: AddEntry,
  event: AddEvent,
  at: string,
): Result<{ readonly entry: AddEntry; readonly effect: AddTransitionEffect }, WrongState> {
  const isPossible = accepts(ADD_TRANSITIONS, entry.state.name, event.type);
  const change = isPossible ? changeBy(entry, event, at) : null;
  if (change === null) return err({ code: 'wrong-state', state: entry.state.name });
  return ok({ entry: { ...entry, ...change }, effect: EFFECTS[event.type] ?? 'none' });
}

type Change = Pick<AddEntry, 'state'> & Partial<Pick<AddEntry, 'settledAt'>>;

/** Null when the state lacks what the event needs: an undo of an add that cannot be undone. */
function changeBy({ state }: AddEntry, event: AddEvent, at: string): Change | null {
  switch (event.type) {
    case 'resumed':
    case 'retried': {
      const tries = 'tries' in state ? state.tries : 0;
      return { state: { name: 'dispatching', tries, mayHaveArrived: mayHaveArrived(state) }, settledAt: null };
    }
    case 'delayed': {
      const { error, retryAt } = event;
      const tries = 'tries' in state ? state.tries + 1 : 1;
      const arrived = event.mayHaveArrived;
      return { state: { name: 'waiting', error, tries, retryAt, mayHaveArrived: arrived }, settledAt: null };
    }
    case 'completed': {
      const { outcome, undo } = event;
      return { state: { name: 'done', outcome, ...(undo === null ? {} : { undo }) }, settledAt: at };
    }
    case 'refused':
      return { state: { name: 'refused', error: event.error }, settledAt: at };
    case 'left-to-user':
      return { state: { name: 'unknown', error: event.error }, settledAt: at };
    case 'superseded':
      return { state: { name: 'superseded', by: event.by }, settledAt: at };
    case 'restored': {
      const error = { code: 'unreachable', why: 'network' } as const;
      return {
        state: { name: 'waiting', error, tries: 0, retryAt: event.retryAt, mayHaveArrived: true },
        settledAt: null,
      };
    }
    case 'undo-started':
      if (state.name !== 'done' || state.undo === undefined) return null;
      return { state: { name: 'undoing', outcome: state.outcome, undo: state.undo } };
    case 'undo-completed':
      return { state: { name: 'undone' }, settledAt: at };
    case 'undo-refused':
      return state.name === 'undoing' ? { state: { ...state, name: 'done' }, settledAt: at } : null;
  }
}
