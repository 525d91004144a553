import type { IdentifiedAccount } from '@/lib/domain/account';
import type { AppError, MissingThing } from '@/lib/domain/app-error';
import type { AutomationStatus, Contact, ContactDraft, ContactList, CustomField } from '@/lib/domain/contact';
import type { ConversationPage, Message, Sender } from '@/lib/domain/conversation';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import type { Failure } from './http/call';

/** A failed write. `not-done` is proven; with `unknown` the write may have happened. */
export type WriteFailure =
  { readonly fate: 'not-done'; readonly error: AppError } | { readonly fate: 'unknown'; readonly error: AppError };

export interface UpsertRequest {
  readonly identity: LinkedInIdentity;
  readonly listId: ListId;
  readonly draft: ContactDraft;
  /** Moves a contact that exists to `listId`. Its other fields are never overwritten. */
  readonly moveToList: boolean;
}

export interface SendRequest {
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly text: string;
}

/** What a contact was sent before a send, to recognise the new message later. */
export interface SentBaseline {
  readonly messages: readonly Message[];
  /** Server clock minus ours, ms; null without a `Date` header. */
  readonly skewMs: number | null;
}

/**
 * GetSales as the services see it. Every method resolves to a `Result` and never throws. Writes fail with a `WriteFailure`,
 * which tells a refused write from one with an unknown outcome.
 */
export interface GetSalesClient {
  /** The user and workspace of the key: `GET users/current` and `GET teams`. */
  whoAmI(signal?: AbortSignal): Promise<Result<IdentifiedAccount>>;

  /** All lists, without duplicates, sorted here by name. */
  lists(signal?: AbortSignal): Promise<Result<readonly ContactList[]>>;
  createList(name: string, signal?: AbortSignal): Promise<Result<ContactList, WriteFailure>>;

  /** All senders, oldest first. */
  senders(signal?: AbortSignal): Promise<Result<readonly Sender[]>>;

  /** `lookup-one`, or `find-one` where the first does not exist. `null`: GetSales answered that there is no such contact. */
  lookup(identity: LinkedInIdentity, signal?: AbortSignal): Promise<Result<Contact | null>>;
  /** One contact by id; `null` when it no longer exists. */
  contact(id: ContactId, signal?: AbortSignal): Promise<Result<Contact | null>>;
  /** Names of pipeline stages by id. */
  stages(signal?: AbortSignal): Promise<Result<ReadonlyMap<string, string>>>;
  /** All custom fields of contacts, in the workspace's order. */
  customFields(signal?: AbortSignal): Promise<Result<readonly CustomField[]>>;
  /** The automations that this contact is or was in, newest first. */
  automations(id: ContactId, signal?: AbortSignal): Promise<Result<readonly AutomationStatus[]>>;

  /**
   * Creates one contact, or finds it: `upsert`, with a fallback to `POST /leads/api/leads` where that route does not exist
   * (404 or 405). Idempotent for one person. `serverNowMs` is the server's clock (from `Date`), null without that header.
   */
  upsert(
    request: UpsertRequest,
    signal?: AbortSignal,
  ): Promise<Result<{ readonly contact: Contact; readonly serverNowMs: number | null }, WriteFailure>>;
  /**
   * `POST /leads/api/leads`: many contacts at once on one list, as GetSales' Quick Start shows it. No screen calls it: for
   * this route it is undocumented what happens to existing contacts, and one unknown outcome would cover all rows
   * (docs/getsales-api.md#quick-start). `upsert` shares its request as a fallback for one contact.
   */
  createMany(
    listId: ListId,
    people: readonly { readonly identity: LinkedInIdentity; readonly draft: ContactDraft }[],
    signal?: AbortSignal,
  ): Promise<Result<readonly Contact[], WriteFailure>>;
  /** `DELETE /leads/api/leads/{uuid}`: undoes an add that created the contact. */
  removeContact(id: ContactId, signal?: AbortSignal): Promise<Result<null, WriteFailure>>;
  /** One page of 50 messages, newest first. Rows of another contact or sender are dropped. */
  conversation(
    contactId: ContactId,
    senderId: SenderId | null,
    offset: number,
    signal?: AbortSignal,
  ): Promise<Result<ConversationPage>>;
  /** The newest 50 messages from this sender to this contact, read before a send. One attempt, no retry. */
  sentMessages(contactId: ContactId, senderId: SenderId, signal?: AbortSignal): Promise<Result<SentBaseline>>;
  /** `POST /flows/api/linkedin-messages`: sent at most once. */
  send(request: SendRequest, signal?: AbortSignal): Promise<Result<Message, WriteFailure>>;
  /**
   * `PUT /flows/api/linkedin-messages/{uuid}/retry`: queues a failed message again. Sent at most once. GetSales refuses it
   * for a message that has not failed.
   */
  retry(id: MessageId, signal?: AbortSignal): Promise<Result<null, WriteFailure>>;
  /** One message by id through `filter[uuid]`; null when GetSales does not list it. */
  message(id: MessageId, signal?: AbortSignal): Promise<Result<Message | null>>;
}

/** The failure of a write; `what` names the thing that a 404 is about. */
export function toWriteFailure({ fate, error }: Failure, what: MissingThing): WriteFailure {
  return { fate, error: error.code === 'not-found' ? { code: 'not-found', what } : error };
}

/** The failure of a write whose 2xx answer does not prove that it was done. */
export function unprovenWrite(status: number): WriteFailure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status } };
}
