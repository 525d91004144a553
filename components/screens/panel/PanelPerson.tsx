import { PersonHeader, type Following } from './PersonHeader';
import { Chip } from '@/components/ui/Chip';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { identityKey, linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import { useDrafts, type UnsentDrafts } from '@/lib/ui/drafts/use-drafts';
import { useSends, type Sends } from '@/lib/ui/conversation/use-sends';
import { useUpdateCachedMessage } from '@/lib/ui/conversation/use-thread';
import { useIsSlow } from '@/lib/ui/page/use-timers';
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
  readonly drafts: UnsentDrafts;
  readonly sends: Sends;
}

/** The people that the panel shows, one at a time. Drafts and sends are kept while the panel shows none. */
export function PanelPeople({ person }: { readonly person: PersonShown | null }) {
  const drafts = useDrafts();
  const sends = useSends(drafts.store, useUpdateCachedMessage());
  if (person === null) return null;
  return <PanelPerson key={identityKey(person.identity)} {...person} drafts={drafts} sends={sends} />;
}

/** One person: their conversation when GetSales has them, otherwise what is known and what to do. */
function PanelPerson({ identity, following, session, drafts, sends }: PanelPersonProps) {
  const lookup = useContactStatus(identity);
  const { contactStatus } = lookup;
  if (contactStatus?.kind === 'present') {
    return (
      <PanelConversation
        key={contactStatus.contact.id}
        identity={identity}
        contactStatus={contactStatus}
        statusLookup={lookup}
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
        refreshing={lookup.asking}
        onRefresh={contactStatus === null && lookup.error === null ? null : lookup.refresh}
        onOpen={null}
      >
        {contactStatus !== null && (
          <div>
            <Chip>{t('panel.absent.chip')}</Chip>
          </div>
        )}
      </PersonHeader>
      <div className={styles.body}>
        {lookup.error !== null && (
          <ErrorNotice
            error={lookup.error}
            onRetry={lookup.refresh}
            onConnect={panelNavigation.options}
            retrying={lookup.asking}
          />
        )}
        {contactStatus !== null ? (
          <Notice
            tone="plain"
            title={rich('panel.absent.title', { person: <bdi>{linkedinReference(identity)}</bdi> })}
            announce="status"
          >
            {t('panel.absent.body')}
          </Notice>
        ) : (
          lookup.error === null && <Asking />
        )}
      </div>
    </div>
  );
}

function Asking() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <Skeleton lines={[70, 55, 85]} label={t('panel.header.asking')} />
      <p className={styles.hint} role="status">
        {isSlow && t('panel.header.slow')}
      </p>
    </>
  );
}
