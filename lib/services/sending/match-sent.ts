import type { Message } from '@/lib/domain/conversation';
import type { OutboxEntry, SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { isSameText } from '@/lib/domain/same-text';
import { canMatchSent } from '@/lib/domain/outbox/send-transitions';

/** How much earlier than our dispatch a server may have dated a message. */
const TOLERANCE_MS = 10_000;

/**
 * The one message at GetSales that must be this entry's (docs/reliability.md#sending-a-message, step 7): not there before,
 * the same text after normalisation, dated after the dispatch by the server's clock, and not claimed by another entry. If
 * several open sends match a message, the latest one gets it. Null when no message or more than one qualifies: the user
 * decides then.
 *
 * @param siblings the contact's entries, newest first, read after `sentMessages` was answered
 */
export function matchSent(
  entry: SendEntry,
  sentMessages: readonly Message[],
  siblings: readonly OutboxEntry[],
): Message | null {
  const claimed = new Set(siblings.flatMap((other) => claimedBy(other, entry)));
  const place = siblings.findIndex(({ id }) => id === entry.id);
  const later = siblings.slice(0, Math.max(0, place)).filter(isOpen);
  const candidates = sentMessages.filter(
    (message) => mayBe(message, entry) && !claimed.has(message.id) && !later.some((other) => mayBe(message, other)),
  );
  const [only, ...more] = candidates;
  return only !== undefined && more.length === 0 ? only : null;
}

function mayBe(message: Message, entry: SendEntry): boolean {
  return (
    message.direction === 'out' &&
    message.senderId === entry.senderId &&
    !entry.baseline.includes(message.id) &&
    isSameText(message.text ?? '', entry.text) &&
    isDatedAfter(message, entry)
  );
}

function isOpen(other: OutboxEntry): other is SendEntry {
  return other.kind === 'send' && canMatchSent(other);
}

function claimedBy(other: OutboxEntry, entry: SendEntry): readonly string[] {
  return other.kind === 'send' && other.id !== entry.id && other.state.name === 'sent' ? [other.state.messageId] : [];
}

/** Without a server clock only the baseline excludes older messages. */
function isDatedAfter(message: Message, entry: SendEntry): boolean {
  if (entry.skewMs === null || message.createdAt === null) return true;
  return (
    Date.parse(message.createdAt) >= Date.parse(entry.dispatchedAt ?? entry.createdAt) + entry.skewMs - TOLERANCE_MS
  );
}
