import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { IconButton } from '@/components/ui/IconButton';
import { Notice } from '@/components/ui/Notice';
import { classes } from '@/components/ui/classes';
import { SettingsIcon } from '@/components/ui/icons';
import { identityKey } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { withTexts } from '@/lib/ui/page/page-texts';
import { usePart } from '@/lib/ui/page/use-part';
import type { PeoplePage } from '@/lib/ui/profile/people-page';
import { useFrontTab } from '@/lib/ui/profile/use-front-tab';
import { usePastedPerson } from '@/lib/ui/profile/use-pasted-person';
import { type SessionView, useSession } from '@/lib/ui/worker/use-session';
import styles from './PopupScreen.module.css';
import { PopupSkeleton } from './PopupSkeleton';
import { popupView, type PopupView, type ShownPerson } from './popup-view';

// Loaded while the first frame is painted, which never waits for it.
const loadedPersonPart = import('./PopupPerson');
const personPart = () => withTexts(['person', 'people'], loadedPersonPart);
type PersonPart = Awaited<typeof loadedPersonPart>;

// Loaded on demand: few pages need it.
const pagePart = () => withTexts(['person', 'people'], import('./PopupPeoplePage'));
type PagePart = Awaited<ReturnType<typeof pagePart>>;

/** The popup: the person on this page, and the button that adds them to a list. */
export function PopupScreen() {
  const { session, workspace, retry } = useSession();
  const { front, refresh } = useFrontTab();
  const pasted = usePastedPerson();
  const view = popupView(session, front, pasted.identity);
  const person = usePart(personPart, true);
  const page = usePart(pagePart, view.kind === 'page' || view.kind === 'no-person');
  const connected = session.state === 'connected' ? true : 'asking';
  return (
    <main className={styles.screen}>
      <PopupBar session={session} workspace={workspace} onOptions={popupNavigation.options} />
      {view.kind !== 'person' && view.kind !== 'page' && view.kind !== 'no-person' && (
        <h1>
          <Hidden>{t('app.name')}</Hidden>
        </h1>
      )}
      {screen()}
    </main>
  );

  function screen() {
    switch (view.kind) {
      case 'loading':
        return <PopupSkeleton />;
      case 'person':
        return person === null ? (
          <PopupSkeleton />
        ) : (
          <div className={styles.body}>{personScreen(person, view.person)}</div>
        );
      case 'page':
        return page === null ? <PopupSkeleton /> : peopleScreen(page, view.page);
      case 'no-person':
        return page === null ? (
          <PopupSkeleton />
        ) : (
          <page.NoPersonHere isOwnProfile={view.isOwnProfile} pasted={pasted} />
        );
      case 'connect':
      case 'check-key':
      case 'error':
        return <div className={styles.body}>{body(view)}</div>;
    }
  }

  function body(shown: Exclude<PopupView, { kind: 'loading' | 'person' | 'page' | 'no-person' }>) {
    switch (shown.kind) {
      case 'connect':
      case 'check-key':
        return <Setup kind={shown.kind} />;
      case 'error':
        return <ErrorNotice error={shown.error} onRetry={retry} onConnect={popupNavigation.options} />;
    }
  }

  function personScreen({ PopupPerson }: PersonPart, shown: ShownPerson) {
    return (
      <PopupPerson
        key={`${identityKey(shown.identity)} ${shown.refreshCount}`}
        shown={shown}
        connected={connected}
        onRefresh={refresh}
        back={shown.tab === null ? { words: t('popup.paste.back'), go: pasted.clear } : null}
      />
    );
  }

  function peopleScreen({ PopupPeoplePage }: PagePart, shown: PeoplePage) {
    return (
      <PopupPeoplePage
        key={shown.refreshCount}
        page={shown}
        connected={connected}
        pasted={pasted}
        onRefresh={refresh}
      />
    );
  }
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
