import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, ContactList } from '@/lib/domain/contact';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox-entry';

export type IfPresent = 'keep' | 'move';

/** How far adding one person has come, from the popup's point of view. */
export type AddState =
  /** `dismissed`: an earlier result was put away, it is not shown again. */
  | { readonly name: 'idle'; readonly dismissed: boolean }
  | { readonly name: 'adding'; readonly list: ContactList; readonly ifPresent: IfPresent }
  | { readonly name: 'done'; readonly entryId: EntryId; readonly list: ContactList; readonly outcome: AddOutcome }
  | { readonly name: 'failed'; readonly list: ContactList; readonly ifPresent: IfPresent; readonly error: AppError }
  /** On disk, and carried on by itself until GetSales has the person. */
  | {
      readonly name: 'waiting';
      readonly entryId: EntryId;
      readonly list: ContactList;
      readonly ifPresent: IfPresent;
      readonly error: AppError;
    }
  /** An add that waited was taken out: nobody is added. */
  | { readonly name: 'dropped' }
  /** The user chose to leave the person where they are; nothing was sent. */
  | { readonly name: 'kept'; readonly listName: string }
  | { readonly name: 'undoing'; readonly entryId: EntryId; readonly list: ContactList; readonly outcome: AddOutcome }
  | { readonly name: 'undone'; readonly list: ContactList; readonly effect: AddOutcome['effect'] }
  | {
      readonly name: 'undo-failed';
      readonly entryId: EntryId;
      readonly list: ContactList;
      readonly outcome: AddOutcome;
      readonly error: AppError;
    }
  /** The tab no longer shows this person; nothing was sent. */
  | { readonly name: 'elsewhere'; readonly error: AppError };

export type AddEvent =
  | { readonly type: 'press'; readonly list: ContactList; readonly ifPresent: IfPresent }
  | { readonly type: 'moved-on'; readonly error: AppError }
  | { readonly type: 'added'; readonly entryId: EntryId; readonly outcome: AddOutcome }
  | { readonly type: 'refused'; readonly error: AppError }
  | { readonly type: 'waits'; readonly entryId: EntryId; readonly error: AppError }
  | { readonly type: 'dropped' }
  | { readonly type: 'keep'; readonly listName: string }
  | { readonly type: 'undo'; readonly entryId: EntryId; readonly list: ContactList; readonly outcome: AddOutcome }
  | { readonly type: 'undone' }
  | { readonly type: 'undo-refused'; readonly error: AppError }
  | { readonly type: 'dismiss' };

export const NOT_ADDED: AddState = { name: 'idle', dismissed: false };

/** The next state. An event that does not fit the state changes nothing: a second press while adding is no second add. */
export function addReducer(state: AddState, event: AddEvent): AddState {
  switch (event.type) {
    case 'press':
      return isUnderWay(state) ? state : { name: 'adding', list: event.list, ifPresent: event.ifPresent };
    case 'moved-on':
      return state.name === 'adding' ? { name: 'elsewhere', error: event.error } : state;
    case 'added':
      return state.name === 'adding'
        ? { name: 'done', entryId: event.entryId, list: state.list, outcome: event.outcome }
        : state;
    case 'refused':
      return state.name === 'adding'
        ? { name: 'failed', list: state.list, ifPresent: state.ifPresent, error: event.error }
        : state;
    case 'waits': {
      const { entryId, error } = event;
      return state.name === 'adding'
        ? { name: 'waiting', entryId, list: state.list, ifPresent: state.ifPresent, error }
        : state;
    }
    case 'dropped':
      return isUnderWay(state) ? state : { name: 'dropped' };
    case 'keep':
      return isUnderWay(state) ? state : { name: 'kept', listName: event.listName };
    case 'undo':
      return isUnderWay(state)
        ? state
        : { name: 'undoing', entryId: event.entryId, list: event.list, outcome: event.outcome };
    case 'undone':
      return state.name === 'undoing' ? { name: 'undone', list: state.list, effect: state.outcome.effect } : state;
    case 'undo-refused':
      return state.name === 'undoing' ? { ...state, name: 'undo-failed', error: event.error } : state;
    case 'dismiss':
      return isUnderWay(state) ? state : { name: 'idle', dismissed: true };
  }
}

/** Whether something has left and its answer is awaited. */
export function isUnderWay(state: AddState): boolean {
  return state.name === 'adding' || state.name === 'undoing';
}

/** How long after its outcome an add is still news when the popup is opened again. */
const NEWS_MS = 60_000;

/** Adds of this person that the outbox knows, newest first. */
export function addsOf(entries: readonly OutboxEntry[], identity: LinkedInIdentity): readonly AddEntry[] {
  return entries.filter((entry) => entry.kind === 'add').filter((entry) => isSamePerson(entry.identity, identity));
}

/** The state to show for the newest add of this person in the outbox, if it is younger than a minute or still waits. */
export function recalledAdd(adds: readonly AddEntry[], nowMs: number): AddState | null {
  const [latest] = adds;
  if (latest === undefined) return null;
  const isNews = nowMs - Date.parse(latest.settledAt ?? latest.createdAt) <= NEWS_MS;
  return isNews || latest.state.name === 'waiting' ? stateOf(latest) : null;
}

/** How an add stands that the outbox knows; null when there is nothing to say about it. */
export function stateOf(latest: AddEntry): AddState | null {
  const list = { id: latest.listId, name: latest.listName };
  const { state, ifPresent } = latest;
  switch (state.name) {
    case 'dispatching':
      return { name: 'adding', list, ifPresent };
    case 'done':
      return { name: 'done', entryId: latest.id, list, outcome: state.outcome };
    case 'refused':
    case 'unknown':
      return { name: 'failed', list, ifPresent, error: state.error };
    case 'waiting':
      return { name: 'waiting', entryId: latest.id, list, ifPresent, error: state.error };
    case 'undoing':
      return { name: 'undoing', entryId: latest.id, list, outcome: state.outcome };
    case 'undone':
    case 'superseded':
      return null;
  }
}

/** What is shown: what happened in this popup, else what is remembered from just before it opened. */
export function shownAdd(here: AddState, recalled: AddState | null): AddState {
  return here.name === 'idle' && !here.dismissed && recalled !== null ? recalled : here;
}

/**
 * What waited when this popup said so may be through by now, or another add took its place; and what could not be taken back
 * at once may be carried on. The outbox knows.
 */
export function overtaken(here: AddState, adds: readonly AddEntry[]): AddState {
  if (here.name !== 'waiting' && here.name !== 'undo-failed') return here;
  const known = adds.find(({ id }) => id === here.entryId);
  if (known === undefined) return here;
  if (here.name === 'undo-failed') return takenBack(here, known);
  return known.state.name === 'dispatching' ? here : (stateOf(known) ?? NOT_ADDED);
}

function takenBack(here: Extract<AddState, { name: 'undo-failed' }>, known: AddEntry): AddState {
  if (known.state.name === 'undone') return { name: 'undone', list: here.list, effect: here.outcome.effect };
  return known.state.name === 'undoing' ? (stateOf(known) ?? here) : here;
}
