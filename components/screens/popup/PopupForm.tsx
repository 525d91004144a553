import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { ListPicker } from '@/components/lists/ListPicker';
import type { MainAction } from '@/components/person/adding/main-action';
import { AddAction } from '@/components/person/adding/AddAction';
import { Button } from '@/components/ui/Button';
import { NotLoaded } from '@/components/ui/NotLoaded';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { preload, usePart } from '@/lib/ui/page/use-part';
import styles from './PopupScreen.module.css';
import type { usePopupPerson } from './use-popup-person';

// Loaded while the rest of the form is shown.
const importDetails = preload(() => import('@/components/person/details/PersonDetails'));

type Person = ReturnType<typeof usePopupPerson>;

interface PopupFormProps {
  readonly person: Person;
  readonly view: Exclude<MainAction, { kind: 'result' }>;
  /** Shown at the end of the row below the main button. */
  readonly children: ReactNode;
}

/** List, main button and details. Enter submits the main button; it never moves a contact. */
export function PopupForm({ person, view, children }: PopupFormProps) {
  const { add, lists, list, details, fields } = person;
  const form = useRef<HTMLFormElement>(null);
  const { editing, setEditing, part } = useEditing(form, details);
  const detailsId = useId();
  // Details are sent with an add only.
  const editable = view.kind !== 'ask-to-move' && view.kind !== 'already';
  const suggested = fields.filter((field) => field.source === 'suggested').length;

  const submit = (): void => {
    if (view.kind === 'add') person.press(view.list, view.ifPresent);
    if (view.kind === 'ask-to-move') add.keep(view.currentName === '' ? t('popup.guard.otherList') : view.currentName);
  };

  if (lists.state === 'asking') return <FormSkeleton>{children}</FormSkeleton>;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ListPicker
        index={person.index}
        recentIds={lists.recentIds}
        others={lists.others}
        selected={list}
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
          if (view.kind === 'ask-to-move') person.press(view.list, 'move');
        }}
      />
      <div className={styles.row}>
        {editable && (
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
        {children}
      </div>
      {editable && editing && part === 'failed' && <NotLoaded />}
      {editable && editing && part !== null && part !== 'failed' && (
        <part.PersonDetails
          id={detailsId}
          reading={person.reading}
          fields={fields}
          customFields={details.customFields}
          isChecked={details.isChecked}
          refused={details.refused}
          onEdit={details.edit}
        />
      )}
    </form>
  );
}

/** Whether the details are open, and their part. A field that needs attention opens them and gets the focus. */
function useEditing(form: RefObject<HTMLFormElement | null>, { attention, open }: Person['details']) {
  const [editing, setEditing] = useState(false);
  const part = usePart(importDetails, editing);
  const [seen, setSeen] = useState(attention);
  if (attention !== seen) {
    setSeen(attention);
    if (attention !== null) setEditing(true);
  }
  useEffect(() => {
    if (attention === null) return;
    const field = form.current?.elements.namedItem(attention.field);
    if (field instanceof HTMLElement) field.focus();
  }, [form, attention, part]);
  useEffect(() => {
    if (editing) open();
  }, [editing, open]);
  return { editing, setEditing, part };
}

/** List field and button at their final size, until the lists are known. */
function FormSkeleton({ children }: Pick<PopupFormProps, 'children'>) {
  return (
    <div className={styles.form}>
      <p className="shell-label" role="status">
        {t('popup.lists.loading')}
      </p>
      <span className="shell-field" />
      <span className="shell-button" />
      <div className={styles.row}>{children}</div>
    </div>
  );
}

function ListsNote({ lists }: { readonly lists: Person['lists'] }) {
  if (lists.creating) {
    return (
      <p className={styles.note} role="status">
        {t('popup.lists.creating')}
      </p>
    );
  }
  if (lists.createError !== null) {
    return (
      <p className={styles.problem} role="alert">
        {t('popup.lists.createFailed', { reason: errorWords(lists.createError).title })}
      </p>
    );
  }
  if (lists.error !== null) {
    return (
      <p className={styles.note}>
        {t('popup.lists.failed', { reason: errorWords(lists.error).title })}{' '}
        <Button look="quiet" onClick={lists.retry}>
          {t('common.retry')}
        </Button>
      </p>
    );
  }
  if (lists.others !== null) {
    const { searching, error } = lists.others;
    return (
      <p className={styles.note} role="status">
        {error === null
          ? t(searching ? 'popup.lists.searching' : 'popup.lists.more')
          : t('popup.lists.searchFailed', { reason: errorWords(error).title })}
      </p>
    );
  }
  return lists.lists.length === 0 ? <p className={styles.note}>{t('popup.lists.empty')}</p> : null;
}
