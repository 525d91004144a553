import type { SenderConnection } from '@/lib/domain/contact';
import type { Message, Sender } from '@/lib/domain/conversation';
import type { SenderId } from '@/lib/domain/ids';

/**
 * Senders that have a part in a conversation: connected with the contact, known to have written, or in the loaded
 * messages. The chosen one always stays among them.
 */
export function threadSendersOf(
  senders: readonly Sender[],
  connections: readonly SenderConnection[],
  messages: readonly Message[],
  chosen: SenderId | null,
): readonly Sender[] {
  const heard = new Set<string | null>([chosen]);
  for (const { senderId } of messages) heard.add(senderId);
  for (const connection of connections)
    if (connection.connected || connection.lastMessageAt !== null) heard.add(connection.senderId);
  return senders.filter(({ id }) => heard.has(id));
}
