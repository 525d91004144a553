import type { Message } from '@/lib/domain/conversation';
import type { Intent, SendIntent } from '@/lib/domain/intent';

/** How much earlier than our dispatch a server may have dated a message. */
const TOLERANCE_MS = 10_000;

/**
 * The one outbox message that can only be this intent's (reliability.md section 3, step 7): not there before, same text
 * after normalisation, dated after the dispatch at the server's clock, not claimed by another intent. Null when there is
 * none or more than one: then a human decides.
 */
export function matchSent(intent: SendIntent, outbox: readonly Message[], siblings: readonly Intent[]): Message | null {
  const claimed = new Set(siblings.flatMap((other) => claimedBy(other, intent)));
  const known = new Set<string>(intent.baseline);
  const candidates = outbox.filter(
    (message) =>
      message.direction === 'out' &&
      message.senderId === intent.senderId &&
      !known.has(message.id) &&
      !claimed.has(message.id) &&
      sameText(message.text ?? '', intent.text) &&
      isDatedAfter(message, intent),
  );
  const [only, ...more] = candidates;
  return only !== undefined && more.length === 0 ? only : null;
}

function claimedBy(other: Intent, intent: SendIntent): readonly string[] {
  return other.kind === 'send' && other.id !== intent.id && other.state.name === 'sent' ? [other.state.messageId] : [];
}

/** Without a server clock the baseline alone has to do. */
function isDatedAfter(message: Message, intent: SendIntent): boolean {
  if (intent.skewMs === null || message.createdAt === null) return true;
  return (
    Date.parse(message.createdAt) >= Date.parse(intent.dispatchedAt ?? intent.createdAt) + intent.skewMs - TOLERANCE_MS
  );
}

/** Whether two texts are the same message: what a server may change on the way does not count. */
export function sameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}
