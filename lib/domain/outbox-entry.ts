import type { AccountId } from './account';
import type { AppError } from './app-error';
import type { AddOutcome, ContactDraft } from './contact';
import type { Message } from './conversation';
import type { LinkedInIdentity } from './identity';
import type { ContactId, EntryId, ListId, MessageId, SenderId } from './ids';

interface EntryBase {
  readonly id: EntryId;
  /** The account that started it: only a key of this account may process it. */
  readonly account: AccountId;
  /** ISO, this browser's clock. */
  readonly createdAt: string;
  readonly settledAt: string | null;
  /** Shown to the user in Activity; never sent anywhere. */
  readonly personName: string;
}

/**
 * How an add is undone. `remove`: this entry created the contact; stage and tags are those right after creation.
 * `move-back`: this entry moved the contact from that list.
 */
export type UndoOfAdd =
  | { readonly kind: 'remove'; readonly stageId: string | null; readonly tagIds: readonly string[] }
  | { readonly kind: 'move-back'; readonly toListId: ListId };

/** An add, as written to disk before it is sent. */
export interface AddEntry extends EntryBase {
  readonly kind: 'add';
  readonly identity: LinkedInIdentity;
  readonly listId: ListId;
  readonly listName: string;
  readonly draft: ContactDraft;
  readonly ifPresent: 'keep' | 'move';
  readonly state:
    /** `tries`: how often a retry was scheduled before. */
    | { readonly name: 'dispatching'; readonly tries?: number | undefined }
    /**
     * GetSales could not be reached, or the outcome is unknown: retried automatically until GetSales answers. `neverLeft`:
     * no attempt so far can have arrived.
     */
    | {
        readonly name: 'waiting';
        readonly error: AppError;
        readonly tries: number;
        readonly retryAt: string;
        readonly neverLeft?: boolean | undefined;
      }
    | { readonly name: 'done'; readonly outcome: AddOutcome; readonly undo?: UndoOfAdd | undefined }
    | { readonly name: 'refused'; readonly error: AppError }
    /** A move that was interrupted too long ago to be repeated automatically; the user decides. */
    | { readonly name: 'unknown'; readonly error: AppError }
    /** Being undone. Stored before the request is sent, and retried until the outcome is known. */
    | { readonly name: 'undoing'; readonly outcome: AddOutcome; readonly undo: UndoOfAdd }
    | { readonly name: 'undone' }
    /** A newer add for the same person superseded it before it finished. */
    | { readonly name: 'superseded'; readonly by: EntryId };
}

/** A queued message is sent automatically only within this time after it was written, ms (docs/reliability.md#sending-a-message). */
export const SEND_TTL_MS = 600_000;

/** How long an unconfirmed message is kept and blocks another one with the same text, ms. */
export const UNCONFIRMED_TTL_MS = 86_400_000;

/** A message, as written to disk before it is sent (docs/reliability.md#sending-a-message). */
export interface SendEntry extends EntryBase {
  readonly kind: 'send';
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly text: string;
  /** ISO; absent until it is sent, and in records of version 0.1.0, which were sent when they were written. */
  readonly dispatchedAt?: string | undefined;
  /** Sent messages that were known before this one was sent: none of them can be this one. */
  readonly baseline: readonly MessageId[];
  /** Server clock minus ours in ms at the baseline; null when GetSales sent no `Date`. */
  readonly skewMs: number | null;
  /** The unconfirmed entry that the user deliberately sends again with this one. */
  readonly overrides: EntryId | null;
  readonly state:
    /** Not sent yet. It is sent at `leavesAt` (ISO), or once the error `heldBy` is over; until then it can be cancelled. */
    | { readonly name: 'queued'; readonly leavesAt: string; readonly heldBy: AppError | null }
    | { readonly name: 'dispatching' }
    | { readonly name: 'sent'; readonly messageId: MessageId }
    | { readonly name: 'refused'; readonly error: AppError }
    /** `looks`: how often GetSales was searched for it since. */
    | { readonly name: 'unknown'; readonly error: AppError; readonly looks?: number | undefined }
    /** Cancelled by the user, or too old to be sent automatically. Nothing was sent. */
    | { readonly name: 'cancelled'; readonly why: 'by-user' | 'expired' };
}

export type OutboxEntry = AddEntry | SendEntry;

/** Whether a message was sent, may have been sent, or is about to be. */
export function mayBeSent({ state }: Pick<SendEntry, 'state'>): boolean {
  return state.name !== 'refused' && state.name !== 'cancelled';
}

export type StateName = OutboxEntry['state']['name'];

/** The outcome of a send, as far as it is known. `queued`: it is delayed and sent automatically later. */
export type SendOutcome =
  | { readonly state: 'sent'; readonly message: Message }
  | { readonly state: 'unknown'; readonly entryId: EntryId }
  | {
      readonly state: 'queued';
      readonly entryId: EntryId;
      readonly leavesAt: string;
      readonly heldBy: AppError | null;
    };
