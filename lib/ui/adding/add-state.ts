import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, AddWaiting, ContactList } from '@/lib/domain/contact';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import type { Result } from '@/lib/domain/result';

export type IfPresent = 'keep' | 'move';

/** The state of adding one person, as the popup shows it. */
export type AddState =
  /** `dismissed`: the user closed an earlier result, so it is not shown again. */
  | { readonly name: 'idle'; readonly dismissed: boolean }
  | { readonly name: 'adding'; readonly list: ContactList; readonly ifPresent: IfPresent }
  | { readonly name: 'done'; readonly entryId: EntryId; readonly list: ContactList; readonly outcome: AddOutcome }
  | { readonly name: 'failed'; readonly list: ContactList; readonly ifPresent: IfPresent; readonly error: AppError }
  /** Stored in the outbox; the worker retries until GetSales has the person. */
  | {
      readonly name: 'waiting';
      readonly entryId: EntryId;
      readonly list: ContactList;
      readonly ifPresent: IfPresent;
      readonly error: AppError;
      /** The user cancels it: it is removed once a retry that is under way has ended. */
      readonly isCancelling?: true;
      /** Why it could not be cancelled when the user last tried. */
      readonly cancelError?: AppError;
    }
  /** The user cancelled a waiting add; the person was not added. */
  | { readonly name: 'cancelled' }
  /** The user kept the person in their list; nothing was sent. */
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
  | { readonly name: 'page-changed'; readonly error: AppError };

export const NOT_ADDED: AddState = { name: 'idle', dismissed: false };

type Named<N extends AddState['name']> = Extract<AddState, { readonly name: N }>;

/** What follows from an add that is under way, when the worker has answered. */
export function afterAdd(
  { list, ifPresent }: Pick<Named<'adding'>, 'list' | 'ifPresent'>,
  entryId: EntryId,
  added: Result<AddOutcome | AddWaiting>,
): AddState {
  if (!added.ok) return { name: 'failed', list, ifPresent, error: added.error };
  if (added.value.effect === 'waiting') return { name: 'waiting', entryId, list, ifPresent, error: added.value.error };
  return { name: 'done', entryId, list, outcome: added.value };
}

/** What follows from a waiting add that was retried: the answer is the state of its entry in the outbox. */
export function afterRetry(waiting: Named<'waiting'>, retried: Result<AddEntry['state']>): AddState {
  const { entryId, list, ifPresent } = waiting;
  if (!retried.ok) {
    // The worker is retrying already; its outcome is shown when it arrives.
    if (retried.error.code === 'too-late') return waiting;
    // Another page removed it.
    if (retried.error.code === 'not-found') return NOT_ADDED;
    return { name: 'failed', list, ifPresent, error: retried.error };
  }
  const state = retried.value;
  if (state.name === 'done') return { name: 'done', entryId, list, outcome: state.outcome };
  if (state.name === 'waiting') return { name: 'waiting', entryId, list, ifPresent, error: state.error };
  return { name: 'failed', list, ifPresent, error: 'error' in state ? state.error : { code: 'cancelled' } };
}

/** What follows from a waiting add that the user cancelled. */
export function afterCancel(waiting: Named<'waiting'>, removed: Result<null>): AddState {
  if (removed.ok) return { name: 'cancelled' };
  // Another page removed it.
  if (removed.error.code === 'not-found') return NOT_ADDED;
  // GetSales has the person by now; the outcome is shown as soon as the outbox is read again.
  return removed.error.code === 'too-late' ? waiting : { ...waiting, cancelError: removed.error };
}

/** What follows from an undo that is under way. */
export function afterUndo(undoing: Named<'undoing'>, undone: Result<null>): AddState {
  if (!undone.ok) return { ...undoing, name: 'undo-failed', error: undone.error };
  return { name: 'undone', list: undoing.list, effect: undoing.outcome.effect };
}

/** Whether a request is under way. */
export function isUnderWay(state: AddState): boolean {
  return state.name === 'adding' || state.name === 'undoing';
}

/** How long after its outcome an add is shown again when the popup reopens. */
const RECENT_MS = 60_000;

/** The adds of this person among outbox entries, newest first. */
export function addsOf(entries: readonly OutboxEntry[], identity: LinkedInIdentity): readonly AddEntry[] {
  return entries.filter((entry) => entry.kind === 'add').filter((entry) => isSamePerson(entry.identity, identity));
}

/** The state of the newest add of this person in the outbox, if it is younger than a minute or still waiting. */
export function recentAdd(adds: readonly AddEntry[], nowMs: number): AddState | null {
  const [latest] = adds;
  if (latest === undefined) return null;
  const isRecent = nowMs - Date.parse(latest.settledAt ?? latest.createdAt) <= RECENT_MS;
  return isRecent || latest.state.name === 'waiting' ? stateOf(latest) : null;
}

/** The state of an outbox entry; null when there is nothing to show. */
function stateOf(latest: AddEntry): AddState | null {
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

/** What is shown: the state of this popup, otherwise the recent add from before it opened. */
export function shownAdd(here: AddState, recent: AddState | null): AddState {
  return here.name === 'idle' && !here.dismissed && recent !== null ? recent : here;
}

/**
 * Updates the shown state from the outbox: a waiting add may have finished or been superseded, and the worker may have retried
 * a failed undo.
 */
export function withOutboxResult(here: AddState, adds: readonly AddEntry[]): AddState {
  if ((here.name !== 'waiting' || here.isCancelling === true) && here.name !== 'undo-failed') return here;
  const known = adds.find(({ id }) => id === here.entryId);
  if (known === undefined) return here;
  if (here.name === 'undo-failed') return undoProgress(here, known);
  if (known.state.name === 'dispatching') return here;
  const now = stateOf(known) ?? NOT_ADDED;
  return now.name === 'waiting' && here.cancelError !== undefined ? { ...now, cancelError: here.cancelError } : now;
}

function undoProgress(here: Extract<AddState, { name: 'undo-failed' }>, known: AddEntry): AddState {
  if (known.state.name === 'undone') return { name: 'undone', list: here.list, effect: here.outcome.effect };
  return known.state.name === 'undoing' ? (stateOf(known) ?? here) : here;
}
