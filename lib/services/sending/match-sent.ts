import type { Message } from '@/lib/domain/conversation';
import type { Intent, SendIntent } from '@/lib/domain/outbox-entry';

/** How much earlier than our dispatch a server may have dated a message. */
const TOLERANCE_MS = 10_000;

/**
 * The one outbox message that can only be this intent's (reliability.md section 3, step 7): not there before, same text
 * after normalisation, dated after the dispatch at the server's clock, not claimed by another intent, and not rather that
 * of a later copy which left deliberately. Null when there is none or more than one: then a human decides.
 *
 * @param siblings the contact's intents as the journal had them after the outbox was asked
 */
export function matchSent(intent: SendIntent, outbox: readonly Message[], siblings: readonly Intent[]): Message | null {
  const claimed = new Set(siblings.flatMap((other) => claimedBy(other, intent)));
  const later = siblings.filter(isOpen).filter((other) => leftAt(other) > leftAt(intent));
  const candidates = outbox.filter(
    (message) => mayBe(message, intent) && !claimed.has(message.id) && !later.some((other) => mayBe(message, other)),
  );
  const [only, ...more] = candidates;
  return only !== undefined && more.length === 0 ? only : null;
}

function mayBe(message: Message, intent: SendIntent): boolean {
  return (
    message.direction === 'out' &&
    message.senderId === intent.senderId &&
    !intent.baseline.includes(message.id) &&
    sameText(message.text ?? '', intent.text) &&
    isDatedAfter(message, intent)
  );
}

/** Of those that left and whose fate is open, the last one that a message can be of is the one that it is of. */
function isOpen(other: Intent): other is SendIntent {
  return other.kind === 'send' && ['dispatching', 'unknown'].includes(other.state.name);
}

function leftAt({ dispatchedAt, createdAt }: SendIntent): string {
  return dispatchedAt ?? createdAt;
}

function claimedBy(other: Intent, intent: SendIntent): readonly string[] {
  return other.kind === 'send' && other.id !== intent.id && other.state.name === 'sent' ? [other.state.messageId] : [];
}

/** Without a server clock the baseline alone has to do. */
function isDatedAfter(message: Message, intent: SendIntent): boolean {
  if (intent.skewMs === null || message.createdAt === null) return true;
  return Date.parse(message.createdAt) >= Date.parse(leftAt(intent)) + intent.skewMs - TOLERANCE_MS;
}

/** Whether two texts are the same message: what a server may change on the way does not count. */
export function sameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}
