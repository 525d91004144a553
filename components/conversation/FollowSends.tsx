import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { useFollow } from '@/lib/ui/use-follow';

interface Followed {
  readonly messageId: MessageId;
  readonly acceptedAtMs: number;
}

interface FollowSendsProps {
  readonly sends: readonly Followed[];
  readonly onMessage: (message: Message) => void;
}

/** Shows nothing: looks after accepted messages until their status is known. */
export function FollowSends({ sends, onMessage }: FollowSendsProps) {
  return sends.map((send) => <FollowOne key={send.messageId} {...send} onMessage={onMessage} />);
}

function FollowOne({ messageId, acceptedAtMs, onMessage }: Followed & Pick<FollowSendsProps, 'onMessage'>) {
  useFollow(messageId, acceptedAtMs, onMessage);
  return null;
}
