import type { ReactNode } from 'react';
import { PageReport } from '@/components/person/page/PageReport';
import { PastePerson } from '@/components/person/page/PastePerson';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import type { AppError } from '@/lib/domain/app-error';
import type { Reading } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import type { PeopleFound, PeoplePage } from '@/lib/ui/profile/people-page';
import type { PastedPerson } from '@/lib/ui/profile/use-pasted-person';
import { usePeoplePage } from '@/lib/ui/profile/use-reading';
import { PeopleChooser } from './PeopleChooser';
import { PopupPerson } from './PopupPerson';
import styles from './PopupScreen.module.css';
import { PopupSkeleton } from './PopupSkeleton';

/** For errors of the session: not in the first load, like everything in this file. */
export { ErrorNotice };

interface PopupPeoplePageProps {
  readonly page: PeoplePage;
  readonly connected: true | 'asking';
  readonly pasted: PastedPerson;
  readonly onRefresh: () => void;
}

/** The people that the reader finds on a page whose address names no person. One page per mount. */
export function PopupPeoplePage({ page, connected, pasted, onRefresh }: PopupPeoplePageProps) {
  const result = usePeoplePage(page);
  switch (result.state) {
    case 'reading':
      return <StillReading />;
    case 'failed':
      return (
        <MessageView>
          <Failed error={result.error} onRefresh={onRefresh} />
        </MessageView>
      );
    case 'read':
      return (
        <FoundPeople
          people={result.found}
          reading={result.reading}
          page={page}
          connected={connected}
          pasted={pasted}
          onRefresh={onRefresh}
        />
      );
  }
}

interface FoundPeopleProps extends PopupPeoplePageProps {
  readonly people: PeopleFound;
  readonly reading: Reading;
}

/** The person, a choice of several, or a message that there is none. */
function FoundPeople({ people, reading, page, connected, pasted, onRefresh }: FoundPeopleProps) {
  const { tabId, windowId, refreshCount } = page;
  switch (people.kind) {
    case 'one': {
      const shown = { identity: people.identity, tab: { tabId, windowId }, knownReading: reading, refreshCount };
      return (
        <div className={styles.body}>
          <PopupPerson shown={shown} connected={connected} onRefresh={onRefresh} back={null} />
        </div>
      );
    }
    case 'many':
      return (
        <div className={styles.body}>
          <PeopleChooser
            found={people}
            reading={reading}
            list={page.kind === 'many' ? { tabId, listUrl: page.url } : undefined}
            refreshCount={refreshCount}
            connected={connected}
            onRefresh={onRefresh}
          />
        </div>
      );
    case 'none':
      return (
        <MessageView>
          <PastePerson {...noPersonWords(page.kind, reading)} problem={pasted.problem} onSubmit={pasted.show} />
          {reading.kind !== 'recruiter' && (
            <PageReport tabId={tabId} facts={reading}>
              {t('popup.layout.noPeople')}
            </PageReport>
          )}
        </MessageView>
      );
  }
}

/** Says that the page shows no person, and accepts a profile link instead. */
export function NoPersonHere({
  isOwnProfile,
  pasted,
}: {
  readonly isOwnProfile: boolean;
  readonly pasted: PastedPerson;
}) {
  return (
    <MessageView>
      <PastePerson
        title={t('popup.noProfile.title')}
        body={t(isOwnProfile ? 'popup.noProfile.self' : 'popup.noProfile.body')}
        problem={pasted.problem}
        onSubmit={pasted.show}
      />
    </MessageView>
  );
}

function Failed({ error, onRefresh }: { readonly error: AppError; readonly onRefresh: () => void }) {
  if (error.code !== 'person-changed') {
    return <ErrorNotice error={error} onRetry={onRefresh} onConnect={popupNavigation.options} />;
  }
  return (
    <Notice
      tone="care"
      title={t('popup.people.changed.title')}
      actions={
        <Button autoFocus onClick={onRefresh}>
          {t('popup.elsewhere.show')}
        </Button>
      }
    >
      {t('popup.people.changed.body')}
    </Notice>
  );
}

/** A message instead of a person or list; its heading is for screen readers. */
function MessageView({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <h1>
        <Hidden>{t('app.name')}</Hidden>
      </h1>
      <div className={styles.body}>{children}</div>
    </>
  );
}

/** Shown while the page is read; after a second it says so in words. */
function StillReading() {
  const isSlow = useIsSlow(true);
  return (
    <>
      {isSlow && (
        <p className={styles.slow} role="status">
          {t('popup.people.reading')}
        </p>
      )}
      <PopupSkeleton />
    </>
  );
}

function noPersonWords(kind: PeoplePage['kind'], reading: Reading): { readonly title: string; readonly body: string } {
  switch (kind) {
    case 'thread':
      return { title: t('popup.thread.none.title'), body: t('popup.thread.none.body') };
    case 'many':
      return { title: t('popup.people.none.title'), body: t('popup.people.none.body') };
    case 'recruiter':
      return reading.kind === 'recruiter'
        ? { title: t('popup.recruiter.none.title'), body: t('popup.recruiter.none.body') }
        : { title: t('popup.recruiter.unread.title'), body: t('popup.recruiter.unread.body') };
  }
}
