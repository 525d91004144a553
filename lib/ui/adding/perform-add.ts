import type { AddOutcome, AddWaiting, ContactDraft, ContactList } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';
import type { SeenAt } from '@/lib/browser/read-tab';
import type { AddEvent, IfPresent } from './add-state';

/** The person to add, and the page that showed them. */
export interface AddTarget {
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

export interface AddDeps {
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
