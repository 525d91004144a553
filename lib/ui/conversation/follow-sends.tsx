import { useEffect } from 'react';
import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { useWorkerCall } from '@/lib/ui/worker/worker-query';
import { type AcceptedMessage, followDelays } from './follow-schedule';

/**
 * Checks an accepted message 3, 10, 30 and 60 s after it was accepted and passes on its status. A failed check is skipped.
 */
export function useFollow(messageId: MessageId, acceptedAtMs: number, onMessage: (message: Message) => void): void {
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
