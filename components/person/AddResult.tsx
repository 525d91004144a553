import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { Notice } from '@/components/ui/Notice';
import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, ContactList } from '@/lib/domain/contact';
import { t, type TextKey } from '@/lib/i18n/text';
import { contactPage } from '@/lib/ui/adding/contact-page';
import { errorWords } from '@/lib/ui/page/error-words';
import type { AddState } from '@/lib/ui/adding/add-state';
import { matchedName } from '@/lib/ui/profile/matched-words';
import { rich } from '@/lib/ui/page/rich';
import { UndoButton } from './UndoButton';

interface AddResultProps {
  readonly personName: string;
  readonly state: AddState;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
  /** Moves the person to the list that was wanted, after it turned out that they were on another one. */
  readonly onMove: () => void;
  readonly onChangeList: () => void;
  readonly onConnect: () => void;
  readonly onLookAgain: () => void;
  readonly onTryNow: () => void;
  readonly onDrop: () => void;
}

/** What became of the add: where the person is now, what was left alone, and the way back. */
export function AddResult({ state, ...on }: AddResultProps) {
  switch (state.name) {
    case 'idle':
    case 'adding':
      return null;
    case 'done':
    case 'undoing':
      return <Outcome state={state} {...on} />;
    case 'undo-failed':
      return (
        <>
          <ErrorNotice error={state.error} onRetry={on.onUndo} onConnect={on.onConnect} />
          <Notice tone="plain" title={rich('popup.result.stillThere', { list: listOf(state.outcome) })} />
        </>
      );
    case 'waiting':
      return <Waiting state={state} {...on} />;
    case 'kept':
      return (
        <Notice
          tone="good"
          title={rich('popup.result.kept', { list: <bdi>{state.listName}</bdi> })}
          actions={<ChangeList onClick={on.onChangeList} />}
        >
          {t('popup.result.keptBody')}
        </Notice>
      );
    case 'dropped':
      return (
        <Notice tone="plain" title={t('popup.result.dropped')}>
          {t('popup.result.droppedBody')}
        </Notice>
      );
    case 'undone':
      return (
        <Notice tone="plain" title={t('popup.result.undone')}>
          {t('popup.result.undoneBody')}
        </Notice>
      );
    case 'failed':
      return <ErrorNotice error={state.error} onRetry={on.onRetry} onConnect={on.onConnect} />;
    case 'elsewhere':
      return (
        <Notice
          tone="care"
          title={t(state.error.code === 'person-changed' ? 'popup.elsewhere.title' : 'popup.elsewhere.gone')}
          actions={<Button onClick={on.onLookAgain}>{t('popup.elsewhere.look')}</Button>}
        >
          {t('popup.elsewhere.body')}
        </Notice>
      );
  }
}

type WaitingProps = Pick<AddResultProps, 'personName' | 'onTryNow' | 'onDrop' | 'onConnect'> & {
  readonly state: Extract<AddState, { name: 'waiting' }>;
};

/** On disk: nothing is lost, and the user may go. */
function Waiting({ state, personName, onTryNow, onDrop, onConnect }: WaitingProps) {
  const person = <bdi>{personName}</bdi>;
  const { title, help } = errorWords(state.error);
  return (
    <Notice
      tone="care"
      title={rich(waitingTitle(state.error), { person })}
      actions={
        <>
          {help === 'connect' ? (
            <Button onClick={onConnect}>{t('common.checkKey')}</Button>
          ) : (
            <Button onClick={onTryNow}>{t('popup.result.tryNow')}</Button>
          )}
          <Button look="quiet" onClick={onDrop}>
            {t('popup.result.drop')}
          </Button>
        </>
      }
    >
      {rich('popup.result.waitingBody', { reason: title, person, list: <bdi>{state.list.name}</bdi> })}
    </Notice>
  );
}

/** What it waits for. */
function waitingTitle(error: AppError): TextKey {
  if (errorWords(error).help === 'connect') return 'popup.result.waitingKey';
  const outOfReach = error.code === 'offline' || error.code === 'unreachable';
  return outOfReach ? 'popup.result.waitingReach' : 'popup.result.waitingAnswer';
}

interface OutcomeProps extends Pick<AddResultProps, 'onUndo' | 'onMove' | 'onChangeList'> {
  readonly state: Extract<AddState, { name: 'done' | 'undoing' }>;
}

function Outcome({ state, onUndo, onMove, onChangeList }: OutcomeProps) {
  const { outcome, list } = state;
  const undoing = state.name === 'undoing';
  const isOther = outcome.effect === 'matched-other';
  const elsewhere = outcome.effect === 'kept' && outcome.listId !== list.id;
  return (
    <Notice
      tone={isOther ? 'care' : 'good'}
      title={outcomeTitle(outcome)}
      actions={
        <>
          <UndoButton until={outcome.undoUntil} undoing={undoing} onUndo={onUndo} />
          {elsewhere && <Button onClick={onMove}>{rich('popup.guard.move', { list: <bdi>{list.name}</bdi> })}</Button>}
          {isOther && <ExternalLink href={contactPage(outcome.contactId)}>{t('common.openInGetSales')}</ExternalLink>}
          {!undoing && !isOther && <ChangeList onClick={onChangeList} />}
        </>
      }
    >
      {outcomeBody(outcome, list)}
    </Notice>
  );
}

function ChangeList({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button look="quiet" onClick={onClick}>
      {t('popup.result.changeList')}
    </Button>
  );
}

function outcomeTitle(outcome: AddOutcome): ReactNode {
  const list = listOf(outcome);
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

function listOf(outcome: AddOutcome): ReactNode {
  return <bdi>{outcome.listName ?? t('popup.guard.otherList')}</bdi>;
}
