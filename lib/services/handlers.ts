import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import type { AddContactService } from './add-contact';
import type { Catalog } from './catalog';
import type { ConversationService } from './conversation';
import type { SendMessageService } from './send-message';
import type { SessionService } from './session';
import type { StandingService } from './standing';

export interface Services {
  readonly session: SessionService;
  readonly catalog: Catalog;
  readonly standing: StandingService;
  readonly addContact: AddContactService;
  readonly undoAdd: (intentId: InputOf<'contact.undo'>['intentId']) => Promise<Result<null>>;
  readonly conversation: ConversationService;
  readonly sendMessage: SendMessageService;
  readonly journal: Journal;
  readonly client: GetSalesClient;
}

export type HandlerTable = {
  readonly [N in MessageName]: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>;
};

/** One handler per message of the protocol. Whatever needs GetSales is refused before any request without a good key. */
export function createHandlers(services: Services): HandlerTable {
  const { session, catalog, standing, addContact, undoAdd, conversation, sendMessage, journal, client } = services;

  const connected =
    <I, T>(act: (input: I) => Promise<Result<T>>) =>
    async (input: I): Promise<Result<T>> => {
      const { state } = await session.get();
      if (state === 'disconnected') return err({ code: 'not-connected' });
      return state === 'rejected' ? err({ code: 'key-rejected' }) : act(input);
    };

  return {
    'session.get': async () => ok(await session.get()),
    'session.connect': ({ key }) => session.connect(key),
    'session.signOut': () => session.signOut(),
    'lists.get': connected(({ fresh }) => catalog.lists(fresh)),
    'lists.create': connected(({ name }) => catalog.createList(name)),
    'senders.get': connected(({ fresh }) => catalog.senders(fresh)),
    'contact.standing': connected(({ identity, fresh }) => standing.get(identity, fresh)),
    'contact.add': connected((input) => addContact.add(input)),
    'contact.undo': connected(({ intentId }) => undoAdd(intentId)),
    'conversation.page': connected((input) => conversation.page(input)),
    'message.send': connected((input) => sendMessage.send(input)),
    'message.follow': connected(async ({ messageId }) => {
      const found = await client.message(messageId);
      if (!found.ok) return found;
      return found.value === null ? err({ code: 'not-found', what: 'message' }) : ok(found.value);
    }),
    'message.reconcile': connected(({ intentId }) => sendMessage.reconcile(intentId)),
    'intents.recent': (input) => journal.recent(input),
  };
}
