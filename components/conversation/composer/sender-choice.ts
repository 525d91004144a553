import type { SenderConnection } from '@/lib/domain/contact';
import type { Message, Sender } from '@/lib/domain/conversation';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { draftKey } from '@/lib/ui/drafts/draft-keys';

export interface SenderFacts {
  readonly contactId: ContactId;
  readonly senders: readonly Sender[];
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly connections: readonly SenderConnection[];
  /** The default sender from the options page. */
  readonly defaultId: string | null;
  /** Drafts by key. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** Senders with a LinkedIn account. Senders disabled in GetSales can still write (docs/getsales-api.md#senders). */
export function writingSenders(senders: readonly Sender[]): readonly Sender[] {
  return senders.filter(({ canWrite }) => canWrite);
}

/**
 * The sender to preselect, out of those that can write: the sender of the only draft, else the receiver of the contact's newest
 * message, else the connected sender who wrote last, else the user's default. Null: the user has to choose.
 */
export function defaultSender(facts: SenderFacts): SenderId | null {
  const able = writingSenders(facts.senders);
  const idIfAble = (id: string | null | undefined): SenderId | null =>
    able.find((sender) => sender.id === id)?.id ?? null;
  const drafted = able.filter(({ id }) => (facts.drafts[draftKey(facts.contactId, id)] ?? '').trim() !== '');
  const [onlyDrafted] = drafted.length === 1 ? drafted : [];
  const newestInbox = facts.messages.findLast(({ direction }) => direction === 'in');
  return (
    onlyDrafted?.id ??
    idIfAble(newestInbox?.senderId) ??
    idIfAble(connectedSender(facts.connections, able)) ??
    idIfAble(facts.defaultId)
  );
}

/** The connected sender who wrote last, out of those that can write. */
function connectedSender(connections: readonly SenderConnection[], able: readonly Sender[]): SenderId | null {
  const connected = connections.filter(
    (connection) => connection.connected && able.some(({ id }) => id === connection.senderId),
  );
  const [best] = [...connected].sort((a, b) => wroteAt(b) - wroteAt(a));
  return best?.senderId ?? null;
}

/** Whether this sender and the contact are connected on LinkedIn. */
export function isConnected(connections: readonly SenderConnection[], senderId: SenderId | undefined): boolean {
  return connections.some((connection) => connection.senderId === senderId && connection.connected);
}

function wroteAt(connection: SenderConnection): number {
  return connection.lastMessageAt === null ? 0 : Date.parse(connection.lastMessageAt);
}

/**
 * Senders that take part in a conversation: connected to the contact, known to have written, or in the loaded messages. The
 * chosen one is always included.
 */
export function sendersInThread(
  senders: readonly Sender[],
  connections: readonly SenderConnection[],
  messages: readonly Message[],
  chosen: SenderId | null,
): readonly Sender[] {
  const involved = new Set<string | null>([chosen]);
  for (const { senderId } of messages) involved.add(senderId);
  for (const connection of connections)
    if (connection.connected || connection.lastMessageAt !== null) involved.add(connection.senderId);
  return senders.filter(({ id }) => involved.has(id));
}
