import { useEffect, useRef } from 'react';
import { AddResult } from '@/components/person/adding/AddResult';
import { layoutWords, reportFacts } from '@/components/person/page/page-layout';
import { PageReport } from '@/components/person/page/PageReport';
import { PersonBlock } from '@/components/person/details/PersonBlock';
import { personOrigin, type PersonOrigin } from '@/components/person/details/person-summary';
import { ContactStatusChips } from '@/components/person/adding/ContactStatusChips';
import { Button } from '@/components/ui/Button';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/lib/i18n/text';
import { popupNavigation } from '@/lib/ui/page/popup-navigation';
import { rich } from '@/lib/ui/page/rich';
import styles from './PopupScreen.module.css';
import { PopupScreenForm } from './PopupForm';
import type { Subject } from './popup-view';
import { usePopupPerson } from './use-popup-person';

interface WayBack {
  readonly words: string;
  readonly go: () => void;
}

interface PopupScreenPersonProps {
  readonly subject: Subject;
  readonly connected: true | 'asking';
  readonly onLookAgain: () => void;
  /** The way back to where this person was chosen; null for the person of the tab. */
  readonly back: WayBack | null;
}

/** One person: who it is, where they stand, and the act. */
export function PopupScreenPerson({ subject, connected, onLookAgain, back }: PopupScreenPersonProps) {
  const person = usePopupPerson(subject, connected);
  const { add, auto, view, page, asked, fields, lastList } = person;
  const results = useFocusOnOutcome(add.state.name);
  const wayOut = <WayOut tab={subject.tab} back={back} />;
  // The address moved on while the page was read: nothing here may be acted on any more.
  const gone = page.state === 'failed' && page.error.code === 'person-changed' ? page.error : null;

  const lost = layoutWords(page);

  return (
    <>
      <PersonBlock
        identity={subject.identity}
        fields={fields}
        origin={originWords(personOrigin(subject.tab === null && subject.seen === null ? null : page, fields))}
      />
      <ContactStatusChips
        contactStatus={person.contactStatus}
        error={asked.error}
        asking={asked.isFetching}
        onRetry={() => void asked.refetch()}
        nowMs={person.openedAt}
      />
      <div className={styles.results} role="status" tabIndex={-1} ref={results}>
        <AddResult
          personName={person.personName}
          state={gone === null ? add.state : { name: 'elsewhere', error: gone }}
          onUndo={add.undo}
          onRetry={() => {
            if (add.state.name === 'failed') person.press(add.state.list, add.state.ifPresent);
          }}
          onMove={() => {
            if (add.state.name === 'done') person.press(add.state.list, 'move');
          }}
          onChangeList={add.dismiss}
          onConnect={popupNavigation.options}
          onLookAgain={onLookAgain}
          onTryNow={add.tryNow}
          onDrop={add.drop}
        />
      </div>
      {gone === null && view.kind !== 'result' ? (
        <PopupScreenForm person={person} view={view}>
          {wayOut}
        </PopupScreenForm>
      ) : (
        <div className={styles.row}>{wayOut}</div>
      )}
      {subject.tab !== null && lost !== null && (
        <PageReport tabId={subject.tab.tabId} facts={reportFacts(page)}>
          {lost}
        </PageReport>
      )}
      <div className={styles.foot}>
        <Switch
          label={t('popup.auto.label')}
          hint={
            lastList === null
              ? t('popup.auto.hintNoList')
              : rich('popup.auto.hint', { list: <bdi>{lastList.name}</bdi> })
          }
          checked={auto.value}
          onChange={auto.set}
        />
      </div>
    </>
  );
}

const FOCUSED_OUTCOMES: ReadonlySet<string> = new Set([
  'done',
  'waiting',
  'dropped',
  'kept',
  'undone',
  'undo-failed',
  'elsewhere',
]);

/** Gives the result the focus when it comes: the pressed button is gone, the result's buttons are the next tab stops. */
function useFocusOnOutcome(outcome: string) {
  const results = useRef<HTMLDivElement>(null);
  const before = useRef(outcome);
  useEffect(() => {
    if (before.current !== outcome && FOCUSED_OUTCOMES.has(outcome)) results.current?.focus();
    before.current = outcome;
  }, [outcome]);
  return results;
}

function WayOut({ tab, back }: { readonly tab: Subject['tab']; readonly back: WayBack | null }) {
  if (back !== null) {
    return (
      <Button look="quiet" onClick={back.go}>
        {back.words}
      </Button>
    );
  }
  return tab === null ? null : (
    <Button
      look="quiet"
      onClick={() => {
        popupNavigation.conversation(tab.windowId);
      }}
    >
      {t('popup.add.openConversation')}
    </Button>
  );
}

function originWords(origin: PersonOrigin): string {
  switch (origin) {
    case 'reading':
      return t('popup.person.reading');
    case 'page':
      return t('popup.person.fromPage');
    case 'thread':
      return t('popup.person.fromThread');
    case 'list':
      return t('popup.person.fromList');
    case 'walled':
      return t('popup.person.walled');
    case 'detail':
      return t('popup.person.detail');
    case 'getsales':
      return t('popup.person.fromGetSales');
    case 'unsettled':
      return t('popup.person.unsettled');
    case 'unreadable':
      return t('popup.person.unreadable');
    case 'will-fill':
      return t('popup.person.willFill');
  }
}
