import type { Message } from '@/lib/domain/conversation';
import type { OutboxEntry, SendEntry } from '@/lib/domain/outbox-entry';

/** How much earlier than our dispatch a server may have dated a message. */
const TOLERANCE_MS = 10_000;

/**
 * The one sentMessages message that can only be this intent's (docs/reliability.md#sending-a-message, step 7): not there before, same text
 * after normalisation, dated after the dispatch at the server's clock, not claimed by another entry, and not rather that
 * of a later copy which left deliberately. Null when there is none or more than one: then a human decides.
 *
 * @param siblings the contact's entries as the outbox had them after the sentMessages was asked
 */
export function matchSent(
  entry: SendEntry,
  sentMessages: readonly Message[],
  siblings: readonly OutboxEntry[],
): Message | null {
  const claimed = new Set(siblings.flatMap((other) => claimedBy(other, entry)));
  const later = siblings.filter(isOpen).filter((other) => leftAt(other) > leftAt(entry));
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
    sameText(message.text ?? '', entry.text) &&
    isDatedAfter(message, entry)
  );
}

/** Of those that left and whose fate is open, the last one that a message can be of is the one that it is of. */
function isOpen(other: OutboxEntry): other is SendEntry {
  return other.kind === 'send' && ['dispatching', 'unknown'].includes(other.state.name);
}

function leftAt({ dispatchedAt, createdAt }: SendEntry): string {
  return dispatchedAt ?? createdAt;
}

function claimedBy(other: OutboxEntry, entry: SendEntry): readonly string[] {
  return other.kind === 'send' && other.id !== entry.id && other.state.name === 'sent' ? [other.state.messageId] : [];
}

/** Without a server clock the baseline alone has to do. */
function isDatedAfter(message: Message, entry: SendEntry): boolean {
  if (entry.skewMs === null || message.createdAt === null) return true;
  return Date.parse(message.createdAt) >= Date.parse(leftAt(entry)) + entry.skewMs - TOLERANCE_MS;
}

/** Whether two texts are the same message: what a server may change on the way does not count. */
export function sameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}
