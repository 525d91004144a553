import { useReducer, useRef, useState } from 'react';
import { EntryId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { stillShows } from '@/lib/browser/read-tab';
import {
  addReducer,
  addsOf,
  isUnderWay,
  NOT_ADDED,
  withOutboxResult,
  recentAdd,
  shownAdd,
  type AddState,
} from './add-state';
import { useWorkerQuery, useWorkerCall } from '@/lib/ui/worker/worker-query';
import { performAdd, type AddRequest, type AddTarget } from './perform-add';

export interface Add {
  readonly state: AddState;
  /** Earlier adds of this person in the outbox; null while it is loading. */
  readonly earlier: readonly AddEntry[] | 'failed' | null;
  readonly press: (request: AddRequest) => void;
  readonly keep: (listName: string) => void;
  readonly undo: () => void;
  /** Retries a waiting add at once. */
  readonly tryNow: () => void;
  /** Cancels a waiting add. */
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** How many outbox entries are searched for adds of this person. */
const EARLIER_LIMIT = 100;

/**
 * Adds one person. The tab is checked again before anything is sent: if it shows another person, nothing is. A second press
 * during an add is ignored; a press after it creates a new entry. Closing the page does not stop the worker.
 */
export function useAdd(target: AddTarget): Add {
  const [here, dispatch] = useReducer(addReducer, NOT_ADDED);
  const [openedAtMs] = useState(() => Date.now());
  const inFlight = useRef(false);
  const call = useWorkerCall();
  const recent = useWorkerQuery('outbox.recent', { contactId: null, limit: EARLIER_LIMIT });
  const adds = recent.data && addsOf(recent.data, target.identity);
  const state = shownAdd(withOutboxResult(here, adds ?? []), recentAdd(adds ?? [], openedAtMs));

  const press = async (request: AddRequest): Promise<void> => {
    inFlight.current = true;
    await performAdd(target, request, EntryId.parse(crypto.randomUUID()), {
      stillShows,
      send: (input) => call('contact.add', input),
      dispatch,
    });
    inFlight.current = false;
  };

  const undo = async (): Promise<void> => {
    if (state.name !== 'done' && state.name !== 'undo-failed') return;
    dispatch({ type: 'undo', entryId: state.entryId, list: state.list, outcome: state.outcome });
    const undone = await call('contact.undo', { entryId: state.entryId });
    dispatch(undone.ok ? { type: 'undone' } : { type: 'undo-refused', error: undone.error });
  };

  const tryNow = async (): Promise<void> => {
    if (state.name !== 'waiting') return;
    const { entryId, list, ifPresent, error } = state;
    dispatch({ type: 'press', list, ifPresent });
    const tried = await call('activity.retry', { entryId });
    // The worker is retrying already; its outcome is shown when it arrives.
    if (!tried.ok && tried.error.code === 'too-late') dispatch({ type: 'waits', entryId, error });
    else if (!tried.ok) dispatch({ type: 'refused', error: tried.error });
    else if (tried.value.name === 'done') dispatch({ type: 'added', entryId, outcome: tried.value.outcome });
    else if (tried.value.name === 'waiting') dispatch({ type: 'waits', entryId, error: tried.value.error });
    else dispatch({ type: 'refused', error: 'error' in tried.value ? tried.value.error : { code: 'cancelled' } });
  };

  const cancel = async (): Promise<void> => {
    if (state.name !== 'waiting') return;
    const removed = await call('activity.remove', { entryId: state.entryId });
    // An add under way cannot be cancelled; its outcome is shown when it arrives.
    if (removed.ok) dispatch({ type: 'cancelled' });
  };

  return {
    state,
    earlier: adds ?? (recent.isError ? 'failed' : null),
    press: (request) => {
      if (!isUnderWay(state) && !inFlight.current) void press(request);
    },
    keep: (listName) => {
      dispatch({ type: 'keep', listName });
    },
    undo: () => void undo(),
    tryNow: () => void tryNow(),
    cancel: () => void cancel(),
    dismiss: () => {
      dispatch({ type: 'dismiss' });
    },
  };
}
