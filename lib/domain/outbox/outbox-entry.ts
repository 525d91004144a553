import * as z from 'zod/mini';
import { AccountId } from '../account';
import type { AppError } from '../app-error';
import { AddOutcome, ContactDraft } from '../contact';
import type { Message } from '../conversation';
import { LinkedInIdentity } from '../identity-schema';
import { ContactId, EntryId, ListId, MessageId, SenderId } from '../ids';

/** Codes are not checked one by one: a code that this version does not know is shown as unexpected. */
const StoredError = z.custom<AppError>(
  (value: unknown) => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
);

const base = {
  id: EntryId,
  /** The account that started it: only a key of this account may process it. */
  account: AccountId,
  /** ISO, this browser's clock. */
  createdAt: z.string(),
  /** When the current state was reached, if it is an outcome; null while the entry is pending. */
  settledAt: z.nullable(z.string()),
  /** Shown to the user in Activity; never sent anywhere. */
  personName: z.string(),
};

/**
 * How an add is undone. `remove`: this entry created the contact; stage and tags are those right after creation.
 * `move-back`: this entry moved the contact from that list.
 */
const UndoOfAdd = z.union([
  z.object({ kind: z.literal('remove'), stageId: z.nullable(z.string()), tagIds: z.array(z.string()) }),
  z.object({ kind: z.literal('move-back'), toListId: ListId }),
]);
export type UndoOfAdd = z.infer<typeof UndoOfAdd>;

/** The state of an add; lib/domain/outbox/add-transitions.ts says which follows which. */
const AddState = z.union([
  /** `tries`: how often a retry was scheduled before. `mayHaveArrived`: an earlier attempt may have reached GetSales. */
  z.object({ name: z.literal('dispatching'), tries: z.number(), mayHaveArrived: z.boolean() }),
  /** GetSales could not be reached, or the outcome is unknown: retried automatically until GetSales answers. */
  z.object({
    name: z.literal('waiting'),
    error: StoredError,
    tries: z.number(),
    retryAt: z.string(),
    mayHaveArrived: z.boolean(),
  }),
  z.object({ name: z.literal('done'), outcome: AddOutcome, undo: z.optional(UndoOfAdd) }),
  z.object({ name: z.literal('refused'), error: StoredError }),
  /** A move that was interrupted too long ago to be repeated automatically; the user decides. */
  z.object({ name: z.literal('unknown'), error: StoredError }),
  /** Being undone. Stored before the request is sent, and retried until the outcome is known. */
  z.object({ name: z.literal('undoing'), outcome: AddOutcome, undo: UndoOfAdd }),
  z.object({ name: z.literal('undone') }),
  /** A newer add for the same person superseded it before it finished. */
  z.object({ name: z.literal('superseded'), by: EntryId }),
]);
export type AddState = z.infer<typeof AddState>;

/** An add, as written to disk before it is sent. */
export const AddEntry = z.object({
  ...base,
  kind: z.literal('add'),
  identity: LinkedInIdentity,
  listId: ListId,
  listName: z.string(),
  draft: ContactDraft,
  ifPresent: z.enum(['keep', 'move']),
  state: AddState,
});
export type AddEntry = Readonly<z.infer<typeof AddEntry>>;

/** The state of a message; lib/domain/outbox/send-transitions.ts says which follows which. */
const SendState = z.union([
  /** Not sent yet. It is sent at `sendAt` (ISO), or once `blockedBy` is over; until then it can be cancelled. */
  z.object({ name: z.literal('queued'), sendAt: z.string(), blockedBy: z.nullable(StoredError) }),
  z.object({ name: z.literal('dispatching') }),
  z.object({ name: z.literal('sent'), messageId: MessageId }),
  z.object({ name: z.literal('refused'), error: StoredError }),
  /** `checks`: how often GetSales was searched for it since. */
  z.object({ name: z.literal('unknown'), error: StoredError, checks: z.number() }),
  /** Cancelled by the user, or too old to be sent automatically. Nothing was sent. */
  z.object({ name: z.literal('cancelled'), why: z.enum(['by-user', 'expired']) }),
]);
export type SendState = z.infer<typeof SendState>;

/** A message, as written to disk before it is sent (docs/reliability.md#sending-a-message). */
export const SendEntry = z.object({
  ...base,
  kind: z.literal('send'),
  contactId: ContactId,
  senderId: SenderId,
  text: z.string(),
  /** ISO; null until it is sent. */
  dispatchedAt: z.nullable(z.string()),
  /** Sent messages that were known before this one was sent: none of them can be this one. */
  baseline: z.array(MessageId),
  /** Server clock minus ours in ms at the baseline; null when GetSales sent no `Date`. */
  skewMs: z.nullable(z.number()),
  /** The unconfirmed entry that the user deliberately sends again with this one. */
  overrides: z.nullable(EntryId),
  state: SendState,
});
export type SendEntry = Readonly<z.infer<typeof SendEntry>>;

/** What the outbox stores. The types are those of the schemas, so nothing can be in a type and get lost on disk. */
export const OutboxEntry = z.union([AddEntry, SendEntry]);
export type OutboxEntry = AddEntry | SendEntry;

export type StateName = OutboxEntry['state']['name'];

/** The outcome of a send, as far as it is known. `queued`: it is delayed and sent automatically later. */
export type SendOutcome =
  | { readonly state: 'sent'; readonly message: Message }
  | { readonly state: 'unknown'; readonly entryId: EntryId }
  | {
      readonly state: 'queued';
      readonly entryId: EntryId;
      readonly sendAt: string;
      readonly blockedBy: AppError | null;
    };
