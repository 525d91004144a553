import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import type { AppError } from '@/lib/domain/app-error';
import { t } from '@/lib/i18n/text';
import type { AddState } from '@/lib/ui/adding/add-state';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import { AddOutcomeNotice, ChangeList, outcomeList } from './AddOutcomeNotice';

interface AddResultProps {
  readonly personName: string;
  readonly state: AddState;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
  /** Moves the person to the chosen list, after they turned out to be in another one. */
  readonly onMove: () => void;
  readonly onChangeList: () => void;
  readonly onConnect: () => void;
  readonly onRefresh: () => void;
  readonly onTryNow: () => void;
  readonly onCancel: () => void;
}

/** The outcome of an add: where the person is now, what did not change, and Undo. */
export function AddResult({ state, ...on }: AddResultProps) {
  switch (state.name) {
    case 'idle':
    case 'adding':
      return null;
    case 'done':
    case 'undoing':
      return <AddOutcomeNotice state={state} {...on} />;
    case 'undo-failed':
      return (
        <>
          <ErrorNotice error={state.error} onRetry={on.onUndo} onConnect={on.onConnect} />
          <Notice tone="plain" title={rich('popup.result.stillThere', { list: outcomeList(state.outcome) })} />
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
    case 'cancelled':
      return (
        <Notice tone="plain" title={t('popup.result.dropped')}>
          {t('popup.result.droppedBody')}
        </Notice>
      );
    case 'undone':
      return (
        <Notice tone="plain" title={t('popup.result.undone')}>
          {rich(state.effect === 'moved' ? 'popup.result.movedBackBody' : 'popup.result.undoneBody', {
            person: <bdi>{on.personName}</bdi>,
          })}
        </Notice>
      );
    case 'failed':
      return <ErrorNotice error={state.error} onRetry={on.onRetry} onConnect={on.onConnect} />;
    case 'page-changed':
      return (
        <Notice
          tone="care"
          title={t(state.error.code === 'person-changed' ? 'popup.elsewhere.title' : 'popup.elsewhere.gone')}
          actions={<Button onClick={on.onRefresh}>{t('popup.elsewhere.show')}</Button>}
        >
          {t('popup.elsewhere.body')}
        </Notice>
      );
  }
}

type WaitingProps = Pick<AddResultProps, 'personName' | 'onTryNow' | 'onCancel' | 'onConnect'> & {
  readonly state: Extract<AddState, { name: 'waiting' }>;
};

/** A waiting add. It is stored, so the popup can be closed. */
function Waiting({ state, personName, onTryNow, onCancel, onConnect }: WaitingProps) {
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
            <Button disabled={state.isCancelling} onClick={onTryNow}>
              {t('popup.result.tryNow')}
            </Button>
          )}
          <Button look="quiet" busy={state.isCancelling === true} onClick={onCancel}>
            {t('popup.result.drop')}
          </Button>
        </>
      }
    >
      {state.cancelError !== undefined && (
        <p>{t('popup.result.notCancelled', { reason: errorWords(state.cancelError).title })}</p>
      )}
      <p>{rich('popup.result.waitingBody', { reason: title, person, list: <bdi>{state.list.name}</bdi> })}</p>
    </Notice>
  );
}

/** Says what the add waits for. */
function waitingTitle(error: AppError) {
  if (errorWords(error).help === 'connect') return 'popup.result.waitingKey';
  return error.code === 'offline' ? 'popup.result.waitingReach' : 'popup.result.waitingAnswer';
}
