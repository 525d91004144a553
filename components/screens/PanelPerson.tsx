import { PersonHeader, type Following } from '@/components/conversation/PersonHeader';
import { Chip } from '@/components/ui/Chip';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { identityKey, linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import { useDrafts, type DraftShelf } from '@/lib/ui/drafts/use-drafts';
import { useSends, type Sends } from '@/lib/ui/conversation/use-sends';
import { useLearnMessage } from '@/lib/ui/conversation/use-thread';
import { useSlow } from '@/lib/ui/page/use-slow';
import { useContactStatus } from '@/lib/ui/profile/use-contact-status';
import { PanelConversation } from './PanelConversation';
import type { PanelSession } from './panel-view';
import styles from './PanelScreen.module.css';

/** The person shown, and how the panel follows the tab. */
export interface PersonShown {
  readonly identity: LinkedInIdentity;
  readonly following: Following;
  readonly session: PanelSession;
}

interface PanelPersonProps extends PersonShown {
  readonly drafts: DraftShelf;
  readonly sends: Sends;
}

/** Everyone the panel shows, one at a time. Drafts and messages on their way stay while the panel shows none. */
export function PanelPeople({ person }: { readonly person: PersonShown | null }) {
  const drafts = useDrafts();
  const sends = useSends(drafts.store, useLearnMessage());
  if (person === null) return null;
  return <PanelPerson key={identityKey(person.identity)} {...person} drafts={drafts} sends={sends} />;
}

/** One person: their conversation when GetSales has them, else what is known and what to do. */
function PanelPerson({ identity, following, session, drafts, sends }: PanelPersonProps) {
  const look = useContactStatus(identity);
  const { contactStatus } = look;
  if (contactStatus?.kind === 'present') {
    return (
      <PanelConversation
        key={contactStatus.contact.id}
        identity={identity}
        contactStatus={contactStatus}
        statusLookup={look}
        following={following}
        session={session}
        drafts={drafts}
        sends={sends}
      />
    );
  }
  return (
    <div className={styles.person}>
      <PersonHeader
        name={null}
        headline={null}
        reference={linkedinReference(identity)}
        following={following}
        asOf={contactStatus?.asOf ?? null}
        refreshing={look.asking}
        onRefresh={contactStatus === null && look.error === null ? null : look.refresh}
        onOpen={null}
      >
        {contactStatus !== null && (
          <div>
            <Chip>{t('panel.absent.chip')}</Chip>
          </div>
        )}
      </PersonHeader>
      <div className={styles.body}>
        {look.error !== null && (
          <ErrorNotice
            error={look.error}
            onRetry={look.refresh}
            onConnect={panelNavigation.options}
            retrying={look.asking}
          />
        )}
        {contactStatus !== null ? (
          <Notice tone="plain" title={t('panel.absent.title')} announce="status">
            {t('panel.absent.body')}
          </Notice>
        ) : (
          look.error === null && <Asking />
        )}
      </div>
    </div>
  );
}

function Asking() {
  const slow = useSlow(true);
  return (
    <>
      <Skeleton lines={[70, 55, 85]} label={t('panel.header.asking')} />
      <p className={styles.hint} role="status">
        {slow && t('panel.header.slow')}
      </p>
    </>
  );
}
