import { useEffect, useState } from 'react';
import { PastePerson } from '@/components/person/page/PastePerson';
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
import type { PeoplePage } from '@/lib/ui/profile/people-page';
import { useFrontTab } from '@/lib/ui/profile/use-front-tab';
import { usePastedPerson } from '@/lib/ui/profile/use-pasted-person';
import { type SessionView, useSession } from '@/lib/ui/worker/use-session';
import styles from './PopupScreen.module.css';
import { PopupSkeleton } from './PopupSkeleton';
import { popupView, type PopupView, type ShownPerson } from './popup-view';

// Loaded while the first frame is painted, which never waits for it.
const loadedPersonModule = import('./PopupPerson');
const personModule = () => loadedPersonModule;
type PersonModule = Awaited<typeof loadedPersonModule>;

// Loaded on demand: few pages need it.
const peoplePageModule = () => import('./PopupPeoplePage');
type PeoplePageModule = Awaited<ReturnType<typeof peoplePageModule>>;

/** The popup: the person on this page, and the button that adds them to a list. */
export function PopupScreen() {
  const { session, workspace, retry } = useSession();
  const { front, refresh } = useFrontTab();
  const pasted = usePastedPerson();
  const view = popupView(session, front, pasted.identity);
  const personScreen = useModule(personModule, true);
  const pageScreen = useModule(peoplePageModule, view.kind === 'page');
  const connected = session.state === 'connected' ? true : 'asking';
  return (
    <main className={styles.screen}>
      <PopupBar session={session} workspace={workspace} onOptions={popupNavigation.options} />
      {view.kind !== 'person' && view.kind !== 'page' && (
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
        return personScreen === null ? (
          <PopupSkeleton />
        ) : (
          <div className={styles.body}>{person(personScreen, view.person)}</div>
        );
      case 'page':
        return pageScreen === null ? <PopupSkeleton /> : people(pageScreen, view.page);
      case 'connect':
      case 'check-key':
      case 'error':
      case 'no-person':
        return <div className={styles.body}>{body(view)}</div>;
    }
  }

  function body(shown: Exclude<PopupView, { kind: 'loading' | 'person' | 'page' }>) {
    switch (shown.kind) {
      case 'connect':
      case 'check-key':
        return <Setup kind={shown.kind} />;
      case 'error':
        return <ErrorNotice error={shown.error} onRetry={retry} onConnect={popupNavigation.options} />;
      case 'no-person':
        return (
          <PastePerson
            title={t('popup.nobody.title')}
            body={t(shown.isOwnProfile ? 'popup.nobody.self' : 'popup.nobody.body')}
            problem={pasted.problem}
            onSubmit={pasted.submit}
          />
        );
    }
  }

  function person({ PopupPerson }: PersonModule, shown: ShownPerson) {
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

  function people({ PopupPeoplePage }: PeoplePageModule, page: PeoplePage) {
    return (
      <PopupPeoplePage key={page.refreshCount} page={page} connected={connected} pasted={pasted} onRefresh={refresh} />
    );
  }
}

/** Not React's `lazy`, which keeps a fallback on screen for at least 300 ms (measured: 380 ms instead of 100). */
function useModule<T>(load: () => Promise<T>, isWanted: boolean): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (isWanted) void load().then(setLoaded);
  }, [load, isWanted]);
  return loaded;
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
