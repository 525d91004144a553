import type { SenderConnection } from '@/lib/domain/contact';
import type { Message, Sender } from '@/lib/domain/conversation';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { draftKey } from '@/lib/ui/drafts/draft-store';

export interface SenderFacts {
  readonly contactId: ContactId;
  readonly senders: readonly Sender[];
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly connections: readonly SenderConnection[];
  /** The user's default from the options. */
  readonly defaultId: string | null;
  /** Unsent texts by key. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** Senders that can write at all: those with a LinkedIn account. Disabled ones may (docs/getsales-api.md#senders). */
export function writingSenders(senders: readonly Sender[]): readonly Sender[] {
  return senders.filter(({ canWrite }) => canWrite);
}

/**
 * Who should write to this contact: the sender of an unsent draft (when there is just one), else who has the thread
 * (the newest message from the contact), else a sender connected with the contact, else the user's default, else
 * nobody: the user is asked. Only senders that can write.
 */
export function defaultSender(facts: SenderFacts): SenderId | null {
  const able = writingSenders(facts.senders);
  const ableOne = (id: string | null | undefined): SenderId | null =>
    able.find((sender) => sender.id === id)?.id ?? null;
  const drafted = able.filter(({ id }) => (facts.drafts[draftKey(facts.contactId, id)] ?? '').trim() !== '');
  const [onlyDrafted] = drafted.length === 1 ? drafted : [];
  const newestInbox = facts.messages.findLast(({ direction }) => direction === 'in');
  return (
    onlyDrafted?.id ??
    ableOne(newestInbox?.senderId) ??
    ableOne(connectedSender(facts.connections, able)) ??
    ableOne(facts.defaultId)
  );
}

/** Of the connected senders that can write, the one who wrote last. */
function connectedSender(connections: readonly SenderConnection[], able: readonly Sender[]): SenderId | null {
  const connected = connections.filter(
    (connection) => connection.connected && able.some(({ id }) => id === connection.senderId),
  );
  const [best] = [...connected].sort((a, b) => wroteAt(b) - wroteAt(a));
  return best?.senderId ?? null;
}

function wroteAt(connection: SenderConnection): number {
  return connection.lastMessageAt === null ? 0 : Date.parse(connection.lastMessageAt);
}

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
