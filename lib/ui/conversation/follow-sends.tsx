import { useEffect } from 'react';
import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { useCall } from '@/lib/ui/worker/worker-query';
import { type Accepted, followDelays } from './follow-schedule';

/**
 * Looks at an accepted message again at 3, 10, 30 and 60 s after it was accepted, and hands on what it found. A look
 * that fails is left out: the next one, or Refresh, tells.
 */
export function useFollow(messageId: MessageId, acceptedAtMs: number, onMessage: (message: Message) => void): void {
  const call = useCall();
  useEffect(() => {
    const timers = followDelays(acceptedAtMs, Date.now()).map((delay) =>
      setTimeout(() => {
        void call('message.follow', { messageId }).then((seen) => {
          if (seen.ok) onMessage(seen.value);
        });
      }, delay),
    );
    return () => {
      timers.forEach(clearTimeout);
    };
  }, [call, messageId, acceptedAtMs, onMessage]);
}

interface FollowSendsProps {
  readonly sends: readonly Accepted[];
  readonly onMessage: (message: Message) => void;
}

/** Shows nothing: looks after accepted messages until their status is known. */
export function FollowSends({ sends, onMessage }: FollowSendsProps) {
  return sends.map((send) => (
    <FollowOne key={`${send.messageId} ${String(send.acceptedAtMs)}`} {...send} onMessage={onMessage} />
  ));
}

function FollowOne({ messageId, acceptedAtMs, onMessage }: Accepted & Pick<FollowSendsProps, 'onMessage'>) {
  useFollow(messageId, acceptedAtMs, onMessage);
  return null;
}
