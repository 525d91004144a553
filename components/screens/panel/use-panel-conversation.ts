import { useMemo, useRef, useState } from 'react';
import { sendersInThread } from '@/components/conversation/composer/sender-choice';
import { useComposer } from '@/components/conversation/composer/use-composer';
import type { SendActions } from '@/components/conversation/thread/SendRow';
import { sendAnnouncement } from '@/components/conversation/thread/status-words';
import type { ContactStatus } from '@/lib/domain/contact';
import { type LinkedInIdentity, linkedinReference } from '@/lib/domain/identity';
import type { ContactId, EntryId, SenderId } from '@/lib/domain/ids';
import { sendsToFollow } from '@/lib/ui/conversation/follow-sends';
import { mergeSends, sendsOf, type TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { newEntryId, type Sends } from '@/lib/ui/conversation/use-sends';
import { useKeepFresh, useThread } from '@/lib/ui/conversation/use-thread';
import type { UnsentDrafts } from '@/lib/ui/drafts/use-drafts';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import { useWorkerQuery } from '@/lib/ui/worker/worker-query';
import type { PanelSession } from './panel-view';

export interface ConversationSource {
  readonly identity: LinkedInIdentity;
  readonly contactStatus: Extract<ContactStatus, { readonly kind: 'present' }>;
  readonly session: PanelSession;
  readonly drafts: UnsentDrafts;
  readonly sends: Sends;
}

/** Everything that the panel knows about one conversation and can do in it. One contact per mount. */
export function usePanelConversation({ identity, contactStatus, session, drafts, sends: ours }: ConversationSource) {
  const { contact } = contactStatus;
  const personName = contact.name ?? linkedinReference(identity);
  const [openedAtMs] = useState(() => Date.now());
  const [filter, setFilter] = useState<SenderId | null>(null);
  const composerText = useRef<HTMLTextAreaElement>(null);

  const thread = useThread(contact.id, filter);
  useKeepFresh(thread.asOf, thread.refresh);
  const byId = useMemo(
    () => new Map((thread.messages ?? []).map((message) => [message.id, message])),
    [thread.messages],
  );
  const { sends, outboxKnown } = useSendsTo(contact.id, ours.local);
  const sendersQuery = useWorkerQuery('senders.get', { fresh: false });
  const senders = sendersQuery.data?.value ?? null;
  const threadSenders = useMemo(
    () => sendersInThread(senders ?? [], contact.connections, thread.messages ?? [], filter),
    [senders, contact.connections, thread.messages, filter],
  );
  const composer = useComposer({
    contactId: contact.id,
    connections: contact.connections,
    session,
    senders,
    messages: thread.messages,
    threadFailed: thread.error !== null,
    sends,
    outboxKnown,
    drafts,
  });

  const send = (entryId: EntryId, senderId: SenderId, text: string, overrides: EntryId | null) =>
    ours.send({ entryId, contactId: contact.id, senderId, personName, text, overrides });
  const actions: SendActions = {
    cancel: async (queued) => {
      const cancelled = await ours.cancel(queued);
      // The button disappeared with its row; the text is back in the composer.
      if (cancelled.ok) composerText.current?.focus();
      return cancelled;
    },
    check: ours.reconcile,
    openInGetSales: ({ senderId }) => {
      panelNavigation.conversation(contact.id, senderId);
    },
    sendAgain: ({ id, senderId, text }) => send(newEntryId(), senderId, text, id),
  };
  const lastOwn = ours.local.findLast(({ contactId }) => contactId === contact.id);

  return {
    contact,
    personName,
    openedAtMs,
    filter,
    setFilter,
    composerText,
    thread,
    sends,
    senders,
    sendersError: senders === null ? sendersQuery.error : null,
    retrySenders: () => void sendersQuery.refetch(),
    threadSenders,
    composer,
    actions,
    /** Sends the composer's text; null without a sender. */
    sendText: (entryId: EntryId) =>
      composer.sender === null ? Promise.resolve(null) : send(entryId, composer.sender.id, composer.text, null),
    followed: sendsToFollow(sends, ours.retried, byId, openedAtMs),
    announcement: sendAnnouncement(
      sends.find(({ id }) => id === lastOwn?.id),
      byId,
      personName,
    ),
  };
}

/** The sends to a contact, of the outbox and of this window. */
function useSendsTo(contactId: ContactId, local: readonly TrackedSend[]) {
  const outbox = useWorkerQuery('outbox.recent', { contactId });
  const sends = useMemo(
    () =>
      mergeSends(
        sendsOf(outbox.data ?? []),
        local.filter((each) => each.contactId === contactId),
      ),
    [outbox.data, local, contactId],
  );
  return { sends, outboxKnown: outbox.data !== undefined };
}
