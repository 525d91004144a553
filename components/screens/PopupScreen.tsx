import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import { PastePerson } from '@/components/person/PastePerson';
import { identityKey } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import { popupExits } from '@/lib/ui/popup-exits';
import { useFrontTab } from '@/lib/ui/use-front-tab';
import { usePastedPerson } from '@/lib/ui/use-pasted-person';
import { useSession } from '@/lib/ui/use-session';
import styles from './PopupScreen.module.css';
import { PopupScreenBar } from './PopupScreenBar';
import { PopupSkeleton } from './PopupSkeleton';
import { popupView, type PopupView } from './popup-view';

// Asked for while the frame is painted: the person's part is there a moment later, and the frame never waits for it.
const personPart = import('./PopupScreenPerson');
type PersonPart = Awaited<typeof personPart>;

/** The popup: the person on this page, and the one button that puts them on a list. */
export function PopupScreen() {
  const { session, workspace, retry } = useSession();
  const { front, lookAgain } = useFrontTab();
  const pasted = usePastedPerson();
  const part = usePersonPart();
  const view = popupView(session, front, pasted.identity);
  return (
    <main className={styles.screen}>
      <PopupScreenBar session={session} workspace={workspace} onOptions={popupExits.options} />
      {view.kind !== 'person' && (
        <h1>
          <Hidden>{t('app.name')}</Hidden>
        </h1>
      )}
      {view.kind === 'looking' || (view.kind === 'person' && part === null) ? (
        <PopupSkeleton />
      ) : (
        <div className={styles.body}>{body(view)}</div>
      )}
    </main>
  );

  function body(shown: Exclude<PopupView, { kind: 'looking' }>) {
    switch (shown.kind) {
      case 'connect':
      case 'check-key':
        return <Setup kind={shown.kind} />;
      case 'trouble':
        return <ErrorNotice error={shown.error} onRetry={retry} onConnect={popupExits.options} />;
      case 'nobody':
        return <PastePerson self={shown.self} problem={pasted.problem} onSubmit={pasted.submit} />;
      case 'person':
        return part === null ? null : (
          <part.PopupScreenPerson
            key={`${identityKey(shown.subject.identity)} ${shown.subject.look}`}
            subject={shown.subject}
            connected={session.state === 'connected' ? true : 'asking'}
            onLookAgain={lookAgain}
            onForget={pasted.clear}
          />
        );
    }
  }
}

/** Not React's `lazy`: a suspended part is held back for 300 ms after its fallback was shown (measured: 380 ms, else 100). */
function usePersonPart(): PersonPart | null {
  const [part, setPart] = useState<PersonPart | null>(null);
  useEffect(() => {
    void personPart.then(setPart);
  }, []);
  return part;
}

/** No key, or one that GetSales refuses: one button. */
function Setup({ kind }: { readonly kind: 'connect' | 'check-key' }) {
  const rejected = kind === 'check-key';
  return (
    <Notice
      tone={rejected ? 'bad' : 'plain'}
      title={t(rejected ? 'popup.checkKey.title' : 'popup.connect.title')}
      actions={
        <Button look="primary" wide autoFocus onClick={popupExits.options}>
          {t(rejected ? 'common.checkKey' : 'common.connect')}
        </Button>
      }
    >
      {t(rejected ? 'popup.checkKey.body' : 'popup.connect.body')}
    </Notice>
  );
}
