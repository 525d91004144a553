import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { NotLoaded } from '@/components/ui/NotLoaded';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import { type Part, preload, usePart } from '@/lib/ui/page/use-part';
import { type PanelProfileState, usePanelProfile } from '@/lib/ui/profile/use-panel-profile';
import { useSession } from '@/lib/ui/worker/use-session';
import type { PersonShown } from './PanelPerson';
import styles from './PanelScreen.module.css';
import { panelView, type PanelView } from './panel-view';

// Loaded while the first frame is painted.
const personPart = preload(() => import('./PanelPerson'));
type PersonPart = Awaited<ReturnType<typeof personPart>>;

/** The side panel: the conversation with the person in the tab beside it. */
export function PanelScreen() {
  const { session, retry } = useSession();
  const panelProfile = usePanelProfile();
  const part = usePart(personPart, true);
  const view = panelView(session, panelProfile.profile);
  return (
    <main className={styles.screen}>
      {view.kind !== 'person' && (
        <h1>
          <Hidden>{t('app.name')}</Hidden>
        </h1>
      )}
      <Content view={view} part={part} onRetry={retry} />
      {part !== null && part !== 'failed' && <part.PanelPeople person={personShown(view, panelProfile)} />}
    </main>
  );
}

function personShown(view: PanelView, { pin, follow }: PanelProfileState): PersonShown | null {
  if (view.kind !== 'person') return null;
  const { identity, pinned, isTabElsewhere } = view.profile;
  const toggle = (): void => {
    if (pinned) follow();
    else pin(identity);
  };
  return { identity, following: { pinned, isTabElsewhere, toggle }, session: view.session };
}

interface ContentProps {
  readonly view: PanelView;
  readonly part: Part<PersonPart>;
  /** Asks for the session again. */
  readonly onRetry: () => void;
}

/** Everything but the person, which `PanelPeople` shows. */
function Content({ view, part, onRetry }: ContentProps) {
  switch (view.kind) {
    case 'loading':
      return <PanelSkeleton />;
    case 'connect':
      return <Connect />;
    case 'error':
      return (
        <div className={styles.calm}>
          <ErrorNotice error={view.error} onRetry={onRetry} onConnect={panelNavigation.options} />
        </div>
      );
    case 'hidden':
      return <TabHidden />;
    case 'no-person':
      return <NoPerson isOwnProfile={view.isOwnProfile} />;
    case 'person':
      return part === 'failed' ? (
        <div className={styles.calm}>
          <NotLoaded />
        </div>
      ) : (
        part === null && <PanelSkeleton />
      );
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

/** The tab's address is hidden: a click on the icon shares this tab, the permission shares all of LinkedIn. */
function TabHidden() {
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

function NoPerson({ isOwnProfile }: { readonly isOwnProfile: boolean }) {
  return (
    <div className={styles.calm}>
      <Notice tone="plain" title={t('panel.noProfile.title')} announce="status">
        {t(isOwnProfile ? 'panel.noProfile.self' : 'panel.noProfile.body')}
      </Notice>
    </div>
  );
}

/** Shown until the person is known: the static shell of sidepanel/index.html, unchanged. */
function PanelSkeleton() {
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
