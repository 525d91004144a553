import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import { identityKey } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import { useSends } from '@/lib/ui/conversation/use-sends';
import { useLearnMessage } from '@/lib/ui/conversation/use-thread';
import { useDrafts } from '@/lib/ui/drafts/use-drafts';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import { usePanelProfile } from '@/lib/ui/profile/use-panel-profile';
import { useSession } from '@/lib/ui/worker/use-session';
import { PanelPerson } from './PanelPerson';
import styles from './PanelScreen.module.css';
import { panelView } from './panel-view';

/** The side panel: the conversation with the person in the tab beside it. */
export function PanelScreen() {
  const { session, retry } = useSession();
  const focus = usePanelProfile();
  const drafts = useDrafts();
  const learn = useLearnMessage();
  const sends = useSends(drafts.store, learn);
  const view = panelView(session, focus.subject);
  return (
    <main className={styles.screen}>
      {view.kind !== 'person' && (
        <h1>
          <Hidden>{t('app.name')}</Hidden>
        </h1>
      )}
      {body()}
    </main>
  );

  function body() {
    switch (view.kind) {
      case 'looking':
        return <PanelSkeleton />;
      case 'connect':
        return <Connect />;
      case 'trouble':
        return (
          <div className={styles.calm}>
            <ErrorNotice error={view.error} onRetry={retry} onConnect={panelNavigation.options} />
          </div>
        );
      case 'hidden':
        return <NotShared />;
      case 'nobody':
        return <Nobody self={view.self} />;
      case 'person': {
        const { identity, pinned, elsewhere } = view.subject;
        const toggle = (): void => {
          if (pinned) focus.follow();
          else focus.pin(identity);
        };
        return (
          <PanelPerson
            key={identityKey(identity)}
            identity={identity}
            following={{ pinned, elsewhere, toggle }}
            session={view.session}
            drafts={drafts}
            sends={sends}
          />
        );
      }
    }
  }
}

function Connect() {
  return (
    <div className={styles.calm}>
      <Notice
        tone="plain"
        title={t('panel.connect.title')}
        actions={
          <Button look="primary" wide onClick={panelNavigation.options}>
            {t('common.connect')}
          </Button>
        }
      >
        {t('panel.connect.body')}
      </Notice>
    </div>
  );
}

/** The tab's address is not ours to see: the icon shows it once, the permission shows all of LinkedIn. */
function NotShared() {
  return (
    <div className={styles.calm}>
      <Notice
        tone="plain"
        title={t('panel.hidden.title')}
        announce="status"
        actions={<Button onClick={panelNavigation.allowLinkedIn}>{t('panel.hidden.allow')}</Button>}
      >
        {t('panel.hidden.body')}
      </Notice>
      <p className={styles.hint}>{t('panel.hidden.allowHint')}</p>
    </div>
  );
}

function Nobody({ self }: { readonly self: boolean }) {
  return (
    <div className={styles.calm}>
      <Notice tone="plain" title={t('panel.nobody.title')} announce="status">
        {t(self ? 'panel.nobody.self' : 'panel.nobody.body')}
      </Notice>
    </div>
  );
}

/** What stands there until it is known whom the panel is about: the static shell of sidepanel/index.html, unchanged. */
export function PanelSkeleton() {
  return (
    <div role="status">
      <Hidden>{t('panel.looking')}</Hidden>
      <div className="shell-header" aria-hidden="true">
        <span className="shell-avatar" />
        <span className="shell-lines">
          <span className="shell-line shell-line-name" />
          <span className="shell-line" />
          <span className="shell-line shell-line-short" />
        </span>
      </div>
    </div>
  );
}
