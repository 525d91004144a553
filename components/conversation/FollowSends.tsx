import type { Message } from '@/lib/domain/conversation';
import type { Accepted } from '@/lib/ui/conversation/follow-schedule';
import { useFollow } from '@/lib/ui/conversation/follow-sends';

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
