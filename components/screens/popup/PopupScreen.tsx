import { Button } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { IconButton } from '@/components/ui/IconButton';
import { NotLoaded } from '@/components/ui/NotLoaded';
import { Notice } from '@/components/ui/Notice';
import { classes } from '@/components/ui/classes';
import { SettingsIcon } from '@/components/ui/icons';
import { identityKey } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { withTexts } from '@/lib/ui/page/page-texts';
import { type Part, preload, usePart } from '@/lib/ui/page/use-part';
import { useFrontTab } from '@/lib/ui/profile/use-front-tab';
import { type PastedPerson, usePastedPerson } from '@/lib/ui/profile/use-pasted-person';
import { type SessionView, useSession } from '@/lib/ui/worker/use-session';
import styles from './PopupScreen.module.css';
import { PopupSkeleton } from './PopupSkeleton';
import { popupView, type PopupView } from './popup-view';

// Loaded while the first frame is painted, which never waits for it.
const importPerson = preload(() => import('./PopupPerson'));
const personPart = () => withTexts(['errors', 'person', 'people'], importPerson());
type PersonPart = Awaited<ReturnType<typeof personPart>>;

// Loaded on demand: few pages need it.
const pagePart = () => withTexts(['errors', 'person', 'people'], import('./PopupPeoplePage'));
type PagePart = Awaited<ReturnType<typeof pagePart>>;

/** The popup: the person on this page, and the button that adds them to a list. */
export function PopupScreen() {
  const { session, workspace, retry } = useSession();
  const { front, refresh } = useFrontTab();
  const pasted = usePastedPerson();
  const view = popupView(session, front, pasted.identity);
  const person = usePart(personPart, true);
  const page = usePart(pagePart, ['page', 'no-person', 'error'].includes(view.kind));
  return (
    <main className={styles.screen}>
      <PopupBar session={session} workspace={workspace} onOptions={popupNavigation.options} />
      {view.kind !== 'person' && view.kind !== 'page' && view.kind !== 'no-person' && (
        <h1>
          <Hidden>{t('app.name')}</Hidden>
        </h1>
      )}
      <Content
        view={view}
        person={person}
        page={page}
        connected={session.state === 'connected' ? true : 'asking'}
        pasted={pasted}
        onRefresh={refresh}
        onRetry={retry}
      />
    </main>
  );
}

interface ContentProps {
  readonly view: PopupView;
  readonly person: Part<PersonPart>;
  readonly page: Part<PagePart>;
  readonly connected: true | 'asking';
  readonly pasted: PastedPerson;
  /** Looks at the tab again. */
  readonly onRefresh: () => void;
  /** Asks for the session again. */
  readonly onRetry: () => void;
}

function Content({ view, person, page, connected, pasted, onRefresh, onRetry }: ContentProps) {
  switch (view.kind) {
    case 'loading':
      return <PopupSkeleton />;
    case 'person': {
      if (person === null || person === 'failed') return <NotYetLoaded part={person} />;
      const { PopupPerson } = person;
      return (
        <div className={styles.body}>
          <PopupPerson
            key={`${identityKey(view.person.identity)} ${view.person.refreshCount}`}
            shown={view.person}
            connected={connected}
            onRefresh={onRefresh}
            back={view.person.tab === null ? { words: t('popup.paste.back'), go: pasted.clear } : null}
          />
        </div>
      );
    }
    case 'page': {
      if (page === null || page === 'failed') return <NotYetLoaded part={page} />;
      const { PopupPeoplePage } = page;
      return (
        <PopupPeoplePage
          key={view.page.refreshCount}
          page={view.page}
          connected={connected}
          pasted={pasted}
          onRefresh={onRefresh}
        />
      );
    }
    case 'no-person': {
      if (page === null || page === 'failed') return <NotYetLoaded part={page} />;
      return <page.NoPersonHere isOwnProfile={view.isOwnProfile} pasted={pasted} />;
    }
    case 'connect':
    case 'check-key':
      return (
        <div className={styles.body}>
          <Setup kind={view.kind} />
        </div>
      );
    case 'error': {
      if (page === null || page === 'failed') return <NotYetLoaded part={page} />;
      return (
        <div className={styles.body}>
          <page.ErrorNotice error={view.error} onRetry={onRetry} onConnect={popupNavigation.options} />
        </div>
      );
    }
  }
}

function NotYetLoaded({ part }: { readonly part: 'failed' | null }) {
  return part === 'failed' ? (
    <div className={styles.body}>
      <NotLoaded />
    </div>
  ) : (
    <PopupSkeleton />
  );
}

/** No key, or one that GetSales rejected: one button. */
function Setup({ kind }: { readonly kind: 'connect' | 'check-key' }) {
  const rejected = kind === 'check-key';
  return (
    <Notice
      tone={rejected ? 'bad' : 'plain'}
      title={t(rejected ? 'popup.checkKey.title' : 'popup.connect.title')}
      actions={
        <Button look="primary" wide autoFocus onClick={popupNavigation.options}>
          {t(rejected ? 'common.checkKey' : 'common.connect')}
        </Button>
      }
    >
      {t(rejected ? 'popup.checkKey.body' : 'popup.connect.body')}
    </Notice>
  );
}

interface PopupBarProps {
  readonly session: SessionView;
  readonly workspace: string | null;
  readonly onOptions: () => void;
}

/** The workspace, whether it is connected, and a button to the options. */
function PopupBar({ session, workspace, onOptions }: PopupBarProps) {
  const connected = session.state === 'connected' || (session.state === 'asking' && session.expected);
  return (
    <header className={styles.bar}>
      <span
        className={classes(styles.dot, connected && styles.connected, session.state === 'rejected' && styles.rejected)}
      />
      {workspace !== null && (
        <bdi className={styles.workspace} title={workspace}>
          {workspace}
        </bdi>
      )}
      <span>{t('common.getsales')}</span>
      {connected ? <Hidden>{connectionWords(session)}</Hidden> : <span>{connectionWords(session)}</span>}
      <span className={styles.push}>
        <IconButton label={t('common.options')} onClick={onOptions}>
          <SettingsIcon />
        </IconButton>
      </span>
    </header>
  );
}

function connectionWords(session: SessionView): string {
  switch (session.state) {
    case 'asking':
      return t('popup.bar.asking');
    case 'connected':
      return t('popup.bar.connected');
    case 'rejected':
      return t('popup.bar.rejected');
    case 'disconnected':
    case 'failed':
      return t('popup.bar.disconnected');
  }
}
