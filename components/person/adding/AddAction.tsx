import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { formatNames } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './AddAction.module.css';
import type { MainAction } from './main-action';

interface AddActionProps {
  readonly view: Exclude<MainAction, { kind: 'result' }>;
  readonly personName: string;
  readonly onMove: () => void;
}

/** The form's main button, or the question whether to move. Enter submits the safe button: Add or Keep. */
export function AddAction({ view, personName, onMove }: AddActionProps) {
  switch (view.kind) {
    case 'choose-list':
      return (
        <Button type="submit" look="primary" wide disabled>
          {t('popup.add.choose')}
        </Button>
      );
    case 'add':
      return (
        <Button type="submit" look="primary" wide>
          {rich('popup.add.to', { list: <bdi>{view.list.name}</bdi> })}
          <kbd className={styles.key} aria-hidden="true">
            ↵
          </kbd>
        </Button>
      );
    case 'adding':
      return (
        <Button type="submit" look="primary" wide busy>
          {rich(view.ifPresent === 'move' ? 'popup.guard.moving' : 'popup.add.adding', {
            list: <bdi>{view.list.name}</bdi>,
          })}
        </Button>
      );
    case 'already':
      return (
        <div className={styles.already}>
          <p className={styles.title}>{rich('popup.add.already', { list: <bdi>{view.listName}</bdi> })}</p>
          <p className={styles.hint}>{t('popup.add.alreadyHint')}</p>
        </div>
      );
    case 'ask-to-move':
      return <MoveQuestion view={view} personName={personName} onMove={onMove} />;
  }
}

interface MoveQuestionProps {
  readonly view: Extract<MainAction, { kind: 'ask-to-move' }>;
  readonly personName: string;
  readonly onMove: () => void;
}

/** A contact is in one list only: asks before moving, and says which list the person would leave. */
function MoveQuestion({ view, personName, onMove }: MoveQuestionProps) {
  const current = <bdi>{view.currentName === '' ? t('popup.guard.otherList') : view.currentName}</bdi>;
  const person = <bdi>{personName}</bdi>;
  return (
    <Notice
      tone="care"
      title={rich('popup.guard.title', { list: current })}
      actions={
        <>
          <Button type="submit" look="primary">
            {rich('popup.guard.keep', { list: current })}
          </Button>
          <Button onClick={onMove}>{rich('popup.guard.move', { list: <bdi>{view.list.name}</bdi> })}</Button>
        </>
      }
    >
      {moveConsequence(view, person, current)}
    </Notice>
  );
}

function moveConsequence(view: MoveQuestionProps['view'], person: ReactNode, list: ReactNode): ReactNode {
  if (view.automations.length > 0) {
    const names = view.automations.map((automation) => t('popup.guard.automation', { automation }));
    return rich('popup.guard.bodyAutomation', { person, list, automation: <bdi>{formatNames(names)}</bdi> });
  }
  return rich(view.complete ? 'popup.guard.body' : 'popup.guard.bodyUnknown', { person, list });
}
