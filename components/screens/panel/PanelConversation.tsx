import { useMemo, useRef, useState } from 'react';
import { Composer } from '@/components/conversation/composer/Composer';
import { ComposerTools } from '@/components/conversation/composer/ComposerTools';
import { SenderFilter } from '@/components/conversation/composer/SenderFields';
import { sendersInThread } from '@/components/conversation/composer/sender-choice';
import { useComposer } from '@/components/conversation/composer/use-composer';
import { sendAnnouncement } from '@/components/conversation/thread/status-words';
import { Hidden } from '@/components/ui/Hidden';
import type { ContactStatus } from '@/lib/domain/contact';
import { type LinkedInIdentity, linkedinReference } from '@/lib/domain/identity';
import type { SenderId } from '@/lib/domain/ids';
import { FollowSends, sendsToFollow } from '@/lib/ui/conversation/follow-sends';
import { mergeSends, sendsOf } from '@/lib/ui/conversation/tracked-sends';
import { newEntryId, type Sends } from '@/lib/ui/conversation/use-sends';
import { useKeepFresh, useThread, useUpdateCachedMessage } from '@/lib/ui/conversation/use-thread';
import type { UnsentDrafts } from '@/lib/ui/drafts/use-drafts';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import type { ContactStatusState } from '@/lib/ui/profile/use-contact-status';
import { useWorkerQuery } from '@/lib/ui/worker/worker-query';
import styles from './PanelScreen.module.css';
import { PanelThread } from './PanelThread';
import { ContactChips, type Following, PersonHeader, senderName } from './PersonHeader';
import type { PanelSession } from './panel-view';

interface PanelConversationProps {
  readonly identity: LinkedInIdentity;
  readonly contactStatus: Extract<ContactStatus, { readonly kind: 'present' }>;
  readonly statusLookup: ContactStatusState;
  readonly following: Following;
  readonly session: PanelSession;
  readonly drafts: UnsentDrafts;
  readonly sends: Sends;
}

/** How many outbox entries are searched for sends to this contact; the maximum of the protocol. */
const OUTBOX_LIMIT = 100;

/** The conversation with one contact: header, thread and composer. Remounted for another contact. */
export function PanelConversation(props: PanelConversationProps) {
  const { identity, contactStatus, statusLookup, session, drafts } = props;
  const { contact } = contactStatus;
  const personName = contact.name ?? linkedinReference(identity);
  const [openedAtMs] = useState(() => Date.now());
  const [filter, setFilter] = useState<SenderId | null>(null);
  const threadRegion = useRef<HTMLDivElement>(null);
  const composerText = useRef<HTMLTextAreaElement>(null);

  const thread = useThread(contact.id, filter);
  const senders = useWorkerQuery('senders.get', { fresh: false });
  const outbox = useWorkerQuery('outbox.recent', { contactId: contact.id, limit: OUTBOX_LIMIT });
  const updateCachedMessage = useUpdateCachedMessage();
  const { local } = props.sends;
  const sends = useMemo(
    () =>
      mergeSends(
        sendsOf(outbox.data ?? []),
        local.filter(({ contactId }) => contactId === contact.id),
      ),
    [outbox.data, local, contact.id],
  );
  const byId = useMemo(
    () => new Map((thread.messages ?? []).map((message) => [message.id, message])),
    [thread.messages],
  );

  const refresh = (): void => {
    thread.refresh();
    statusLookup.refresh();
  };
  useKeepFresh(thread.asOf, thread.refresh);

  const composer = useComposer({
    contactId: contact.id,
    connections: contact.connections,
    session,
    senders: senders.data?.value ?? null,
    messages: thread.messages,
    threadFailed: thread.error !== null,
    sends,
    outboxKnown: outbox.data !== undefined,
    drafts,
  });
  const knownSenders = senders.data?.value ?? null;
  const threadSenders = useMemo(
    () => sendersInThread(knownSenders ?? [], contact.connections, thread.messages ?? [], filter),
    [knownSenders, contact.connections, thread.messages, filter],
  );
  const lastOwn = local.findLast(({ contactId }) => contactId === contact.id);

  return (
    <div className={styles.conversation}>
      <PersonHeader
        name={contact.name}
        headline={contact.headline}
        reference={linkedinReference(identity)}
        following={props.following}
        asOf={thread.asOf}
        refreshing={thread.refreshing || statusLookup.asking}
        onRefresh={refresh}
        onOpen={() => {
          panelNavigation.conversation(contact.id, filter ?? composer.sender?.id ?? null);
        }}
      >
        <div className={styles.tools}>
          <ContactChips contactStatus={contactStatus} senders={knownSenders} />
          {threadSenders.length > 1 && <SenderFilter senders={threadSenders} value={filter} onChange={setFilter} />}
        </div>
      </PersonHeader>
      <PanelThread
        key={filter ?? 'all'}
        personName={personName}
        thread={thread}
        sends={sends}
        filter={filter}
        nameOf={(id) => senderName(knownSenders, id)}
        severalSenders={threadSenders.length > 1}
        nowMs={openedAtMs}
        regionRef={threadRegion}
        retry={props.sends.retry}
        actions={{
          cancel: async (send) => {
            const cancelled = await props.sends.cancel(send);
            // The button disappeared with its row; the text is back in the composer.
            if (cancelled.ok) composerText.current?.focus();
            return cancelled;
          },
          check: props.sends.reconcile,
          openInGetSales: (send) => {
            panelNavigation.conversation(contact.id, send.senderId);
          },
          sendAgain: ({ id, senderId, text }) =>
            props.sends.send({
              entryId: newEntryId(),
              contactId: contact.id,
              senderId,
              personName,
              text,
              overrides: id,
            }),
        }}
      />
      <Composer
        recipient={`${contact.id} ${composer.sender?.id ?? ''}`}
        personName={personName}
        sender={composer.sender}
        text={composer.text}
        onText={composer.setText}
        sendCheck={composer.sendCheck}
        isUnsaved={drafts.unsaved}
        refusal={composer.refusal}
        onSend={(entryId) =>
          composer.sender === null
            ? Promise.resolve(null)
            : props.sends.send({
                entryId,
                contactId: contact.id,
                senderId: composer.sender.id,
                personName,
                text: composer.text,
                overrides: null,
              })
        }
        onConnect={panelNavigation.options}
        onLeave={() => threadRegion.current?.focus()}
        nowMs={openedAtMs}
        area={composerText}
        tools={
          <ComposerTools
            senders={composer.senders}
            sender={composer.sender}
            connections={contact.connections}
            error={knownSenders === null ? senders.error : null}
            onRetry={() => void senders.refetch()}
            onChoose={composer.choose}
            otherDraft={composer.otherDraft}
            onText={composer.setText}
          />
        }
      />
      <FollowSends
        sends={sendsToFollow(sends, props.sends.retried, byId, openedAtMs)}
        onMessage={updateCachedMessage}
      />
      <div role="status">
        <Hidden>
          {sendAnnouncement(
            sends.find(({ id }) => id === lastOwn?.id),
            byId,
            personName,
          )}
        </Hidden>
      </div>
    </div>
  );
}
