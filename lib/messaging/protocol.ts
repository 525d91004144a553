import * as z from 'zod/mini';
import { AccountId, type Connected, type PendingCounts, type Session, type SignedOut } from '@/lib/domain/account';
import { ACTIVITY_FILTERS, type ActivityPage } from '@/lib/domain/activity';
import {
  ContactDraft,
  type AddOutcome,
  type AddWaiting,
  type ContactList,
  type ContactStatus,
  type CustomField,
} from '@/lib/domain/contact';
import { MESSAGE_MAX_LENGTH, type ConversationPage, type Message, type Sender } from '@/lib/domain/conversation';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { isAddressable } from '@/lib/domain/identity';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, SendOutcome } from '@/lib/domain/outbox-entry';

/** An answer with the time (ISO) at which GetSales said so. */
export interface AsOf<T> {
  readonly value: T;
  readonly asOf: string;
}

const nothing = z.strictObject({});
const count = z.number().check(z.int(), z.minimum(0));
const agreed = z.nullable(
  z.strictObject({ adds: count, messages: count, unconfirmed: count, undos: count, drafts: count }),
);
/** A person whom GetSales can be asked about. */
const Addressable = LinkedInIdentity.check(z.refine(isAddressable));
const personName = z.string().check(z.maxLength(400));

/**
 * The protocol table: what a page of ours may ask the worker. Name → input schema; the output types stand in
 * `Outputs`. No generic fetch, storage or tabs relay; no answer ever holds the key.
 */
export const inputs = {
  'session.get': nothing,
  /** The only message that carries a key, and only towards the worker. */
  'session.connect': z.strictObject({
    key: z.string().check(z.minLength(1), z.maxLength(8_192)),
    /** What the user agreed to lose, for a key of another account; null at first. */
    confirmed: agreed,
  }),
  /** Answers with the writes that had left for GetSales when it was pressed. They are remembered nowhere. */
  'session.signOut': z.strictObject({
    /** What the user agreed to lose; null when it could not be counted. */
    confirmed: agreed,
  }),
  /** What signing out would lose. */
  'session.pending': nothing,
  /** Records of accounts that are no longer connected. They are never carried out. */
  'others.count': nothing,
  'others.list': nothing,
  'others.erase': nothing,

  'lists.get': z.strictObject({ fresh: z.boolean() }),
  'lists.create': z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(200)) }),
  'senders.get': z.strictObject({ fresh: z.boolean() }),
  /** The workspace's custom fields of contacts. */
  'customFields.get': z.strictObject({ fresh: z.boolean() }),

  'contact.status': z.strictObject({ identity: Addressable, fresh: z.boolean() }),
  'contact.add': z.strictObject({
    entryId: EntryId,
    identity: Addressable,
    personName,
    listId: ListId,
    listName: z.string().check(z.maxLength(400)),
    draft: ContactDraft,
    /** `keep`: an existing contact stays where it is. `move`: the user chose to take it off its list. */
    ifPresent: z.enum(['keep', 'move']),
  }),
  'contact.undo': z.strictObject({ entryId: EntryId }),

  'conversation.page': z.strictObject({
    contactId: ContactId,
    senderId: z.nullable(SenderId),
    offset: z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000)),
    fresh: z.boolean(),
  }),
  'message.send': z.strictObject({
    entryId: EntryId,
    contactId: ContactId,
    senderId: SenderId,
    personName,
    text: z.string().check(z.minLength(1), z.maxLength(MESSAGE_MAX_LENGTH)),
    /** Set when the user presses "Send anyway" on an unconfirmed entry. */
    overrides: z.nullable(EntryId),
  }),
  /** Takes back a message that has not left yet; `too-late` when it has. */
  'message.cancel': z.strictObject({ entryId: EntryId }),
  /** Where a sent message stands now; reads GetSales once. */
  'message.follow': z.strictObject({ messageId: MessageId }),
  /** "Try again" on a message that GetSales could not deliver: the same message, never a new one. */
  'message.retry': z.strictObject({ messageId: MessageId }),
  /** "Check again" on an unconfirmed message: looks, never sends. */
  'message.reconcile': z.strictObject({ entryId: EntryId }),

  /** A page hears that there is a connection again. Chromium's service workers have no such event (measured on 156). */
  'connection.back': nothing,

  /** Newest first, from the outbox on disk. */
  'outbox.recent': z.strictObject({
    /** Only entries about this contact; null for all. */
    contactId: z.nullable(ContactId),
    limit: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
  }),
  /** A page of everything that was meant and what came of it, newest first. */
  'activity.page': z.strictObject({
    show: z.enum(ACTIVITY_FILTERS),
    /** Where the page before ended; null for the newest. */
    after: z.nullable(z.strictObject({ createdAt: z.string(), id: EntryId })),
    limit: z.number().check(z.int(), z.minimum(1), z.maximum(200)),
  }),
  /** Tries an add again that waits, was refused, or whose fate is unknown. */
  'activity.retry': z.strictObject({ entryId: EntryId }),
  /** Removes an entry. An add that waits is not carried on any more; `too-late` for what is under way or unresolved. */
  'activity.remove': z.strictObject({ entryId: EntryId }),
  /** Removes every entry that has come to its end. What waits or is unresolved stays. */
  'activity.erase': nothing,
  /** The last requests that left this browser, newest first, without a value of any. */
  'requestLog.recent': nothing,
} as const;

export interface Outputs {
  'session.get': Session;
  'session.connect': Connected;
  'session.signOut': SignedOut;
  'session.pending': PendingCounts;
  'others.count': number;
  'others.list': readonly OutboxEntry[];
  'others.erase': null;
  'lists.get': AsOf<readonly ContactList[]>;
  'lists.create': ContactList;
  'senders.get': AsOf<readonly Sender[]>;
  'customFields.get': AsOf<readonly CustomField[]>;
  'contact.status': ContactStatus;
  'contact.add': AddOutcome | AddWaiting;
  'contact.undo': null;
  'conversation.page': ConversationPage;
  'message.send': SendOutcome;
  'message.cancel': null;
  'message.follow': Message;
  'message.retry': Message;
  'message.reconcile': SendOutcome;
  'connection.back': null;
  'outbox.recent': readonly OutboxEntry[];
  'activity.page': ActivityPage;
  'activity.retry': AddEntry['state'];
  'activity.remove': null;
  'activity.erase': null;
  'requestLog.recent': readonly LoggedRequest[];
}

export type MessageName = keyof typeof inputs;
export type InputOf<N extends MessageName> = z.infer<(typeof inputs)[N]>;
export type OutputOf<N extends MessageName> = Outputs[N];

/** What travels: `name` is looked up in a Map, `input` is parsed strictly. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly input: InputOf<N>;
  /** The account that the page was opened for: nothing is asked or done under another one. */
  readonly account: AccountId | null;
}

/** Whose page a message comes from; null for none, and for anything that is none. */
export const EnvelopeAccount = z.catch(z.nullable(AccountId), null);
