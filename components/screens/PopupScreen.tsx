import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import { identityKey } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import type { PeoplePage } from '@/lib/ui/profile/people-page';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { usePart } from '@/lib/ui/page/use-part';
import { useFrontTab } from '@/lib/ui/profile/use-front-tab';
import { usePastedPerson } from '@/lib/ui/profile/use-pasted-person';
import { useSession } from '@/lib/ui/worker/use-session';
import styles from './PopupScreen.module.css';
import { PopupScreenBar } from './PopupScreenBar';
import { PopupSkeleton } from './PopupSkeleton';
import { popupView, type PopupView, type Subject } from './popup-view';

// Asked for while the frame is painted: the person's part is there a moment later, and the frame never waits for it.
const startedPersonPart = import('./PopupScreenPerson');
const personPart = () => startedPersonPart;
type PersonPart = Awaited<typeof startedPersonPart>;

// Few pages need it, so it is asked for when one does.
const pagePart = () => import('./PopupScreenPage');
type PagePart = Awaited<ReturnType<typeof pagePart>>;

/** The popup: the person on this page, and the one button that puts them on a list. */
export function PopupScreen() {
  const { session, workspace, retry } = useSession();
  const { front, lookAgain } = useFrontTab();
  const pasted = usePastedPerson();
  const view = popupView(session, front, pasted.identity);
  const person = usePart(personPart, true);
  const page = usePart(pagePart, view.kind === 'page' || view.kind === 'nobody');
  const connected = session.state === 'connected' ? true : 'asking';
  return (
    <main className={styles.screen}>
      <PopupScreenBar session={session} workspace={workspace} onOptions={popupNavigation.options} />
      {view.kind !== 'person' && view.kind !== 'page' && view.kind !== 'nobody' && (
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
        return person === null ? (
          <PopupSkeleton />
        ) : (
          <div className={styles.body}>{personScreen(person, view.subject)}</div>
        );
      case 'page':
        return page === null ? <PopupSkeleton /> : peopleScreen(page, view.page);
      case 'nobody':
        return page === null ? <PopupSkeleton /> : <page.NoPersonHere isSelf={view.self} pasted={pasted} />;
      case 'connect':
      case 'check-key':
      case 'trouble':
        return <div className={styles.body}>{body(view)}</div>;
    }
  }

  function body(shown: Exclude<PopupView, { kind: 'looking' | 'person' | 'page' | 'nobody' }>) {
    switch (shown.kind) {
      case 'connect':
      case 'check-key':
        return <Setup kind={shown.kind} />;
      case 'trouble':
        return <ErrorNotice error={shown.error} onRetry={retry} onConnect={popupNavigation.options} />;
    }
  }

  function personScreen({ PopupScreenPerson }: PersonPart, subject: Subject) {
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

  function peopleScreen({ PopupScreenPage }: PagePart, shown: PeoplePage) {
    return (
      <PopupScreenPage key={shown.look} page={shown} connected={connected} pasted={pasted} onLookAgain={lookAgain} />
    );
  }
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
