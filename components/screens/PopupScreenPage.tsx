import { useState, type ReactNode } from 'react';
import { PageReport } from '@/components/person/PageReport';
import { PastePerson } from '@/components/person/PastePerson';
import { PeopleList } from '@/components/person/PeopleList';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import { Notice } from '@/components/ui/Notice';
import type { AppError } from '@/lib/domain/app-error';
import { identityKey } from '@/lib/domain/identity';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { readingOf, type PeopleFound } from '@/lib/ui/profile/people-found';
import type { PeoplePage } from '@/lib/ui/profile/people-page';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { useSlow } from '@/lib/ui/page/use-slow';
import { usePeoplePage } from '@/lib/ui/profile/use-people-page';
import type { PastedPerson } from '@/lib/ui/profile/use-pasted-person';
import type { Subject } from './popup-view';
import styles from './PopupScreen.module.css';
import { PopupScreenPerson } from './PopupScreenPerson';
import { PopupSkeleton } from './PopupSkeleton';

interface PopupScreenPageProps {
  readonly page: PeoplePage;
  readonly connected: true | 'asking';
  readonly pasted: PastedPerson;
  readonly onLookAgain: () => void;
}

/** A page that shows people without naming one in its address: whoever the reader sees there. One page per mount. */
export function PopupScreenPage({ page, connected, pasted, onLookAgain }: PopupScreenPageProps) {
  const seen = usePeoplePage(page);
  switch (seen.state) {
    case 'reading':
      return <StillReading />;
    case 'failed':
      return (
        <Calm>
          <Failed error={seen.error} onLookAgain={onLookAgain} />
        </Calm>
      );
    case 'read':
      return found(seen.found, seen.reading);
  }

  function found(people: PeopleFound, reading: Reading) {
    const { tabId, windowId, look } = page;
    switch (people.kind) {
      case 'one': {
        const subject = { identity: people.identity, tab: { tabId, windowId }, seen: reading, look };
        return (
          <div className={styles.body}>
            <PopupScreenPerson subject={subject} connected={connected} onLookAgain={onLookAgain} back={null} />
          </div>
        );
      }
      case 'many':
        return (
          <div className={styles.body}>
            <Many
              found={people}
              reading={reading}
              list={page.kind === 'many' ? { tabId, listUrl: page.url } : undefined}
              look={look}
              connected={connected}
              onLookAgain={onLookAgain}
            />
          </div>
        );
      case 'none':
        return (
          <Calm>
            <PastePerson {...nobodyWords(page.kind, reading)} problem={pasted.problem} onSubmit={pasted.show} />
            {reading.kind !== 'recruiter' && (
              <PageReport tabId={tabId} facts={reading}>
                {t('popup.drift.noPeople')}
              </PageReport>
            )}
          </Calm>
        );
    }
  }
}

/** A page without a person: says so, and takes a profile link instead. */
export function NoPersonHere({ isSelf, pasted }: { readonly isSelf: boolean; readonly pasted: PastedPerson }) {
  return (
    <Calm>
      <PastePerson
        title={t('popup.nobody.title')}
        body={t(isSelf ? 'popup.nobody.self' : 'popup.nobody.body')}
        problem={pasted.problem}
        onSubmit={pasted.show}
      />
    </Calm>
  );
}

interface ManyProps extends Pick<PopupScreenPageProps, 'connected' | 'onLookAgain'> {
  readonly found: Extract<PeopleFound, { kind: 'many' }>;
  readonly reading: Reading;
  readonly list: Subject['list'];
  readonly look: number;
}

/** The list, or whoever was chosen from it with a way back. */
function Many({ found, reading, list, look, connected, onLookAgain }: ManyProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PersonOnPage | null>(null);
  const [last, setLast] = useState<PersonOnPage | null>(null);
  const [seen, setSeen] = useState<Reading | null>(null);
  if (chosen === null || seen === null) {
    return (
      <PeopleList
        people={found.people}
        unlinked={found.unlinked}
        typed={typed}
        onType={setTyped}
        last={last}
        onChoose={(person) => {
          setChosen(person);
          setSeen(readingOf(person, reading));
        }}
      />
    );
  }
  return (
    <PopupScreenPerson
      key={identityKey(chosen.identity)}
      subject={{ identity: chosen.identity, tab: null, list, seen, look }}
      connected={connected}
      onLookAgain={onLookAgain}
      back={{
        words: t('popup.people.back'),
        go: () => {
          setLast(chosen);
          setChosen(null);
        },
      }}
    />
  );
}

function Failed({ error, onLookAgain }: { readonly error: AppError; readonly onLookAgain: () => void }) {
  if (error.code !== 'person-changed') {
    return <ErrorNotice error={error} onRetry={onLookAgain} onConnect={popupNavigation.options} />;
  }
  return (
    <Notice
      tone="care"
      title={t('popup.people.changed.title')}
      actions={
        <Button autoFocus onClick={onLookAgain}>
          {t('popup.elsewhere.look')}
        </Button>
      }
    >
      {t('popup.people.changed.body')}
    </Notice>
  );
}

/** Where no person and no list is the page's heading. */
function Calm({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <h1>
        <Hidden>{t('app.name')}</Hidden>
      </h1>
      <div className={styles.body}>{children}</div>
    </>
  );
}

/** What stands there while the reader looks; past a second in words. */
function StillReading() {
  const slow = useSlow(true);
  return (
    <>
      {slow && (
        <p className={styles.slow} role="status">
          {t('popup.people.reading')}
        </p>
      )}
      <PopupSkeleton />
    </>
  );
}

function nobodyWords(kind: PeoplePage['kind'], reading: Reading): { readonly title: string; readonly body: string } {
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
