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
import { popupView, type PopupView, type Subject } from './popup-view';

// Asked for while the frame is painted: the person's part is there a moment later, and the frame never waits for it.
const startedPersonPart = import('./PopupPerson');
const personPart = () => startedPersonPart;
type PersonPart = Awaited<typeof startedPersonPart>;

// Few pages need it, so it is asked for when one does.
const peoplePart = () => import('./PopupPeoplePage');
type PagePart = Awaited<ReturnType<typeof peoplePart>>;

/** The popup: the person on this page, and the one button that puts them on a list. */
export function PopupScreen() {
  const { session, workspace, retry } = useSession();
  const { front, lookAgain } = useFrontTab();
  const pasted = usePastedPerson();
  const view = popupView(session, front, pasted.identity);
  const part = usePart(personPart, true);
  const pagePart = usePart(peoplePart, view.kind === 'page');
  const connected = session.state === 'connected' ? true : 'asking';
  return (
    <main className={styles.screen}>
      <PopupScreenBar session={session} workspace={workspace} onOptions={popupNavigation.options} />
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
      case 'looking':
        return <PopupSkeleton />;
      case 'person':
        return part === null ? <PopupSkeleton /> : <div className={styles.body}>{person(part, view.subject)}</div>;
      case 'page':
        return pagePart === null ? <PopupSkeleton /> : people(pagePart, view.page);
      case 'connect':
      case 'check-key':
      case 'trouble':
      case 'nobody':
        return <div className={styles.body}>{body(view)}</div>;
    }
  }

  function body(shown: Exclude<PopupView, { kind: 'looking' | 'person' | 'page' }>) {
    switch (shown.kind) {
      case 'connect':
      case 'check-key':
        return <Setup kind={shown.kind} />;
      case 'trouble':
        return <ErrorNotice error={shown.error} onRetry={retry} onConnect={popupNavigation.options} />;
      case 'nobody':
        return (
          <PastePerson
            title={t('popup.nobody.title')}
            body={t(shown.self ? 'popup.nobody.self' : 'popup.nobody.body')}
            problem={pasted.problem}
            onSubmit={pasted.submit}
          />
        );
    }
  }

  function person({ PopupScreenPerson }: PersonPart, subject: Subject) {
    return (
      <PopupScreenPerson
        key={`${identityKey(subject.identity)} ${subject.look}`}
        subject={subject}
        connected={connected}
        onLookAgain={lookAgain}
        back={subject.tab === null ? { words: t('popup.paste.back'), go: pasted.clear } : null}
      />
    );
  }

  function people({ PopupScreenPage }: PagePart, page: PeoplePage) {
    return (
      <PopupScreenPage key={page.look} page={page} connected={connected} pasted={pasted} onLookAgain={lookAgain} />
    );
  }
}

/** Not React's `lazy`: a suspended part is held back for 300 ms after its fallback was shown (measured: 380 ms, else 100). */
function usePart<T>(part: () => Promise<T>, wanted: boolean): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (wanted) void part().then(setLoaded);
  }, [part, wanted]);
  return loaded;
}

/** No key, or one that GetSales refuses: one button. */
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

interface PopupScreenBarProps {
  readonly session: SessionView;
  readonly workspace: string | null;
  readonly onOptions: () => void;
}

/** Which workspace this is, whether it is connected, and the way to the options. */
export function PopupScreenBar({ session, workspace, onOptions }: PopupScreenBarProps) {
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
