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
import { PopupForm } from './PopupForm';
import type { ShownPerson } from './popup-view';
import { usePopupPerson } from './use-popup-person';

interface BackTarget {
  readonly words: string;
  readonly go: () => void;
}

interface PopupPersonProps {
  readonly shown: ShownPerson;
  readonly connected: true | 'asking';
  readonly onRefresh: () => void;
  /** Back to where this person was chosen; null for the person of the tab. */
  readonly back: BackTarget | null;
}

/** One person: details, contact status, and the add form or its result. */
export function PopupPerson({ shown, connected, onRefresh, back }: PopupPersonProps) {
  const person = usePopupPerson(shown, connected);
  const { add, auto, view, page, statusQuery, fields, lastList } = person;
  const results = useFocusOnOutcome(add.state.name);
  const backOrConversation = <BackOrConversation tab={shown.tab} back={back} />;
  // The address changed while the page was read, so this person cannot be added from here.
  const pageChanged = page.state === 'failed' && page.error.code === 'person-changed' ? page.error : null;

  const layoutProblem = layoutWords(page);

  return (
    <>
      <PersonBlock
        identity={shown.identity}
        fields={fields}
        origin={originWords(personOrigin(shown.tab === null && shown.knownReading === null ? null : page, fields))}
      />
      <ContactStatusChips
        contactStatus={person.contactStatus}
        error={statusQuery.error}
        asking={statusQuery.isFetching}
        onRetry={() => void statusQuery.refetch()}
        nowMs={person.openedAtMs}
      />
      <div className={styles.results} role="status" tabIndex={-1} ref={results}>
        <AddResult
          personName={person.personName}
          state={pageChanged === null ? add.state : { name: 'page-changed', error: pageChanged }}
          onUndo={add.undo}
          onRetry={() => {
            if (add.state.name === 'failed') person.press(add.state.list, add.state.ifPresent);
          }}
          onMove={() => {
            if (add.state.name === 'done') person.press(add.state.list, 'move');
          }}
          onChangeList={add.dismiss}
          onConnect={popupNavigation.options}
          onRefresh={onRefresh}
          onTryNow={add.tryNow}
          onCancel={add.cancel}
        />
      </div>
      {pageChanged === null && view.kind !== 'result' ? (
        <PopupForm person={person} view={view}>
          {backOrConversation}
        </PopupForm>
      ) : (
        <div className={styles.row}>{backOrConversation}</div>
      )}
      {shown.tab !== null && layoutProblem !== null && (
        <PageReport tabId={shown.tab.tabId} facts={reportFacts(page)}>
          {layoutProblem}
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
  'cancelled',
  'kept',
  'undone',
  'undo-failed',
  'page-changed',
]);

/** Moves the focus to the result when it appears: the pressed button is gone, and the next tab stops are the result's buttons. */
function useFocusOnOutcome(outcome: string) {
  const results = useRef<HTMLDivElement>(null);
  const before = useRef(outcome);
  useEffect(() => {
    if (before.current !== outcome && FOCUSED_OUTCOMES.has(outcome)) results.current?.focus();
    before.current = outcome;
  }, [outcome]);
  return results;
}

function BackOrConversation({ tab, back }: { readonly tab: ShownPerson['tab']; readonly back: BackTarget | null }) {
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
