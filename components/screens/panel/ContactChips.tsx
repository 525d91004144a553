import type { ContactStatus } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { rich } from '@/lib/ui/page/rich';
import { t } from '@/lib/i18n/text';
import { runningAutomations } from '@/components/person/adding/contact-status-facts';
import { Chip } from '@/components/ui/Chip';
import styles from './PersonHeader.module.css';

interface ContactChipsProps {
  readonly contactStatus: Extract<ContactStatus, { readonly kind: 'present' }>;
  /** Null until known. */
  readonly senders: readonly Sender[] | null;
}

/** Where the contact stands: list, stage, running automations, and who is connected. */
export function ContactChips({ contactStatus, senders }: ContactChipsProps) {
  const { listName, stageName, contact } = contactStatus;
  const connected = contact.connections.filter((connection) => connection.connected);
  return (
    <div className={styles.chips}>
      <Chip>{listName === null ? t('panel.header.noList') : <bdi>{listName}</bdi>}</Chip>
      {stageName !== null && (
        <Chip>
          <bdi>{stageName}</bdi>
        </Chip>
      )}
      {runningAutomations(contactStatus).map((name) => (
        <Chip key={name} tone="care">
          <span>{rich('panel.header.automation', { automation: <bdi>{name}</bdi> })}</span>
        </Chip>
      ))}
      {connected.map(({ senderId }) => (
        <Chip key={senderId} tone="good">
          <span>{rich('panel.header.connected', { sender: <bdi>{senderName(senders, senderId)}</bdi> })}</span>
        </Chip>
      ))}
      {connected.length === 0 && <Chip>{t('panel.header.notConnected')}</Chip>}
    </div>
  );
}

/** A sender's name; a neutral word for one that is not (or not yet) known. */
export function senderName(senders: readonly Sender[] | null, id: string | null): string {
  return senders?.find((sender) => sender.id === id)?.name ?? t('panel.sender.unknown');
}
