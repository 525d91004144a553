import type { IdentifiedAccount } from '@/lib/domain/account';
import type { AppError, MissingThing } from '@/lib/domain/app-error';
import type { AutomationStatus, Contact, ContactDraft, ContactList, CustomField } from '@/lib/domain/contact';
import type { ConversationPage, Message, Sender } from '@/lib/domain/conversation';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import type { Failure } from './http/call';

/** How far a write got, when its outcome matters more than its error. `not-done` is proven; `unknown` may have happened. */
export type WriteFailure =
  { readonly fate: 'not-done'; readonly error: AppError } | { readonly fate: 'unknown'; readonly error: AppError };

export interface UpsertRequest {
  readonly identity: LinkedInIdentity;
  readonly listId: ListId;
  readonly draft: ContactDraft;
  readonly updateIfExists: boolean;
  readonly moveToList: boolean;
}

export interface SendRequest {
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly text: string;
}

export interface OutboxBaseline {
  readonly messages: readonly Message[];
  /** Server clock minus ours, ms; null without a `Date` header. */
  readonly skewMs: number | null;
}

/**
 * GetSales, as the worker's services see it. Every method answers with data: a `Result`, never a throw. Writes that are
 * not repeatable answer with a `WriteFailure`, so that "no" and "nobody knows" are different types.
 */
export interface GetSalesClient {
  /** `GET users/current` and `GET teams`: whose key this is, and of which workspace (3.1). */
  whoAmI(signal?: AbortSignal): Promise<Result<IdentifiedAccount>>;

  /** All lists, paged to the end, de-duplicated by id, in GetSales' order by name (3.4). */
  lists(signal?: AbortSignal): Promise<Result<readonly ContactList[]>>;
  createList(name: string, signal?: AbortSignal): Promise<Result<ContactList, WriteFailure>>;

  /** All senders, paged to the end (3.10). */
  senders(signal?: AbortSignal): Promise<Result<readonly Sender[]>>;

  /** `lookup-one`, `find-one` where the first does not exist. `null` means: GetSales answered that there is no such contact (3.2). */
  lookup(identity: LinkedInIdentity, signal?: AbortSignal): Promise<Result<Contact | null>>;
  /** One contact by id; `null` when it no longer exists. */
  contact(id: ContactId, signal?: AbortSignal): Promise<Result<Contact | null>>;
  /** Pipeline stage names by id (3.7). */
  stages(signal?: AbortSignal): Promise<Result<ReadonlyMap<string, string>>>;
  /** Custom fields of contacts, paged to the end (3.7). Repeatable. */
  customFields(signal?: AbortSignal): Promise<Result<readonly CustomField[]>>;
  /** Automations this contact is or was in, with their names (3.11). */
  automations(id: ContactId, signal?: AbortSignal): Promise<Result<readonly AutomationStatus[]>>;

  /**
   * `upsert`; falls back to `POST /leads/api/leads` where upsert does not exist (404/405 on the route). Idempotent for
   * one person. `serverNowMs` is the server's clock at the answer (from `Date`), null without it.
   */
  upsert(
    request: UpsertRequest,
    signal?: AbortSignal,
  ): Promise<Result<{ readonly contact: Contact; readonly serverNowMs: number | null }, WriteFailure>>;
  /** `POST /leads/api/leads`: many at once on one list (quick-start.txt). */
  createMany(
    listId: ListId,
    people: readonly { readonly identity: LinkedInIdentity; readonly draft: ContactDraft }[],
    signal?: AbortSignal,
  ): Promise<Result<readonly Contact[], WriteFailure>>;
  /** `DELETE /leads/api/leads/{uuid}`: used by Undo of a contact that we created. */
  removeContact(id: ContactId, signal?: AbortSignal): Promise<Result<null, WriteFailure>>;
  /** Newest first; rows that do not belong to the contact (or sender) are dropped (2.4). Page size 50. */
  conversation(
    contactId: ContactId,
    senderId: SenderId | null,
    offset: number,
    signal?: AbortSignal,
  ): Promise<Result<ConversationPage>>;
  /** Newest 50 sentMessages messages of this contact and sender: the preflight of a send. One attempt, no retry. */
  sentMessages(contactId: ContactId, senderId: SenderId, signal?: AbortSignal): Promise<Result<OutboxBaseline>>;
  /** `POST /flows/api/linkedin-messages`: one attempt, ever. */
  send(request: SendRequest, signal?: AbortSignal): Promise<Result<Message, WriteFailure>>;
  /**
   * `PUT /flows/api/linkedin-messages/{uuid}/retry`: puts a failed message back into the queue, the same one. One attempt,
   * ever; GetSales refuses it for a message that has not failed.
   */
  retry(id: MessageId, signal?: AbortSignal): Promise<Result<null, WriteFailure>>;
  /** One message by id through `filter[uuid]`; null when GetSales does not list it. */
  message(id: MessageId, signal?: AbortSignal): Promise<Result<Message | null>>;
}

/** A failure of a write, with what a 404 was about. */
export function writeFailure({ fate, error }: Failure, what: MissingThing): WriteFailure {
  return { fate, error: error.code === 'not-found' ? { code: 'not-found', what } : error };
}

/** A 2xx that does not prove anything. */
export function unproven(status: number): WriteFailure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status } };
}
