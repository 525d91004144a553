import type { ContactList, ContactStatus } from '@/lib/domain/contact';
import type { AddState, IfPresent } from '@/lib/ui/adding/add-state';
import { runningAutomations } from './contact-status-facts';

/** What the popup shows in place of its main button. */
export type MainAction =
  | { readonly kind: 'choose-list' }
  | { readonly kind: 'add'; readonly list: ContactList; readonly ifPresent: IfPresent }
  | { readonly kind: 'adding'; readonly list: ContactList; readonly ifPresent: IfPresent }
  /** In the chosen list already: nothing to do. */
  | { readonly kind: 'already'; readonly listName: string }
  /** In another list: the user decides whether to move. */
  | {
      readonly kind: 'ask-to-move';
      readonly list: ContactList;
      readonly currentName: string;
      readonly automations: readonly string[];
      /** False when some automations could not be loaded. */
      readonly complete: boolean;
    }
  /** The result replaces picker and button. */
  | { readonly kind: 'result' };

/**
 * @param contactStatus null during and after a failed lookup: adding works then too, and keeps an existing contact in its list
 */
export function mainAction(add: AddState, contactStatus: ContactStatus | null, list: ContactList | null): MainAction {
  switch (add.name) {
    case 'adding':
      return { kind: 'adding', list: add.list, ifPresent: add.ifPresent };
    case 'done':
    case 'kept':
    case 'waiting':
    case 'undoing':
    case 'undo-failed':
    case 'page-changed':
      return { kind: 'result' };
    case 'idle':
    case 'cancelled':
    case 'failed':
    case 'undone':
      return actionBeforeAdding(contactStatus, list);
  }
}

function actionBeforeAdding(contactStatus: ContactStatus | null, list: ContactList | null): MainAction {
  if (list === null) return { kind: 'choose-list' };
  if (contactStatus?.kind !== 'present') return { kind: 'add', list, ifPresent: 'keep' };
  const { contact, listName } = contactStatus;
  // A contact without a list loses none, so no question is needed.
  if (contact.listId === null) return { kind: 'add', list, ifPresent: 'move' };
  if (contact.listId === list.id) return { kind: 'already', listName: list.name };
  return {
    kind: 'ask-to-move',
    list,
    currentName: listName ?? '',
    automations: runningAutomations(contactStatus),
    complete: contactStatus.extras === 'complete',
  };
}
