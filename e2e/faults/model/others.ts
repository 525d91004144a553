import { recordOf, textOf } from '../../sandbox/wire/values';
import type { ContactChange } from '../../sandbox/control/control';
import type { ActOfOthers } from '../judge/facts';
import type { SeededAccount } from './profile';

/** What other users of the workspace, and contacts, do in a run. */
export interface Others {
  readonly add: (account: SeededAccount, slug: string, listId: string) => void;
  readonly change: (account: SeededAccount, slug: string, change: ContactChange) => void;
  /** Sends this text to the contact of the message, as its sender. */
  readonly write: (
    account: SeededAccount,
    message: { readonly contactId: string; readonly senderId: string },
    text: string,
  ) => void;
  /** A message between the first sender and the contact of this slug. */
  readonly exchange: (account: SeededAccount, slug: string, way: 'from the contact' | 'to the contact') => void;
  readonly acts: () => readonly ActOfOthers[];
}

export function createOthers(now: () => number): Others {
  const acts: ActOfOthers[] = [];
  const none = { slug: null, listId: null, messageId: null, text: null };
  return {
    add({ name, control }, slug, listId) {
      const contactId = control.addContact(slug, listId);
      if (contactId !== null) acts.push({ ...none, what: 'added', account: name, slug, contactId, listId, at: now() });
    },
    change({ name, control }, slug, change) {
      const contactId = control.changeContact(slug, change);
      const listId = 'listUuid' in change ? change.listUuid : null;
      if (contactId !== null) acts.push({ ...none, what: 'changed', account: name, contactId, listId, at: now() });
    },
    write({ name, control }, { contactId, senderId }, text) {
      const messageId = control.writeMessage({ leadUuid: contactId, senderUuid: senderId, text });
      if (messageId !== null)
        acts.push({ ...none, what: 'wrote', account: name, contactId, messageId, text, at: now() });
    },
    exchange({ name, control, senders: [senderUuid] }, slug, way) {
      const contactId = textOf(recordOf(control.contact(slug)?.['lead'])['uuid']);
      if (contactId === null) return;
      const text = `A message ${way}`;
      const message = { leadUuid: contactId, senderUuid, text };
      const messageId = way === 'from the contact' ? control.receiveMessage(message) : control.writeMessage(message);
      if (messageId !== null)
        acts.push({ ...none, what: 'wrote', account: name, contactId, messageId, text, at: now() });
    },
    acts: () => acts,
  };
}
