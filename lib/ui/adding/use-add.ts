import { useReducer, useRef, useState } from 'react';
import { type SeenAt, stillShows } from '@/lib/browser/read-tab';
import type { AddOutcome, AddWaiting, ContactDraft, ContactList } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { EntryId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import type { Result } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';
import { useWorkerCall, useWorkerQuery } from '@/lib/ui/worker/worker-query';
import {
  type AddEvent,
  addReducer,
  addsOf,
  type AddState,
  type IfPresent,
  isUnderWay,
  NOT_ADDED,
  recentAdd,
  shownAdd,
  withOutboxResult,
} from './add-state';

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

/**
 * Adds one person. The tab is checked again before anything is sent: if it shows another person, nothing is. A second press
 * during an add is ignored; a press after it creates a new entry. Closing the page does not stop the worker.
 */
export function useAdd(target: AddTarget): Add {
  const [here, dispatch] = useReducer(addReducer, NOT_ADDED);
  const [openedAtMs] = useState(() => Date.now());
  const inFlight = useRef(false);
  const call = useWorkerCall();
  const recent = useWorkerQuery('outbox.recent', { contactId: null });
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

/** The person to add, and the page that showed them. */
interface AddTarget {
  /** As named by the tab's address, the row of a list, or the pasted link. */
  readonly identity: LinkedInIdentity;
  /** The page that must still show this person when the user presses Add; null for a pasted link. */
  readonly shownAt: SeenAt | null;
}

/** The input of an add. The identity may carry further ids that the page proved. */
export interface AddRequest {
  readonly identity: LinkedInIdentity;
  readonly personName: string;
  readonly list: ContactList;
  readonly draft: ContactDraft;
  readonly ifPresent: IfPresent;
}

interface AddDeps {
  readonly stillShows: (shownAt: SeenAt, expected: LinkedInIdentity) => Promise<Result<null>>;
  readonly send: (input: InputOf<'contact.add'>) => Promise<Result<AddOutcome | AddWaiting>>;
  readonly dispatch: (event: AddEvent) => void;
}

/**
 * Performs one press of Add. Checks the tab again first: if it shows another person or cannot be read, nothing is sent.
 */
export async function performAdd(
  target: AddTarget,
  request: AddRequest,
  entryId: EntryId,
  { stillShows, send, dispatch }: AddDeps,
): Promise<void> {
  const { identity, personName, list, draft, ifPresent } = request;
  dispatch({ type: 'press', list, ifPresent });
  const shows = target.shownAt === null ? null : await stillShows(target.shownAt, target.identity);
  if (shows?.ok === false) {
    dispatch({ type: 'page-changed', error: shows.error });
    return;
  }
  const input = { entryId, identity, personName, listId: list.id, listName: list.name, draft, ifPresent };
  const added = await send(input);
  if (!added.ok) dispatch({ type: 'refused', error: added.error });
  else if (added.value.effect === 'waiting') dispatch({ type: 'waits', entryId, error: added.value.error });
  else dispatch({ type: 'added', entryId, outcome: added.value });
}
