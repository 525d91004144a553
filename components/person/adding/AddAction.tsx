import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { formatNames } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './AddAction.module.css';
import type { ActionView } from './main-action';

interface AddActionProps {
  readonly view: Exclude<ActionView, { kind: 'result' }>;
  readonly personName: string;
  readonly onMove: () => void;
}

/** The form's main button, or the move guard in its place. Enter in the form presses what is safe: Add or Keep. */
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
    case 'guard':
      return <MoveGuard view={view} personName={personName} onMove={onMove} />;
  }
}

interface MoveGuardProps {
  readonly view: Extract<ActionView, { kind: 'guard' }>;
  readonly personName: string;
  readonly onMove: () => void;
}

/** A contact is on one list: says what moving takes the person off, and does nothing unless the user chooses it. */
function MoveGuard({ view, personName, onMove }: MoveGuardProps) {
  const current = <bdi>{view.currentName === '' ? t('popup.guard.otherList') : view.currentName}</bdi>;
  const person = <bdi>{personName}</bdi>;
  return (
    <Notice
      tone="care"
      title={rich('popup.guard.title', { list: current })}
      actions={
        <>
          <Button type="submit" look="primary">
            {t('popup.guard.keep')}
          </Button>
          <Button onClick={onMove}>{rich('popup.guard.move', { list: <bdi>{view.list.name}</bdi> })}</Button>
        </>
      }
    >
      {guardBody(view, person, current)}
    </Notice>
  );
}

function guardBody(view: MoveGuardProps['view'], person: ReactNode, list: ReactNode): ReactNode {
  if (view.automations.length > 0) {
    const names = view.automations.map((automation) => t('popup.guard.automation', { automation }));
    return rich('popup.guard.bodyAutomation', { person, list, automation: <bdi>{formatNames(names)}</bdi> });
  }
  return rich(view.complete ? 'popup.guard.body' : 'popup.guard.bodyUnknown', { person, list });
}
