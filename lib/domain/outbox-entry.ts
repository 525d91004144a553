import type { AccountId } from './account';
import type { AppError } from './app-error';
import type { AddOutcome, ContactDraft } from './contact';
import type { Message } from './conversation';
import type { LinkedInIdentity } from './identity';
import type { ContactId, EntryId, ListId, MessageId, SenderId } from './ids';

interface EntryBase {
  readonly id: EntryId;
  /** Whose act it is: only a key of this account may carry it out. */
  readonly account: AccountId;
  /** ISO, this browser's clock. */
  readonly createdAt: string;
  readonly settledAt: string | null;
  /** Shown to the user in Activity; never sent anywhere. */
  readonly personName: string;
}

/**
 * How an add can be taken back. `remove`: this entry created the contact; stage and tags are those of its first minute.
 * `move-back`: this entry took the contact off that list.
 */
export type UndoOfAdd =
  | { readonly kind: 'remove'; readonly stageId: string | null; readonly tagIds: readonly string[] }
  | { readonly kind: 'move-back'; readonly toListId: ListId };

/** An add, as written to disk before it leaves. */
export interface AddEntry extends EntryBase {
  readonly kind: 'add';
  readonly identity: LinkedInIdentity;
  readonly listId: ListId;
  readonly listName: string;
  readonly draft: ContactDraft;
  readonly ifPresent: 'keep' | 'move';
  readonly state:
    /** `tries`: how often it was put by before. */
    | { readonly name: 'dispatching'; readonly tries?: number | undefined }
    /**
     * GetSales could not be asked, or nobody knows what it made of it: asked again by itself until it answers. `neverLeft`:
     * no try so far can have arrived.
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
    /** A move that was interrupted too long ago to be repeated by itself; the user decides. */
    | { readonly name: 'unknown'; readonly error: AppError }
    /** Being taken back. Written down before that leaves, and repeated until it is known how it ended. */
    | { readonly name: 'undoing'; readonly outcome: AddOutcome; readonly undo: UndoOfAdd }
    | { readonly name: 'undone' }
    /** A later add of the same person took its place before it was through. */
    | { readonly name: 'superseded'; readonly by: EntryId };
}

/** A message leaves by itself only within this time after it was written, ms (docs/reliability.md#sending-a-message). */
export const SEND_TTL_MS = 600_000;

/** How long an unconfirmed message stands in the way of one with the same words, and is not forgotten, ms. */
export const UNCONFIRMED_TTL_MS = 86_400_000;

/** A message, as written to disk before it leaves (docs/reliability.md#sending-a-message). */
export interface SendEntry extends EntryBase {
  readonly kind: 'send';
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly text: string;
  /** ISO; absent while nothing left, and in records of version 0.1.0, which left when they were written. */
  readonly dispatchedAt?: string | undefined;
  /** Outbox messages known before this one left: proof against mistaking an older twin for it. */
  readonly baseline: readonly MessageId[];
  /** Server clock minus ours in ms at the baseline; null when GetSales sent no `Date`. */
  readonly skewMs: number | null;
  /** A deliberate second dispatch by the user after a re-check of the entry named here. */
  readonly overrides: EntryId | null;
  readonly state:
    /** Nothing left yet. It leaves at that time (ISO), or once what holds it up is over; until then it can be taken back. */
    | { readonly name: 'queued'; readonly leavesAt: string; readonly heldBy: AppError | null }
    | { readonly name: 'dispatching' }
    | { readonly name: 'sent'; readonly messageId: MessageId }
    | { readonly name: 'refused'; readonly error: AppError }
    /** `looks`: how often GetSales was asked for it since. */
    | { readonly name: 'unknown'; readonly error: AppError; readonly looks?: number | undefined }
    /** Taken back by the user, or too old to leave by itself. Nothing left. */
    | { readonly name: 'cancelled'; readonly why: 'by-user' | 'expired' };
}

export type OutboxEntry = AddEntry | SendEntry;

/** Whether a message left, or is about to, or may have. */
export function mayBeSent({ state }: Pick<SendEntry, 'state'>): boolean {
  return state.name !== 'refused' && state.name !== 'cancelled';
}

export type StateName = OutboxEntry['state']['name'];

/** What a send came to, as far as anyone can know. `queued`: it is held up and leaves later by itself. */
export type SendOutcome =
  | { readonly state: 'sent'; readonly message: Message }
  | { readonly state: 'unknown'; readonly entryId: EntryId }
  | {
      readonly state: 'queued';
      readonly entryId: EntryId;
      readonly leavesAt: string;
      readonly heldBy: AppError | null;
    };
