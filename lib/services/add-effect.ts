import type { AddEffect, Contact } from '@/lib/domain/contact';
import type { ListId } from '@/lib/domain/ids';
import type { UndoOfAdd } from '@/lib/domain/intent';

/** `Date` counts whole seconds; a contact may seem that much older than the request that made it. */
const CLOCK_GRAIN_MS = 2_000;

export interface EffectEvidence {
  /** What GetSales had just before; null when it could not be asked. */
  readonly before: Contact | 'absent' | null;
  /** What GetSales has now. */
  readonly contact: Contact;
  readonly listId: ListId;
  readonly mayMove: boolean;
  /** When this add first began, at the server's clock in ms; null when that clock is not known. */
  readonly beganAtServerMs: number | null;
  /** An earlier attempt of the same intent may have done it already. */
  readonly isRepeated: boolean;
}

export interface Effect {
  readonly effect: AddEffect;
  /** Null when taking it back would not be provably right. */
  readonly undo: UndoOfAdd | null;
}

/**
 * What an upsert truly did (getsales-api.md 3.5): the answer is the same in all cases, so it is told from what was there
 * before and from the contact's age at the server's own clock. Undo wants both: nobody there before, and made since.
 */
export function effectOf(evidence: EffectEvidence): Effect {
  const { before, contact, listId, mayMove, isRepeated } = evidence;
  const isOnList = contact.listId === listId;
  if (!isOnList) return { effect: 'kept', undo: null };
  const isFresh = isMadeSince(contact, evidence.beganAtServerMs);
  if (before === 'absent') {
    return { effect: 'created', undo: isFresh ? { kind: 'remove', ...traits(contact) } : null };
  }
  if (isFresh && (before === null || isRepeated)) return { effect: 'created', undo: null };
  const movedFrom = mayMove && before !== null && before.listId !== listId ? before.listId : null;
  if (movedFrom !== null) return { effect: 'moved', undo: { kind: 'move-back', toListId: movedFrom } };
  return { effect: mayMove && before !== null && before.listId === null ? 'moved' : 'kept', undo: null };
}

/** What nobody but a person or an automation changes in the first seconds of a contact. */
export function traits({ stageId, tagIds }: Contact): Pick<Contact, 'stageId' | 'tagIds'> {
  return { stageId, tagIds };
}

function isMadeSince(contact: Contact, beganAtServerMs: number | null): boolean {
  if (beganAtServerMs === null || contact.createdAt === null) return false;
  return Date.parse(contact.createdAt) >= beganAtServerMs - CLOCK_GRAIN_MS;
}
