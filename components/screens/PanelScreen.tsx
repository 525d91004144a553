import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import { usePart } from '@/lib/ui/page/use-part';
import { usePanelProfile } from '@/lib/ui/profile/use-panel-profile';
import { useSession } from '@/lib/ui/worker/use-session';
import styles from './PanelScreen.module.css';
import type { PersonShown } from './PanelPerson';
import { panelView } from './panel-view';
import { PanelSkeleton } from './PanelSkeleton';

// Loaded while the first frame is painted.
const startedPersonPart = import('./PanelPerson');
const personPart = () => startedPersonPart;

/** The side panel: the conversation with the person in the tab beside it. */
export function PanelScreen() {
  const { session, retry } = useSession();
  const focus = usePanelProfile();
  const part = usePart(personPart, true);
  const view = panelView(session, focus.subject);
  return (
    <main className={styles.screen}>
      {view.kind !== 'person' && (
        <h1>
          <Hidden>{t('app.name')}</Hidden>
        </h1>
      )}
      {body()}
      {part !== null && <part.PanelPeople person={person()} />}
    </main>
  );

  function person(): PersonShown | null {
    if (view.kind !== 'person') return null;
    const { identity, pinned, elsewhere } = view.subject;
    const toggle = (): void => {
      if (pinned) focus.follow();
      else focus.pin(identity);
    };
    return { identity, following: { pinned, elsewhere, toggle }, session: view.session };
  }

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
      case 'person':
        return part === null && <PanelSkeleton />;
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
