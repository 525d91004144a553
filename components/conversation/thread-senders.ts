import type { SenderTie } from '@/lib/domain/contact';
import type { Message, Sender } from '@/lib/domain/conversation';
import type { SenderId } from '@/lib/domain/ids';

/**
 * Senders that have a part in a conversation: connected with the contact, known to have written, or in the loaded
 * messages. The chosen one always stays among them.
 */
export function voicesOf(
  senders: readonly Sender[],
  ties: readonly SenderTie[],
  messages: readonly Message[],
  chosen: SenderId | null,
): readonly Sender[] {
  const heard = new Set<string | null>([chosen]);
  for (const { senderId } of messages) heard.add(senderId);
  for (const tie of ties) if (tie.connected || tie.lastMessageAt !== null) heard.add(tie.senderId);
  return senders.filter(({ id }) => heard.has(id));
}
