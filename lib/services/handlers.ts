import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { ExchangeLog } from '@/lib/journal/exchange-log';
import type { Journal } from '@/lib/journal/journal';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import type { ActivityService } from './activity';
import type { AddContactService } from './add-contact';
import type { Catalog } from './catalog';
import type { ConversationService } from './conversation';
import type { Recovery } from './recovery';
import type { RetryMessage } from './retry-message';
import type { SendMessageService } from './send-message';
import type { SessionService } from './session';
import type { StandingService } from './standing';
import type { UndoAddService } from './undo-add';

export interface Services {
  readonly session: SessionService;
  readonly catalog: Catalog;
  readonly standing: StandingService;
  readonly activity: ActivityService;
  readonly addContact: AddContactService;
  readonly undoAdd: UndoAddService;
  readonly conversation: ConversationService;
  readonly sendMessage: SendMessageService;
  readonly retryMessage: RetryMessage;
  readonly recovery: Recovery;
  readonly journal: Journal;
  readonly exchanges: Pick<ExchangeLog, 'recent'>;
  readonly client: GetSalesClient;
  /** Carries on what waited for a connection. */
  readonly connectionBack: () => Promise<void>;
  /** Keeps the worker alive until an act has come to its end. */
  readonly keepAwake: <T>(act: () => Promise<T>) => Promise<T>;
}

export type HandlerTable = {
  readonly [N in MessageName]: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>;
};

/** One handler per message of the protocol. Whatever needs GetSales is refused before any request without a good key. */
export function createHandlers(services: Services): HandlerTable {
  const { session, catalog, standing, activity, addContact, undoAdd, conversation, sendMessage, journal, client } =
    services;

  const asking =
    <I, T>(ask: (input: I) => Promise<Result<T>>) =>
    async (input: I): Promise<Result<T>> => {
      const usable = await session.usable();
      return usable.ok ? ask(input) : usable;
    };
  const acting = <I, T>(act: (input: I) => Promise<Result<T>>) =>
    asking((input: I) => services.keepAwake(() => act(input)));

  return {
    'session.get': () => session.get(),
    'session.connect': ({ key }) => session.connect(key),
    'session.signOut': () => session.signOut(),
    'lists.get': asking(({ fresh }) => catalog.lists(fresh)),
    'lists.create': acting(({ name }) => catalog.createList(name)),
    'senders.get': asking(({ fresh }) => catalog.senders(fresh)),
    'customFields.get': asking(({ fresh }) => catalog.customFields(fresh)),
    'contact.standing': asking(({ identity, fresh }) => standing.get(identity, fresh)),
    'contact.add': acting((input) => addContact.add(input)),
    'contact.undo': acting(({ intentId }) => undoAdd.undo(intentId)),
    'conversation.page': asking((input) => conversation.page(input)),
    'message.send': acting((input) => sendMessage.send(input)),
    'message.cancel': ({ intentId }) => sendMessage.cancel(intentId),
    'message.follow': asking(async ({ messageId }) => {
      const found = await client.message(messageId);
      if (!found.ok) return found;
      return found.value === null ? err({ code: 'not-found', what: 'message' }) : ok(found.value);
    }),
    'message.retry': acting(({ messageId }) => services.retryMessage(messageId)),
    'message.reconcile': asking(({ intentId }) => sendMessage.reconcile(intentId)),
    'connection.back': async () => {
      await services.connectionBack();
      return ok(null);
    },
    'intents.recent': (input) => journal.recent(input),
    'activity.page': (input) => activity.page(input),
    'activity.retry': acting(({ intentId }) => activity.retry(intentId)),
    'activity.remove': ({ intentId }) => activity.remove(intentId),
    'activity.erase': () => activity.erase(),
    'exchanges.recent': () => services.exchanges.recent(),
  };
}
