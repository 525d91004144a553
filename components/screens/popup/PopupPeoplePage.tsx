import { type ReactNode, useState } from 'react';
import { PageReport } from '@/components/person/page/PageReport';
import { PastePerson } from '@/components/person/page/PastePerson';
import { PeopleList } from '@/components/person/page/PeopleList';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import type { AppError } from '@/lib/domain/app-error';
import { identityKey } from '@/lib/domain/identity';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import { type PeopleFound, type PeoplePage, readingOf } from '@/lib/ui/profile/people-page';
import type { PastedPerson } from '@/lib/ui/profile/use-pasted-person';
import { usePeoplePage } from '@/lib/ui/profile/use-reading';
import { PopupPerson } from './PopupPerson';
import styles from './PopupScreen.module.css';
import { PopupSkeleton } from './PopupSkeleton';
import type { ShownPerson } from './popup-view';

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
      return found(result.found, result.reading);
  }

  function found(people: PeopleFound, reading: Reading) {
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

interface PeopleChooserProps extends Pick<PopupPeoplePageProps, 'connected' | 'onRefresh'> {
  readonly found: Extract<PeopleFound, { kind: 'many' }>;
  readonly reading: Reading;
  readonly list: ShownPerson['list'];
  readonly refreshCount: number;
}

/** The list of people, or the chosen person with a button back to the list. */
function PeopleChooser({ found, reading, list, refreshCount, connected, onRefresh }: PeopleChooserProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PersonOnPage | null>(null);
  const [lastChosen, setLastChosen] = useState<PersonOnPage | null>(null);
  const [knownReading, setKnownReading] = useState<Reading | null>(null);
  if (chosen === null || knownReading === null) {
    return (
      <PeopleList
        people={found.people}
        unlinked={found.unlinked}
        typed={typed}
        onType={setTyped}
        lastChosen={lastChosen}
        onChoose={(person) => {
          setChosen(person);
          setKnownReading(readingOf(person, reading));
        }}
      />
    );
  }
  return (
    <PopupPerson
      key={identityKey(chosen.identity)}
      shown={{ identity: chosen.identity, tab: null, list, knownReading, refreshCount }}
      connected={connected}
      onRefresh={onRefresh}
      back={{
        words: t('popup.people.back'),
        go: () => {
          setLastChosen(chosen);
          setChosen(null);
        },
      }}
    />
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
