import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { Notice } from '@/components/ui/Notice';
import type { AddOutcome, ContactList } from '@/lib/domain/contact';
import { t } from '@/lib/i18n/text';
import type { AddState } from '@/lib/ui/adding/add-state';
import { contactPage, matchedName } from '@/lib/ui/adding/matched-contact';
import { rich } from '@/lib/ui/page/rich';
import { useSecondsLeft } from '@/lib/ui/page/use-timers';
import styles from './AddOutcomeNotice.module.css';

interface AddOutcomeNoticeProps {
  readonly state: Extract<AddState, { name: 'done' | 'undoing' }>;
  readonly onUndo: () => void;
  /** Moves the person to the chosen list, after they turned out to be in another one. */
  readonly onMove: () => void;
  readonly onChangeList: () => void;
}

/** The outcome of an add that GetSales answered, with Undo while it is offered. */
export function AddOutcomeNotice({ state, onUndo, onMove, onChangeList }: AddOutcomeNoticeProps) {
  const { outcome, list } = state;
  const isUndoing = state.name === 'undoing';
  const isOther = outcome.effect === 'matched-other';
  const isInOtherList = outcome.effect === 'kept' && outcome.listId !== list.id;
  return (
    <Notice
      tone={isOther ? 'care' : 'good'}
      title={outcomeTitle(outcome)}
      actions={
        <>
          <UndoButton until={outcome.undoUntil} isUndoing={isUndoing} onUndo={onUndo} />
          {isInOtherList && (
            <Button onClick={onMove}>{rich('popup.guard.move', { list: <bdi>{list.name}</bdi> })}</Button>
          )}
          {isOther && <ExternalLink href={contactPage(outcome.contactId)}>{t('common.openInGetSales')}</ExternalLink>}
          {!isUndoing && !isOther && <ChangeList onClick={onChangeList} />}
        </>
      }
    >
      {outcomeBody(outcome, list)}
    </Notice>
  );
}

export function ChangeList({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button look="quiet" onClick={onClick}>
      {t('popup.result.changeList')}
    </Button>
  );
}

function outcomeTitle(outcome: AddOutcome): ReactNode {
  const list = outcomeList(outcome);
  switch (outcome.effect) {
    case 'created':
      return rich('popup.result.created', { list });
    case 'kept':
      return outcome.listName === null ? t('popup.result.keptNoList') : rich('popup.result.kept', { list });
    case 'moved':
      return rich('popup.result.moved', { list });
    case 'matched-other':
      return t('popup.result.matchedOther');
  }
}

function outcomeBody(outcome: AddOutcome, wanted: ContactList): ReactNode {
  switch (outcome.effect) {
    case 'created':
      return t('popup.result.createdBody');
    case 'kept':
      return t('popup.result.keptBody');
    case 'moved':
      return t('popup.result.movedBody');
    case 'matched-other':
      return rich(
        outcome.matched?.mayHaveMoved === true ? 'popup.result.matchedMovedBody' : 'popup.result.matchedBody',
        { contact: <bdi>{matchedName(outcome.matched)}</bdi>, list: <bdi>{wanted.name}</bdi> },
      );
  }
}

/** Name of the contact's list after the add. */
export function outcomeList(outcome: AddOutcome): ReactNode {
  return <bdi>{outcome.listName ?? t('popup.guard.otherList')}</bdi>;
}

interface UndoButtonProps {
  /** ISO time until which Undo is offered; null when it is not. */
  readonly until: string | null;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
}

/** Undo with a countdown. The countdown is visual only; screen readers do not announce every second. */
function UndoButton({ until, isUndoing, onUndo }: UndoButtonProps) {
  const left = useSecondsLeft(until);
  if (isUndoing) return <Button busy>{t('popup.result.undoing')}</Button>;
  if (left === 0) return null;
  return (
    <Button onClick={onUndo}>
      {t('common.undo')}
      <span className={styles.seconds} aria-hidden="true">
        {left}
      </span>
    </Button>
  );
}
