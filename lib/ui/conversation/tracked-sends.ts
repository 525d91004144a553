import { mayBeSent, type OutboxEntry, type SendEntry } from '@/lib/domain/outbox-entry';
import type { ContactId, SenderId } from '@/lib/domain/ids';

/** What the panel knows about one of our sends, from this window or from the outbox. */
export type TrackedSend = Pick<
  SendEntry,
  'id' | 'contactId' | 'senderId' | 'text' | 'overrides' | 'createdAt' | 'settledAt' | 'state'
>;

/** How much is known in each state; the better informed source wins. */
const RANK: Readonly<Record<SendEntry['state']['name'], number>> = {
  // This window's own guess: where the outbox says queued, it is.
  dispatching: 0,
  queued: 0,
  unknown: 1,
  refused: 2,
  cancelled: 2,
  sent: 3,
};

/** The sends of a outbox excerpt. */
export function sendsOf(entries: readonly OutboxEntry[]): readonly TrackedSend[] {
  return entries.filter((entry) => entry.kind === 'send');
}

/** Outbox and this window as one history, oldest first. Where both know a send, the one that knows more is believed. */
export function mergeSends(outbox: readonly TrackedSend[], local: readonly TrackedSend[]): readonly TrackedSend[] {
  const known = new Map(outbox.map((send) => [send.id, send]));
  for (const send of local) {
    const written = known.get(send.id);
    if (written === undefined || RANK[send.state.name] > RANK[written.state.name]) known.set(send.id, send);
  }
  return [...known.values()].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

/** Unconfirmed sends that still wait for the user: nothing sent in their place since. */
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
