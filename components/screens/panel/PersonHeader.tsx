import type { ReactNode } from 'react';
import { runningAutomations } from '@/components/person/adding/contact-status-facts';
import { Avatar } from '@/components/ui/Avatar';
import { Chip } from '@/components/ui/Chip';
import { classes } from '@/components/ui/classes';
import type { ContactStatus } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { formatTimeOrDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './PersonHeader.module.css';

/** Whether the panel is pinned or follows the tab, and how to switch. */
export interface Following {
  readonly pinned: boolean;
  /** Pinned, while the tab shows another person. */
  readonly isTabElsewhere: boolean;
  readonly toggle: () => void;
}

interface PersonHeaderProps {
  readonly name: string | null;
  readonly headline: string | null;
  /** Always shown beside the name, since different people can have the same name. */
  readonly reference: string;
  readonly following: Following;
  /** When GetSales last answered, ISO; null before the first answer. */
  readonly asOf: string | null;
  readonly refreshing: boolean;
  /** Null until the first answer. */
  readonly onRefresh: (() => void) | null;
  /** Null when there is nothing to open. */
  readonly onOpen: (() => void) | null;
  /** Chips and controls below the name. */
  readonly children?: ReactNode;
}

/** The person of the panel: name, headline, address, time of the data, and links. */
export function PersonHeader(props: PersonHeaderProps) {
  const { name, headline, reference, following, children } = props;
  return (
    <header className={styles.header}>
      <div className={styles.person}>
        <Avatar name={name} />
        <div className={styles.who}>
          <div className={styles.line}>
            <h1 className={styles.name} dir="auto">
              {name ?? reference}
            </h1>
            <button
              type="button"
              className={classes(styles.follow, following.pinned && styles.pinned)}
              title={following.pinned ? t('panel.header.pinnedHint') : t('panel.header.followingHint')}
              onClick={following.toggle}
            >
              {following.pinned ? t('panel.header.pinned') : t('panel.header.following')}
            </button>
          </div>
          {headline !== null && (
            <p className={styles.headline} dir="auto">
              {headline}
            </p>
          )}
          {name !== null && (
            <p className={styles.slug}>
              <bdi>{reference}</bdi>
            </p>
          )}
          <Meta {...props} />
        </div>
      </div>
      {children}
      {following.isTabElsewhere && (
        <p className={styles.elsewhere} role="status">
          {t('panel.header.elsewhere')}
          <button type="button" className={styles.link} onClick={following.toggle}>
            {t('panel.header.followNow')}
          </button>
        </p>
      )}
    </header>
  );
}

function Meta({ asOf, refreshing, onRefresh, onOpen }: PersonHeaderProps) {
  return (
    <p className={styles.meta}>
      {asOf !== null && <span>{t('common.asOf', { time: formatTimeOrDate(asOf) })}</span>}
      {onRefresh !== null && (
        <button type="button" className={styles.link} aria-busy={refreshing || undefined} onClick={onRefresh}>
          {refreshing ? t('panel.header.refreshing') : t('common.refresh')}
        </button>
      )}
      {onOpen !== null && (
        <button type="button" className={styles.link} onClick={onOpen}>
          {t('common.openInGetSales')}
        </button>
      )}
    </p>
  );
}

interface ContactChipsProps {
  readonly contactStatus: Extract<ContactStatus, { readonly kind: 'present' }>;
  /** Null until known. */
  readonly senders: readonly Sender[] | null;
}

/** The contact's list, stage, running automations and connected senders. */
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

/** A sender's name; a neutral word for a sender that is not known. */
export function senderName(senders: readonly Sender[] | null, id: string | null): string {
  return senders?.find((sender) => sender.id === id)?.name ?? t('panel.sender.unknown');
}
