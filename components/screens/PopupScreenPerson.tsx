import { useEffect, useId, useRef, useState } from 'react';
import { ListPicker } from '@/components/lists/ListPicker';
import { AddAction } from '@/components/person/AddAction';
import { AddResult } from '@/components/person/AddResult';
import { PersonBlock } from '@/components/person/PersonBlock';
import { PersonDetails } from '@/components/person/PersonDetails';
import { personOrigin, type PersonOrigin } from '@/components/person/person-origin';
import { StandingChips } from '@/components/person/StandingChips';
import { Button } from '@/components/ui/Button';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/error-words';
import { popupExits } from '@/lib/ui/popup-exits';
import { rich } from '@/lib/ui/rich';
import styles from './PopupScreen.module.css';
import type { Subject } from './popup-view';
import { usePopupPerson } from './use-popup-person';

interface PopupScreenPersonProps {
  readonly subject: Subject;
  readonly connected: true | 'asking';
  readonly onLookAgain: () => void;
  /** Back from a pasted link to the paste box. */
  readonly onForget: () => void;
}

/** One person: who it is, where they stand, and the act. */
export function PopupScreenPerson({ subject, connected, onLookAgain, onForget }: PopupScreenPersonProps) {
  const person = usePopupPerson(subject, connected);
  const { add, auto, lists, list, view, page, asked, standing, fields } = person;
  const [editing, setEditing] = useState(false);
  const detailsId = useId();
  const results = useRef<HTMLDivElement>(null);
  const outcome = add.state.name;
  const earlierOutcome = useRef(outcome);
  useEffect(() => {
    const changed = earlierOutcome.current !== outcome;
    earlierOutcome.current = outcome;
    // The pressed button is gone: the result takes the focus, its buttons are the next tab stops.
    if (changed && FOCUSED_OUTCOMES.has(outcome)) results.current?.focus();
  }, [outcome]);

  const suggested = fields.filter((field) => field.source === 'suggested').length;
  const changed = page.state === 'failed' && page.error.code === 'person-changed';

  const submit = (): void => {
    if (view.kind === 'add') person.press(view.list, view.ifPresent);
    if (view.kind === 'guard') add.keep(view.currentName === '' ? t('popup.guard.otherList') : view.currentName);
  };

  return (
    <>
      <PersonBlock
        identity={subject.identity}
        fields={fields}
        origin={originWords(personOrigin(subject.tab && page, fields))}
      />
      <StandingChips
        standing={standing}
        error={asked.error}
        asking={asked.isFetching}
        onRetry={() => void asked.refetch()}
        nowMs={person.openedAt}
      />
      <div className={styles.results} role="status" tabIndex={-1} ref={results}>
        <AddResult
          state={changed ? { name: 'elsewhere', error: page.error } : add.state}
          onUndo={add.undo}
          onRetry={() => {
            if (add.state.name === 'failed') person.press(add.state.list, add.state.ifPresent);
          }}
          onMove={() => {
            if (add.state.name === 'done') person.press(add.state.list, 'move');
          }}
          onChangeList={add.dismiss}
          onConnect={popupExits.options}
          onLookAgain={onLookAgain}
        />
      </div>
      {!changed && view.kind !== 'result' && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ListPicker
            index={person.index}
            recentIds={lists.recentIds}
            selected={list}
            disabled={view.kind === 'adding' || lists.creating}
            onSelect={person.choose}
            onCreate={(name) => {
              lists.create(name, person.choose);
            }}
          />
          <ListsNote lists={lists} />
          <AddAction
            view={view}
            personName={person.personName}
            onMove={() => {
              if (view.kind === 'guard') person.press(view.list, 'move');
            }}
          />
          {editing && <PersonDetails id={detailsId} fields={fields} onEdit={person.edit} />}
        </form>
      )}
      <div className={styles.row}>
        {!changed && view.kind !== 'result' && (
          <Button
            look="quiet"
            aria-expanded={editing}
            aria-controls={detailsId}
            onClick={() => {
              setEditing(!editing);
            }}
          >
            {suggested > 0 ? t('popup.details.editCount', { count: suggested }) : t('popup.details.edit')}
          </Button>
        )}
        <WayOut subject={subject} onForget={onForget} />
      </div>
      <div className={styles.foot}>
        <Switch
          label={t('popup.auto.label')}
          hint={
            person.lastList === null
              ? t('popup.auto.hintNoList')
              : rich('popup.auto.hint', { list: <bdi>{person.lastList.name}</bdi> })
          }
          checked={auto.value}
          onChange={auto.set}
        />
      </div>
    </>
  );
}

const FOCUSED_OUTCOMES: ReadonlySet<string> = new Set(['done', 'kept', 'undone', 'undo-failed', 'elsewhere']);

function WayOut({ subject: { tab }, onForget }: { readonly subject: Subject; readonly onForget: () => void }) {
  return tab === null ? (
    <Button look="quiet" onClick={onForget}>
      {t('popup.paste.back')}
    </Button>
  ) : (
    <Button
      look="quiet"
      onClick={() => {
        popupExits.conversation(tab.windowId);
      }}
    >
      {t('popup.add.openConversation')}
    </Button>
  );
}

function ListsNote({ lists }: { readonly lists: ReturnType<typeof usePopupPerson>['lists'] }) {
  if (lists.creating) return <p role="status">{t('popup.lists.creating')}</p>;
  if (lists.createError !== null) {
    return <p role="alert">{t('popup.lists.createFailed', { reason: errorWords(lists.createError).title })}</p>;
  }
  if (lists.error !== null) {
    return (
      <p>
        {t('popup.lists.failed', { reason: errorWords(lists.error).title })}{' '}
        <Button look="quiet" onClick={lists.retry}>
          {t('common.retry')}
        </Button>
      </p>
    );
  }
  if (lists.state === 'asking') return <p role="status">{t('popup.lists.loading')}</p>;
  if (lists.lists.length === 0) return <p>{t('popup.lists.empty')}</p>;
  return null;
}

function originWords(origin: PersonOrigin): string {
  switch (origin) {
    case 'reading':
      return t('popup.person.reading');
    case 'page':
      return t('popup.person.fromPage');
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
