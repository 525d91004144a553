import type { ContactList, ContactStatus } from '@/lib/domain/contact';
import type { AddState, IfPresent } from '@/lib/ui/adding/add-state';
import { runningAutomations } from './contact-status-facts';

/** What stands where the popup's main button stands. */
export type ActionView =
  | { readonly kind: 'choose-list' }
  | { readonly kind: 'add'; readonly list: ContactList; readonly ifPresent: IfPresent }
  | { readonly kind: 'adding'; readonly list: ContactList; readonly ifPresent: IfPresent }
  /** On the chosen list already: nothing to do. */
  | { readonly kind: 'already'; readonly listName: string }
  /** On another list: the user decides, nothing is overwritten. */
  | {
      readonly kind: 'guard';
      readonly list: ContactList;
      readonly currentName: string;
      readonly automations: readonly string[];
      /** False when they could not all be asked. */
      readonly complete: boolean;
    }
  /** The outcome takes the place of picker and button. */
  | { readonly kind: 'result' };

/**
 * @param contactStatus null while GetSales is asked and when it could not be: adding works then too, and leaves whoever
 *   turns out to be there where they are
 */
export function actionView(add: AddState, contactStatus: ContactStatus | null, list: ContactList | null): ActionView {
  switch (add.name) {
    case 'adding':
      return { kind: 'adding', list: add.list, ifPresent: add.ifPresent };
    case 'done':
    case 'kept':
    case 'waiting':
    case 'undoing':
    case 'undo-failed':
    case 'elsewhere':
      return { kind: 'result' };
    case 'idle':
    case 'dropped':
    case 'failed':
    case 'undone':
      return beforeAdding(contactStatus, list);
  }
}

function beforeAdding(contactStatus: ContactStatus | null, list: ContactList | null): ActionView {
  if (list === null) return { kind: 'choose-list' };
  if (contactStatus?.kind !== 'present') return { kind: 'add', list, ifPresent: 'keep' };
  const { contact, listName } = contactStatus;
  // Without a list there is nothing to be taken off, so putting the contact on one needs no question.
  if (contact.listId === null) return { kind: 'add', list, ifPresent: 'move' };
  if (contact.listId === list.id) return { kind: 'already', listName: list.name };
  return {
    kind: 'guard',
    list,
    currentName: listName ?? '',
    automations: runningAutomations(contactStatus),
    complete: contactStatus.extras === 'complete',
  };
}
