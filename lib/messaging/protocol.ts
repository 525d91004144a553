import * as z from 'zod/mini';
import { AccountId, type Connected, type PendingCounts, type Session, type SignedOut } from '@/lib/domain/account';
import { ACTIVITY_FILTERS, type ActivityPage } from '@/lib/domain/activity';
import {
  ContactDraft,
  type AddOutcome,
  type AddWaiting,
  type ContactList,
  type WorkspaceLists,
  type ContactStatus,
  type CustomField,
} from '@/lib/domain/contact';
import {
  MESSAGE_MAX_LENGTH,
  messageLength,
  type ConversationPage,
  type Message,
  type Sender,
} from '@/lib/domain/conversation';
import { atMost, filledText } from '@/lib/domain/lengths';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { isAddressable } from '@/lib/domain/identity';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, SendOutcome } from '@/lib/domain/outbox/outbox-entry';

/** An answer with the time (ISO) at which GetSales gave it. */
export interface AsOf<T> {
  readonly value: T;
  readonly asOf: string;
}

const noInput = z.strictObject({});
/** `z.int` is ten times as large. */
const whole = z.number().check(z.refine(Number.isSafeInteger));
const between = (least: number, most: number) => whole.check(z.refine((value) => value >= least && value <= most));
const count = between(0, Number.MAX_SAFE_INTEGER);
const confirmedLosses = z.nullable(
  z.strictObject({ adds: count, messages: count, unconfirmed: count, undos: count, drafts: count }),
);
/** A person that GetSales can look up. */
const Addressable = LinkedInIdentity.check(z.refine(isAddressable));
const listName = filledText(200);
const personName = z.string().check(atMost(400));

/**
 * The protocol table: the messages that our pages may send to the worker, each with its input schema; `Outputs` has the output
 * types. No generic fetch, storage or tabs relay; no answer contains the key.
 */
export const inputs = {
  'session.get': noInput,
  /** The only message with a key, and only towards the worker. */
  'session.connect': z.strictObject({
    key: filledText(8_192),
    /** The losses that the user confirmed, for a key of another account; null at first. */
    confirmed: confirmedLosses,
  }),
  /**
   * Erases the key and everything stored. The answer lists the writes that were on their way to GetSales with their outcome,
   * the only place where they are still shown.
   */
  'session.signOut': z.strictObject({
    /** The losses that the user confirmed; null when they could not be counted. */
    confirmed: confirmedLosses,
  }),
  /** Counts what signing out would lose. */
  'session.pending': noInput,
  /** Records of accounts that are no longer connected. They are never processed. */
  'others.count': noInput,
  'others.list': noInput,
  'others.erase': noInput,

  'lists.get': z.strictObject({ fresh: z.boolean() }),
  /** Searches GetSales for lists by words of their name: those of the workspace that `lists.get` did not reach. */
  'lists.find': z.strictObject({ text: listName }),
  'lists.create': z.strictObject({ name: listName }),
  'senders.get': z.strictObject({ fresh: z.boolean() }),
  /** The workspace's custom fields of contacts. */
  'customFields.get': z.strictObject({ fresh: z.boolean() }),

  'contact.status': z.strictObject({ identity: Addressable, fresh: z.boolean() }),
  'contact.add': z.strictObject({
    entryId: EntryId,
    identity: Addressable,
    personName,
    listId: ListId,
    listName: z.string().check(atMost(400)),
    draft: ContactDraft,
    /** `keep`: an existing contact stays in its list. `move`: the user chose to move it. */
    ifPresent: z.enum(['keep', 'move']),
  }),
  'contact.undo': z.strictObject({ entryId: EntryId }),
  'contact.cancel': z.strictObject({ entryId: EntryId }),

  'conversation.page': z.strictObject({
    contactId: ContactId,
    senderId: z.nullable(SenderId),
    offset: between(0, 1_000_000),
    fresh: z.boolean(),
  }),
  'message.send': z.strictObject({
    entryId: EntryId,
    contactId: ContactId,
    senderId: SenderId,
    personName,
    // A code point has at most two UTF-16 units.
    text: filledText(2 * MESSAGE_MAX_LENGTH).check(z.refine((text) => messageLength(text) <= MESSAGE_MAX_LENGTH)),
    /** The unconfirmed entry on which the user pressed "Send anyway"; null otherwise. */
    overrides: z.nullable(EntryId),
  }),
  /** Cancels a message that is not sent yet; `too-late` when it is. */
  'message.cancel': z.strictObject({ entryId: EntryId }),
  /** The current state of a sent message; reads GetSales once. */
  'message.follow': z.strictObject({ messageId: MessageId }),
  /** "Try again" on a message that GetSales could not deliver: retries the same message, never a new one. */
  'message.retry': z.strictObject({ messageId: MessageId }),
  /** "Check again" on an unconfirmed message: searches for it, never sends. */
  'message.reconcile': z.strictObject({ entryId: EntryId }),

  /** A page reports that the browser is online again. Chromium's service workers get no such event (measured on 156). */
  'connection.back': noInput,

  /** Newest first, from the outbox on disk. */
  'outbox.recent': z.strictObject({
    /** Only entries about this contact; null for all. */
    contactId: z.nullable(ContactId),
  }),
  /** A page of the outbox with all outcomes, newest first. */
  'activity.page': z.strictObject({
    show: z.enum(ACTIVITY_FILTERS),
    /** Where the previous page ended; null for the first page. */
    after: z.nullable(z.strictObject({ createdAt: z.string().check(atMost(100)), id: EntryId })),
    limit: between(1, 200),
  }),
  /** Retries an add that is waiting, was refused, or has an unknown outcome. */
  'activity.retry': z.strictObject({ entryId: EntryId }),
  /** Removes an entry, so that a waiting add is not retried; `too-late` for an entry in progress or unresolved. */
  'activity.remove': z.strictObject({ entryId: EntryId }),
  /** Removes every finished entry. Waiting and unresolved entries stay. */
  'activity.erase': noInput,
  /** The last requests to GetSales, newest first, without values. */
  'requestLog.recent': noInput,
} as const;

export interface Outputs {
  'session.get': Session;
  'session.connect': Connected;
  'session.signOut': SignedOut;
  'session.pending': PendingCounts;
  'others.count': number;
  'others.list': readonly OutboxEntry[];
  'others.erase': null;
  'lists.get': AsOf<WorkspaceLists>;
  'lists.find': readonly ContactList[];
  'lists.create': ContactList;
  'senders.get': AsOf<readonly Sender[]>;
  'customFields.get': AsOf<readonly CustomField[]>;
  'contact.status': ContactStatus;
  'contact.add': AddOutcome | AddWaiting;
  'contact.undo': null;
  'contact.cancel': null;
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

/** The message as it is sent. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly input: InputOf<N>;
  /** The account that the page was opened for: the worker does nothing under another one. */
  readonly account: AccountId | null;
}

/** The message as the worker receives it: its input is parsed by name. An invalid account counts as none. */
export const ReceivedEnvelope = z.object({
  name: z.keyof(z.strictObject(inputs)),
  input: z.unknown(),
  account: z.catch(z.nullable(AccountId), null),
});
