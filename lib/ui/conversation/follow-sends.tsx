import { useEffect } from 'react';
import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { useWorkerCall } from '@/lib/ui/worker/worker-query';
import type { TrackedSend } from './tracked-sends';

/** When the status of an accepted message is checked, ms after GetSales accepted it (docs/getsales-api.md#send). */
const FOLLOW_AT_MS: readonly number[] = [3_000, 10_000, 30_000, 60_000];

const LAST_CHECK_MS = 60_000;

/** Delays from `nowMs` until the remaining checks of a message accepted at `acceptedAtMs`. */
export function followDelays(acceptedAtMs: number, nowMs: number): readonly number[] {
  const age = Math.max(0, nowMs - acceptedAtMs);
  return FOLLOW_AT_MS.filter((at) => at > age).map((at) => at - age);
}

/** Whether the message's status may still change: it is not listed yet, queued, or being sent. */
export function isOpen(message: Message | undefined): boolean {
  return message === undefined || message.state === 'queued' || message.state === 'sending';
}

/** A message that GetSales accepted, at first or after a retry. */
export interface AcceptedMessage {
  readonly messageId: MessageId;
  readonly acceptedAtMs: number;
}

/** Our own messages whose status is still checked: accepted recently and not in a final state. */
export function sendsToFollow(
  sends: readonly TrackedSend[],
  retried: readonly AcceptedMessage[],
  messages: ReadonlyMap<MessageId, Message>,
  nowMs: number,
): readonly AcceptedMessage[] {
  const sent = sends.flatMap(({ state, settledAt, createdAt }) =>
    state.name === 'sent' ? [{ messageId: state.messageId, acceptedAtMs: Date.parse(settledAt ?? createdAt) }] : [],
  );
  const newest = new Map([...sent, ...retried.filter(({ messageId }) => messages.has(messageId))].map(byMessage));
  return [...newest.values()].filter(
    ({ messageId, acceptedAtMs }) => nowMs - acceptedAtMs < LAST_CHECK_MS && isOpen(messages.get(messageId)),
  );
}

function byMessage(accepted: AcceptedMessage): [MessageId, AcceptedMessage] {
  return [accepted.messageId, accepted];
}

/**
 * Checks an accepted message 3, 10, 30 and 60 s after it was accepted and passes on its status. A failed check is skipped.
 */
function useFollow(messageId: MessageId, acceptedAtMs: number, onMessage: (message: Message) => void): void {
  const call = useWorkerCall();
  useEffect(() => {
    const timers = followDelays(acceptedAtMs, Date.now()).map((delay) =>
      setTimeout(() => {
        void call('message.follow', { messageId }).then((checked) => {
          if (checked.ok) onMessage(checked.value);
        });
      }, delay),
    );
    return () => {
      timers.forEach(clearTimeout);
    };
  }, [call, messageId, acceptedAtMs, onMessage]);
}

interface FollowSendsProps {
  readonly sends: readonly AcceptedMessage[];
  readonly onMessage: (message: Message) => void;
}

/** Renders nothing: checks accepted messages until their status is final. */
export function FollowSends({ sends, onMessage }: FollowSendsProps) {
  return sends.map((send) => (
    <FollowOne key={`${send.messageId} ${String(send.acceptedAtMs)}`} {...send} onMessage={onMessage} />
  ));
}

function FollowOne({ messageId, acceptedAtMs, onMessage }: AcceptedMessage & Pick<FollowSendsProps, 'onMessage'>) {
  useFollow(messageId, acceptedAtMs, onMessage);
  return null;
}
