import type { AddEffect, Contact } from '@/lib/domain/contact';
import type { ContactId, ListId } from '@/lib/domain/ids';
import type { AddEntry, UndoOfAdd } from '@/lib/domain/outbox/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';
import type { AnsweredContact } from './answered-contact';

/**
 * `created_at` may count whole seconds, so a contact may seem this much older than the request that created it. `Date` counts
 * them as well, and is read later, so a request never seems to have begun later than it did.
 */
const CLOCK_GRAIN_MS = 1_000;

export interface EffectEvidence {
  /** Whether GetSales answered with the requested person. */
  readonly answered: AnsweredContact;
  /** What GetSales had just before; null when the lookup failed. */
  readonly before: Contact | 'absent' | null;
  /** What GetSales has now. */
  readonly contact: Contact;
  /** The list where an earlier add from this browser put the contact; null when there was none. */
  readonly previousListId: ListId | null;
  readonly listId: ListId;
  readonly mayMove: boolean;
  /** Whether an earlier request of this add may have arrived. */
  readonly mayHaveArrived: boolean;
  /** When this attempt began, server clock in ms; null when that clock is not known. */
  readonly beganAtServerMs: number | null;
  /** When the first attempt began, as above, if an earlier attempt may have arrived; null when none can have. */
  readonly firstAtServerMs: number | null;
}

export interface Effect {
  readonly effect: AddEffect;
  /** Null when an undo would not be provably safe. */
  readonly undo: UndoOfAdd | null;
}

/**
 * What an upsert did (docs/getsales-api.md#upsert). Its answer is the same in all cases, so the effect follows from the
 * contact before, and from the contact's age on the server's clock. Undo needs both: absent before, and created since.
 */
export function effectOf(evidence: EffectEvidence): Effect {
  const { answered, contact, beganAtServerMs, firstAtServerMs } = evidence;
  if (answered === 'same') return effectOnPerson(evidence);
  const isOlder = isCreatedSince(contact, firstAtServerMs ?? beganAtServerMs) === false;
  // Without a LinkedIn id GetSales cannot have matched an older contact by one, and a lookup did not find the person.
  if (answered === 'other' || isOlder) return { effect: 'matched-other', undo: null };
  return { ...effectOnPerson(evidence), undo: null };
}

function effectOnPerson(evidence: EffectEvidence): Effect {
  const { before, contact, previousListId, listId, mayMove, beganAtServerMs, firstAtServerMs } = evidence;
  const isOnList = contact.listId === listId;
  if (!isOnList) return { effect: 'kept', undo: null };
  if ((before === null || before === 'absent') && previousListId !== null) {
    return { effect: mayMove && previousListId !== listId ? 'moved' : 'kept', undo: null };
  }
  const isFresh = isCreatedSince(contact, beganAtServerMs);
  if (before === 'absent') {
    // Absent a minute ago, but created before any attempt of this add: by another user.
    if (isFresh === false && isCreatedSince(contact, firstAtServerMs) !== true) return { effect: 'kept', undo: null };
    const { stageId, tagIds } = contact;
    // If an earlier request created it, others may have changed it before this answer.
    const isAsCreated = isFresh === true && !evidence.mayHaveArrived;
    return { effect: 'created', undo: isAsCreated ? { kind: 'remove', stageId, tagIds: [...tagIds] } : null };
  }
  const isOurs = (before === null && isFresh === true) || isCreatedSince(contact, firstAtServerMs) === true;
  if (isOurs) return { effect: 'created', undo: null };
  const movedFrom = mayMove && before !== null && before.listId !== listId ? before.listId : null;
  if (movedFrom !== null) return { effect: 'moved', undo: { kind: 'move-back', toListId: movedFrom } };
  return { effect: mayMove && before !== null && before.listId === null ? 'moved' : 'kept', undo: null };
}

/** Null when it is not known. */
function isCreatedSince(contact: Contact, atServerMs: number | null): boolean | null {
  if (atServerMs === null || contact.createdAt === null) return null;
  return Date.parse(contact.createdAt) >= atServerMs - CLOCK_GRAIN_MS;
}

/**
 * The list where a recent add from this browser put this contact; null when there is none or the outbox cannot be read.
 * Outweighs a lookup without a result: GetSales lags, and answers with nothing under load.
 */
export async function findPreviousList(outbox: Outbox, { id }: AddEntry, contactId: ContactId): Promise<ListId | null> {
  const recent = await outbox.recent({ contactId: null });
  if (!recent.ok) return null;
  for (const other of recent.value) {
    if (other.kind !== 'add' || other.id === id || other.state.name !== 'done') continue;
    if (other.state.outcome.contactId === contactId) return other.state.outcome.listId;
  }
  return null;
}
