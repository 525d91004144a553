import { useReducer, useRef, useState } from 'react';
import { EntryId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { stillShows } from '@/lib/browser/read-tab';
import {
  addReducer,
  addsOf,
  isUnderWay,
  NOT_ADDED,
  overtaken,
  recalledAdd,
  shownAdd,
  type AddState,
} from './add-state';
import { useAsk, useCall } from '@/lib/ui/worker/worker-query';
import { performAdd, type AddRequest, type AddTarget } from './perform-add';

export interface Add {
  readonly state: AddState;
  /** Adds of this person that the outbox remembers; null while it is asked. */
  readonly earlier: readonly AddEntry[] | 'failed' | null;
  readonly press: (request: AddRequest) => void;
  readonly keep: (listName: string) => void;
  readonly undo: () => void;
  /** Tries an add that waits at once. */
  readonly tryNow: () => void;
  /** Drops an add that waits: GetSales will not get the person. */
  readonly drop: () => void;
  readonly dismiss: () => void;
}

/** How far back the outbox is asked for adds of this person. */
const EARLIER_LIMIT = 100;

/**
 * Adding one person. The tab's address is read again before anything leaves: if it names somebody else by then, nothing
 * does. While an add is under way it is the only one: a second press, however quick, is the same add. Once it has come to
 * an end the next press is a new entry. Closing the page does not stop the worker.
 */
export function useAdd(subject: AddTarget): Add {
  const [here, dispatch] = useReducer(addReducer, NOT_ADDED);
  const [openedAt] = useState(() => Date.now());
  const inFlight = useRef(false);
  const call = useCall();
  const recent = useAsk('outbox.recent', { contactId: null, limit: EARLIER_LIMIT });
  const adds = recent.data && addsOf(recent.data, subject.identity);
  const state = shownAdd(overtaken(here, adds ?? []), recalledAdd(adds ?? [], openedAt));

  const press = async (request: AddRequest): Promise<void> => {
    inFlight.current = true;
    await performAdd(subject, request, EntryId.parse(crypto.randomUUID()), {
      stillShows,
      send: (input) => call('contact.add', input),
      tell: dispatch,
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
    // Under way by itself already: what comes of it is shown when it comes.
    if (!tried.ok && tried.error.code === 'too-late') dispatch({ type: 'waits', entryId, error });
    else if (!tried.ok) dispatch({ type: 'refused', error: tried.error });
    else if (tried.value.name === 'done') dispatch({ type: 'added', entryId, outcome: tried.value.outcome });
    else if (tried.value.name === 'waiting') dispatch({ type: 'waits', entryId, error: tried.value.error });
    else dispatch({ type: 'refused', error: 'error' in tried.value ? tried.value.error : { code: 'cancelled' } });
  };

  const drop = async (): Promise<void> => {
    if (state.name !== 'waiting') return;
    const dropped = await call('activity.remove', { entryId: state.entryId });
    // What is under way cannot be taken out any more, and is told when it is through.
    if (dropped.ok) dispatch({ type: 'dropped' });
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
    drop: () => void drop(),
    dismiss: () => {
      dispatch({ type: 'dismiss' });
    },
  };
}
