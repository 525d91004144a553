import type { OutboxEntry, SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { isLaterState, mayBeSent } from '@/lib/domain/outbox/send-transitions';
import type { ContactId, SenderId } from '@/lib/domain/ids';

/** One of our sends as the panel knows it, from this window or from the outbox. */
export type TrackedSend = Pick<
  SendEntry,
  'id' | 'contactId' | 'senderId' | 'text' | 'overrides' | 'createdAt' | 'settledAt' | 'state'
>;

/** The sends among outbox entries. */
export function sendsOf(entries: readonly OutboxEntry[]): readonly TrackedSend[] {
  return entries.filter((entry) => entry.kind === 'send');
}

/**
 * The sends of outbox and window as one history, in the order in which they were written. If both know a send, the later
 * state wins, else the outbox's.
 *
 * @param outbox newest first
 */
export function mergeSends(outbox: readonly TrackedSend[], local: readonly TrackedSend[]): readonly TrackedSend[] {
  const known = new Map(outbox.toReversed().map((send) => [send.id, send]));
  for (const send of local) {
    const written = known.get(send.id);
    if (written === undefined || isLaterState(written.state.name, send.state.name)) known.set(send.id, send);
  }
  return [...known.values()];
}

/** Unconfirmed sends that the user has not replaced by another send. */
export function unresolved(sends: readonly TrackedSend[]): readonly TrackedSend[] {
  const replaced = new Set(sends.filter(mayBeSent).map(({ overrides }) => overrides));
  return sends.filter((send) => send.state.name === 'unknown' && !replaced.has(send.id));
}

/** The last send by this sender to this contact; null when there is none. */
export function lastSendAs(
  sends: readonly TrackedSend[],
  contactId: ContactId,
  senderId: SenderId | null,
): TrackedSend | null {
  return sends.findLast((send) => send.contactId === contactId && send.senderId === senderId) ?? null;
}
