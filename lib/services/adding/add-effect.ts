import type { AddEffect, Contact } from '@/lib/domain/contact';
import type { ListId } from '@/lib/domain/ids';
import type { UndoOfAdd } from '@/lib/domain/outbox-entry';
import type { AnsweredContact } from './answered-contact';

/** `Date` counts whole seconds; a contact may seem that much older than the request that made it. */
const CLOCK_GRAIN_MS = 2_000;

export interface EffectEvidence {
  /** Whether GetSales' answer is the person who was asked for. */
  readonly answered: AnsweredContact;
  /** What GetSales had just before; null when it could not be asked. */
  readonly before: Contact | 'absent' | null;
  /** What GetSales has now. */
  readonly contact: Contact;
  /** Where another add of this browser had left it; null when none did. */
  readonly leftOn: ListId | null;
  readonly listId: ListId;
  readonly mayMove: boolean;
  /** When this attempt began to look, at the server's clock in ms; null when that clock is not known. */
  readonly beganAtServerMs: number | null;
  /** When an earlier attempt may have done it already: when the first began, as above. Null when none can have. */
  readonly firstAtServerMs: number | null;
}

export interface Effect {
  readonly effect: AddEffect;
  /** Null when taking it back would not be provably right. */
  readonly undo: UndoOfAdd | null;
}

/**
 * What an upsert truly did (docs/getsales-api.md#upsert): the answer is the same in all cases, so it is told from what was there
 * before and from the contact's age at the server's own clock. Undo wants both: nobody there before, and made since.
 */
export function effectOf(evidence: EffectEvidence): Effect {
  const { answered, contact, beganAtServerMs, firstAtServerMs } = evidence;
  if (answered === 'same') return effectOnPerson(evidence);
  const isOlder = isMadeSince(contact, firstAtServerMs ?? beganAtServerMs) === false;
  // Without a LinkedIn id an older contact cannot have been found by one, and GetSales does not find the person by theirs.
  if (answered === 'other' || isOlder) return { effect: 'matched-other', undo: null };
  return { ...effectOnPerson(evidence), undo: null };
}

function effectOnPerson(evidence: EffectEvidence): Effect {
  const { before, contact, leftOn, listId, mayMove, beganAtServerMs, firstAtServerMs } = evidence;
  const isOnList = contact.listId === listId;
  if (!isOnList) return { effect: 'kept', undo: null };
  if ((before === null || before === 'absent') && leftOn !== null) {
    return { effect: mayMove && leftOn !== listId ? 'moved' : 'kept', undo: null };
  }
  const isFresh = isMadeSince(contact, beganAtServerMs);
  if (before === 'absent') {
    // Nobody was there a minute ago; who made the contact since, if it was before this attempt, was not this add.
    if (isFresh === false && isMadeSince(contact, firstAtServerMs) !== true) return { effect: 'kept', undo: null };
    return { effect: 'created', undo: isFresh === true ? { kind: 'remove', ...traits(contact) } : null };
  }
  const isOurs = (before === null && isFresh === true) || isMadeSince(contact, firstAtServerMs) === true;
  if (isOurs) return { effect: 'created', undo: null };
  const movedFrom = mayMove && before !== null && before.listId !== listId ? before.listId : null;
  if (movedFrom !== null) return { effect: 'moved', undo: { kind: 'move-back', toListId: movedFrom } };
  return { effect: mayMove && before !== null && before.listId === null ? 'moved' : 'kept', undo: null };
}

/** What nobody but a person or an automation changes in the first seconds of a contact. */
export function traits({ stageId, tagIds }: Contact): Pick<Contact, 'stageId' | 'tagIds'> {
  return { stageId, tagIds };
}

/** Null when it cannot be told. */
function isMadeSince(contact: Contact, atServerMs: number | null): boolean | null {
  if (atServerMs === null || contact.createdAt === null) return null;
  return Date.parse(contact.createdAt) >= atServerMs - CLOCK_GRAIN_MS;
}
