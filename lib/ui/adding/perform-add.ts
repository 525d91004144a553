import type { AddOutcome, AddWaiting, ContactDraft, ContactList } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';
import type { SeenAt } from '@/lib/browser/read-tab';
import type { AddEvent, IfPresent } from './add-state';

/** Who is added, and where they were seen. */
export interface AddTarget {
  /** As the tab's address, the row of a list or the pasted link named the person. */
  readonly identity: LinkedInIdentity;
  /** The page that must still show this person when the user presses Add; null for a pasted link. */
  readonly seenAt: SeenAt | null;
}

/** What is pressed with: the identity may carry more ids by now, the page has proven them. */
export interface AddRequest {
  readonly identity: LinkedInIdentity;
  readonly personName: string;
  readonly list: ContactList;
  readonly draft: ContactDraft;
  readonly ifPresent: IfPresent;
}

export interface AddDeps {
  readonly stillShows: (seenAt: SeenAt, expected: LinkedInIdentity) => Promise<Result<null>>;
  readonly send: (input: InputOf<'contact.add'>) => Promise<Result<AddOutcome | AddWaiting>>;
  readonly tell: (event: AddEvent) => void;
}

/**
 * One press of Add. The tab is checked again before anything is sent: if it shows another person by then, or cannot be
 * read, nothing is sent.
 */
export async function performAdd(
  subject: AddTarget,
  request: AddRequest,
  entryId: EntryId,
  { stillShows, send, tell }: AddDeps,
): Promise<void> {
  const { identity, personName, list, draft, ifPresent } = request;
  tell({ type: 'press', list, ifPresent });
  const shows = subject.seenAt === null ? null : await stillShows(subject.seenAt, subject.identity);
  if (shows?.ok === false) {
    tell({ type: 'moved-on', error: shows.error });
    return;
  }
  const input = { entryId, identity, personName, listId: list.id, listName: list.name, draft, ifPresent };
  const added = await send(input);
  if (!added.ok) tell({ type: 'refused', error: added.error });
  else if (added.value.effect === 'waiting') tell({ type: 'waits', entryId, error: added.value.error });
  else tell({ type: 'added', entryId, outcome: added.value });
}
