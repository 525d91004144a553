import type { AddEffect, Contact, ContactStanding } from '@/lib/domain/contact';
import type { ListId } from '@/lib/domain/ids';

/** A contact that is younger than this at the server's own clock was made by the request that just ended. */
export const FRESH_MS = 30_000;

export interface EffectEvidence {
  /** What GetSales said before; null when it could not be asked. */
  readonly before: ContactStanding | null;
  /** What GetSales answered. */
  readonly contact: Contact;
  readonly listId: ListId;
  readonly mayMove: boolean;
  /** Server clock at the answer; null without a `Date` header. */
  readonly serverNowMs: number | null;
}

/**
 * What an upsert truly did (getsales-api.md 3.5): the answer is the same for all cases, so it is told from what was
 * there before and, failing that, from the contact's age. In doubt a contact counts as kept: that offers no Undo.
 */
export function effectOf({ before, contact, listId, mayMove, serverNowMs }: EffectEvidence): AddEffect {
  const isOnList = contact.listId === listId;
  if (before?.kind === 'present') {
    return mayMove && isOnList && before.contact.listId !== listId ? 'moved' : 'kept';
  }
  const createdMs = contact.createdAt === null ? Number.NaN : Date.parse(contact.createdAt);
  const isFresh = serverNowMs !== null && Math.abs(serverNowMs - createdMs) <= FRESH_MS;
  return isOnList && isFresh ? 'created' : 'kept';
}
