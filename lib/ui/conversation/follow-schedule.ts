import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import type { TrackedSend } from './tracked-sends';

/** When a message that GetSales accepted is looked at again, ms after it was accepted (docs/getsales-api.md#send). */
export const FOLLOW_AT_MS: readonly number[] = [3_000, 10_000, 30_000, 60_000];

const LAST_LOOK_MS = 60_000;

/** Looks still to be made at `nowMs` for a message accepted at `acceptedAtMs`, as delays from now. */
export function followDelays(acceptedAtMs: number, nowMs: number): readonly number[] {
  const age = Math.max(0, nowMs - acceptedAtMs);
  return FOLLOW_AT_MS.filter((at) => at > age).map((at) => at - age);
}

/** A message whose fate is still open. `sending` and words that we do not know may change; `sent` and `failed` do not. */
export function isOpen(message: Message | undefined): boolean {
  return message === undefined || message.state === 'queued' || message.state === 'sending';
}

/** A message that GetSales accepted, for the first time or again. */
export interface Accepted {
  readonly messageId: MessageId;
  readonly acceptedAtMs: number;
}

/** Our own accepted messages that are worth following: accepted lately, not yet at an end. */
export function toFollow(
  sends: readonly TrackedSend[],
  retried: readonly Accepted[],
  messages: ReadonlyMap<MessageId, Message>,
  nowMs: number,
): readonly Accepted[] {
  const sent = sends.flatMap(({ state, settledAt, createdAt }) =>
    state.name === 'sent' ? [{ messageId: state.messageId, acceptedAtMs: Date.parse(settledAt ?? createdAt) }] : [],
  );
  const newest = new Map([...sent, ...retried.filter(({ messageId }) => messages.has(messageId))].map(byMessage));
  return [...newest.values()].filter(
    ({ messageId, acceptedAtMs }) => nowMs - acceptedAtMs < LAST_LOOK_MS && isOpen(messages.get(messageId)),
  );
}

function byMessage(accepted: Accepted): [MessageId, Accepted] {
  return [accepted.messageId, accepted];
}
