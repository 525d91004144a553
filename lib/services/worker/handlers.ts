import type { AccountId, PendingCounts } from '@/lib/domain/account';
import type { Result } from '@/lib/domain/result';
import { err, ok } from '@/lib/domain/result';
import type { RequestLog } from '@/lib/outbox/request-log';
import type { Handlers } from '@/lib/messaging/serve';
import type { AccountServices } from './account-services';
import type { OtherAccounts } from '../account/other-accounts';
import type { Recovery } from './recovery';
import { readMessage } from '../sending/retry-message';
import type { SessionService } from '../account/session';

export interface Services {
  readonly session: SessionService;
  /** Counts what is pending for all accounts. */
  readonly pending: () => Promise<Result<PendingCounts>>;
  readonly otherAccounts: OtherAccounts;
  readonly loggedRequests: Pick<RequestLog, 'recent'>;
  /** `markInterrupted`: at every start, before anything else. `processDue`: for the connected account, if there is one. */
  readonly recovery: Recovery & { readonly markInterrupted: () => Promise<Result<null>> };
  /** Whether a message is queued or being sent. */
  readonly isSending: () => Promise<boolean>;
  /** Processes entries that waited for a connection. */
  readonly handleOnline: () => Promise<void>;
  /** Keeps the worker alive until the task has ended. */
  readonly keepAwake: <T>(task: () => Promise<T>) => Promise<T>;
}

type Run<I, T> = (services: AccountServices, input: I) => Promise<Result<T>>;
type Handle<I, T> = (input: I, account: AccountId | null) => Promise<Result<T>>;

/**
 * One handler per message of the protocol. Messages about an account fail if the page was opened for another one. Messages
 * that need GetSales fail before any request if the key is missing or was rejected.
 */
export function createHandlers({ session, ...services }: Services): Handlers {
  const forAccount =
    <I, T>(find: () => Promise<Result<AccountServices>>, run: Run<I, T>): Handle<I, T> =>
    async (input, account) => {
      const found = await find();
      if (!found.ok) return found;
      const { generation } = found.value;
      if (account !== generation.account.id) return err({ code: 'key-replaced' });
      return generation.run(() => run(found.value, input));
    };
  /** Reads or changes stored data, also without a usable key. */
  const stored = <I, T>(run: Run<I, T>) => forAccount(() => session.current(), run);
  /** Reads from GetSales. */
  const asking = <I, T>(run: Run<I, T>) => forAccount(() => session.usable(), run);
  /** Writes to GetSales; the worker stays awake. */
  const acting = <I, T>(run: Run<I, T>) =>
    asking<I, T>((account, input) => services.keepAwake(() => run(account, input)));

  return {
    'session.get': () => session.get(),
    'session.connect': ({ key, confirmed }) => services.keepAwake(() => session.connect(key, confirmed)),
    'session.signOut': ({ confirmed }) => services.keepAwake(() => session.signOut(confirmed)),
    'session.pending': () => services.pending(),
    'others.count': () => services.otherAccounts.count(),
    'others.list': () => services.otherAccounts.list(),
    'others.erase': () => services.otherAccounts.erase(),
    'lists.get': asking(({ catalog }, { fresh }) => catalog.lists(fresh)),
    'lists.find': asking(({ client }, { text }) => client.findLists('q', text)),
    'lists.create': acting(({ generation, catalog }, { name }) =>
      generation.runNamed({ what: 'list', name }, () => catalog.createList(name)),
    ),
    'senders.get': asking(({ catalog }, { fresh }) => catalog.senders(fresh)),
    'customFields.get': asking(({ catalog }, { fresh }) => catalog.customFields(fresh)),
    'contact.status': asking(({ contactStatus }, { identity, fresh }) => contactStatus.get(identity, fresh)),
    'contact.add': acting(({ addContact }, input) => addContact.add(input)),
    'contact.undo': acting(({ undoAdd }, { entryId }) => undoAdd.undo(entryId)),
    'contact.cancel': stored(({ addContact }, { entryId }) => services.keepAwake(() => addContact.cancel(entryId))),
    'conversation.page': asking(({ conversation }, input) => conversation.page(input)),
    'message.send': acting(({ sendMessage }, input) => sendMessage.send(input)),
    'message.cancel': stored(({ sendMessage }, { entryId }) => sendMessage.cancel(entryId)),
    'message.follow': asking(({ client }, { messageId }) => readMessage(client, messageId)),
    'message.retry': acting(({ generation, retryMessage }, { messageId }) =>
      generation.runNamed({ what: 'message-retry', name: '' }, () => retryMessage(messageId)),
    ),
    'message.reconcile': asking(({ sendMessage }, { entryId }) => sendMessage.reconcile(entryId)),
    'connection.back': async () => {
      await services.handleOnline();
      return ok(null);
    },
    'outbox.recent': stored(({ outbox }, input) => outbox.recent(input)),
    'activity.page': stored(({ activity }, input) => activity.page(input)),
    'activity.retry': acting(({ activity }, { entryId }) => activity.retry(entryId)),
    'activity.remove': stored(({ activity }, { entryId }) => activity.remove(entryId)),
    'activity.erase': stored(({ activity }) => activity.erase()),
    'requestLog.recent': () => services.loggedRequests.recent(),
  };
}
