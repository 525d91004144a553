import { useRef } from 'react';
import { Composer } from '@/components/conversation/composer/Composer';
import { ComposerTools } from '@/components/conversation/composer/ComposerTools';
import { SenderFilter } from '@/components/conversation/composer/SenderFields';
import { Hidden } from '@/components/ui/Hidden';
import { linkedinReference } from '@/lib/domain/identity';
import { FollowSends } from '@/lib/ui/conversation/follow-sends';
import { useUpdateCachedMessage } from '@/lib/ui/conversation/use-thread';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import type { ContactStatusState } from '@/lib/ui/profile/use-contact-status';
import styles from './PanelScreen.module.css';
import { PanelThread } from './PanelThread';
import { ContactChips, type Following, PersonHeader, senderName } from './PersonHeader';
import { type ConversationSource, usePanelConversation } from './use-panel-conversation';

interface PanelConversationProps extends ConversationSource {
  readonly statusLookup: ContactStatusState;
  readonly following: Following;
}

/** The conversation with one contact: header, thread and composer. Remounted for another contact. */
export function PanelConversation(props: PanelConversationProps) {
  const conversation = usePanelConversation(props);
  const { contact, personName, openedAtMs, filter, thread, sends, senders, threadSenders, composer } = conversation;
  const { statusLookup } = props;
  const threadRegion = useRef<HTMLDivElement>(null);
  const updateCachedMessage = useUpdateCachedMessage();
  const reference = linkedinReference(props.identity);

  return (
    <div className={styles.conversation}>
      <PersonHeader
        name={contact.name}
        headline={contact.headline}
        reference={reference}
        following={props.following}
        asOf={thread.asOf}
        refreshing={thread.refreshing || statusLookup.asking}
        onRefresh={() => {
          thread.refresh();
          statusLookup.refresh();
        }}
        onOpen={() => {
          panelNavigation.conversation(contact.id, filter ?? composer.sender?.id ?? null);
        }}
      >
        <div className={styles.tools}>
          <ContactChips contactStatus={props.contactStatus} senders={senders} />
          {threadSenders.length > 1 && (
            <SenderFilter senders={threadSenders} value={filter} onChange={conversation.setFilter} />
          )}
        </div>
      </PersonHeader>
      <PanelThread
        key={filter ?? 'all'}
        personName={personName}
        thread={thread}
        sends={sends}
        filter={filter}
        nameOf={(id) => senderName(senders, id)}
        severalSenders={threadSenders.length > 1}
        nowMs={openedAtMs}
        regionRef={threadRegion}
        retry={props.sends.retry}
        actions={conversation.actions}
      />
      <Composer
        recipient={`${contact.id} ${composer.sender?.id ?? ''}`}
        personName={personName}
        sender={composer.sender}
        text={composer.text}
        onText={composer.setText}
        sendCheck={composer.sendCheck}
        isUnsaved={props.drafts.unsaved}
        refusal={composer.refusal}
        onSend={conversation.sendText}
        onConnect={panelNavigation.options}
        onLeave={() => threadRegion.current?.focus()}
        nowMs={openedAtMs}
        area={conversation.composerText}
        tools={
          <ComposerTools
            senders={composer.senders}
            sender={composer.sender}
            connections={contact.connections}
            error={conversation.sendersError}
            onRetry={conversation.retrySenders}
            onChoose={composer.choose}
            otherDraft={composer.otherDraft}
            onText={composer.setText}
          />
        }
      />
      <FollowSends sends={conversation.followed} onMessage={updateCachedMessage} />
      <div role="status">
        <Hidden>{conversation.announcement}</Hidden>
      </div>
    </div>
  );
}
