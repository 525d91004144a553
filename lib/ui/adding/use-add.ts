import { useRef, useState } from 'react';
import { type SeenAt, stillShows } from '@/lib/browser/read-tab';
import type { AddOutcome, AddWaiting, ContactDraft, ContactList } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { EntryId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import type { Result } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';
import { useWorkerCall, useWorkerQuery } from '@/lib/ui/worker/worker-query';
import {
  addsOf,
  type AddState,
  afterAdd,
  afterCancel,
  afterRetry,
  afterUndo,
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
 * Adds one person. The tab is checked again before anything is sent: if it shows another person, nothing is. A press
 * after an add creates a new entry. Closing the page does not stop the worker.
 */
export function useAdd(target: AddTarget): Add {
  const [here, setHere] = useState(NOT_ADDED);
  const [openedAtMs] = useState(() => Date.now());
  const isBusy = useRef(false);
  const call = useWorkerCall();
  const recent = useWorkerQuery('outbox.recent', { contactId: null });
  const adds = recent.data && addsOf(recent.data, target.identity);
  const state = shownAdd(withOutboxResult(here, adds ?? []), recentAdd(adds ?? [], openedAtMs));

  /** Whatever is pressed while something is under way is refused, such as the second click of a double click. */
  const isFree = (): boolean => !isUnderWay(state) && !isBusy.current;
  const show = (next: AddState): void => {
    if (isFree()) setHere(next);
  };
  /** Does one thing at a time, so that its result always follows from what is shown. */
  const run = async <S extends AddState>(during: S, act: (during: S) => Promise<AddState>): Promise<void> => {
    if (!isFree()) return;
    isBusy.current = true;
    setHere(during);
    setHere(await act(during));
    isBusy.current = false;
  };

  const tryNow = (waiting: Extract<AddState, { name: 'waiting' }>): Promise<void> => {
    const { entryId, list, ifPresent } = waiting;
    return run({ name: 'adding', list, ifPresent }, async () =>
      afterRetry(waiting, await call('activity.retry', { entryId })),
    );
  };

  return {
    state,
    earlier: adds ?? (recent.isError ? 'failed' : null),
    press: (request) => {
      const { list, ifPresent } = request;
      void run({ name: 'adding', list, ifPresent }, () =>
        performAdd(target, request, EntryId.parse(crypto.randomUUID()), {
          stillShows,
          send: (input) => call('contact.add', input),
        }),
      );
    },
    keep: (listName) => {
      show({ name: 'kept', listName });
    },
    undo: () => {
      if (state.name !== 'done' && state.name !== 'undo-failed') return;
      const { entryId, list, outcome } = state;
      void run({ name: 'undoing', entryId, list, outcome }, async (undoing) =>
        afterUndo(undoing, await call('contact.undo', { entryId })),
      );
    },
    tryNow: () => {
      if (state.name === 'waiting') void tryNow(state);
    },
    cancel: () => {
      if (state.name !== 'waiting') return;
      void run({ ...state, isCancelling: true }, async () =>
        afterCancel(state, await call('contact.cancel', { entryId: state.entryId })),
      );
    },
    dismiss: () => {
      show({ name: 'idle', dismissed: true });
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
}

/**
 * Performs one press of Add. Checks the tab again first: if it shows another person or cannot be read, nothing is sent.
 * Answers with what is shown then.
 */
export async function performAdd(
  target: AddTarget,
  request: AddRequest,
  entryId: EntryId,
  { stillShows, send }: AddDeps,
): Promise<AddState> {
  const { identity, personName, list, draft, ifPresent } = request;
  const shows = target.shownAt === null ? null : await stillShows(target.shownAt, target.identity);
  if (shows?.ok === false) return { name: 'page-changed', error: shows.error };
  const input = { entryId, identity, personName, listId: list.id, listName: list.name, draft, ifPresent };
  return afterAdd(request, entryId, await send(input));
}
