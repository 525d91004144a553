import * as z from 'zod/mini';
import type { AppError } from './app-error';
import { ContactId, ListId, SenderId } from './ids';

/** A list of the workspace. A contact is on exactly one (getsales-api.md 3.4). */
export const ContactList = z.object({ id: ListId, name: z.string() });
export type ContactList = z.infer<typeof ContactList>;

const text = (max: number) => z.optional(z.string().check(z.maxLength(max)));

/**
 * What the user chose to send about a person, beside the identity. Absent means "say nothing about it, GetSales fills
 * it in". Every documented field of GetSales' contact input (getsales-api.md 3.5).
 */
export const ContactDraft = z.object({
  name: text(400),
  firstName: text(200),
  lastName: text(200),
  company: text(400),
  companyDomain: text(255),
  position: text(400),
  headline: text(1_000),
  about: text(4_000),
  location: text(400),
  avatarUrl: text(2_000),
  workEmail: text(320),
  personalEmail: text(320),
  workPhone: text(60),
  personalPhone: text(60),
  facebook: text(400),
  twitter: text(400),
  tags: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(50))),
  customFields: z.optional(z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(4_000)))),
});
export type ContactDraft = z.infer<typeof ContactDraft>;

/** Whether a sender and a contact are connected on LinkedIn, and when they last wrote (from `markers`). */
export interface SenderTie {
  readonly senderId: SenderId;
  readonly connected: boolean;
  readonly lastMessageAt: string | null;
}

/** A person in GetSales. Times are ISO-8601 UTC as GetSales gave them. Unknown enum values stay text. */
export interface Contact {
  readonly id: ContactId;
  readonly name: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly headline: string | null;
  readonly position: string | null;
  readonly company: string | null;
  readonly location: string | null;
  readonly about: string | null;
  readonly workEmail: string | null;
  readonly personalEmail: string | null;
  /** Normalised to a bare slug. */
  readonly slug: string | null;
  readonly memberId: string | null;
  readonly salesId: string | null;
  readonly listId: ListId | null;
  readonly stageId: string | null;
  readonly tagIds: readonly string[];
  readonly unread: number;
  readonly ties: readonly SenderTie[];
  /** When a reply last paused an automation; null says nothing about replies outside of automations. */
  readonly lastReplyAt: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export interface AutomationStanding {
  readonly name: string;
  /** `in_progress`, `finished`, `failed`, `canceled`, `restarted` or a word we do not know. */
  readonly status: string;
}

/** Where a person stands in GetSales. A failed look-up is never `absent`: it is an `AppError`. */
export type ContactStanding =
  | { readonly kind: 'absent'; readonly asOf: string }
  | {
      readonly kind: 'present';
      readonly contact: Contact;
      /** Null when the contact has no list or its name could not be found. */
      readonly listName: string | null;
      readonly stageName: string | null;
      readonly automations: readonly AutomationStanding[];
      readonly lastReplyAt: string | null;
      /** `partial`: the names of list, stage or automations could not all be asked; nulls and [] say nothing then. */
      readonly extras: 'complete' | 'partial';
      readonly asOf: string;
    };

/** `matched-other`: GetSales answered with another contact, so the person was not added as far as is known. */
export type AddEffect = 'created' | 'kept' | 'moved' | 'updated' | 'matched-other';

/** The other contact that GetSales matched; null where its answer had no name or company. */
export interface MatchedContact {
  readonly name: string | null;
  readonly company: string | null;
  /** A move was asked for, and this contact is in that list now. */
  readonly mayHaveMoved: boolean;
}

/** Outcome of an add that GetSales answered. `contactId` and the list are those of the contact in its answer. */
export interface AddOutcome {
  readonly effect: AddEffect;
  readonly contactId: ContactId;
  readonly listId: ListId | null;
  readonly listName: string | null;
  /** ISO time until which Undo is offered; null when this effect cannot be undone. */
  readonly undoUntil: string | null;
  /** Set for `matched-other` only. */
  readonly matched?: MatchedContact | undefined;
}

/** An add that is on disk and that GetSales does not have yet, or has not confirmed: it is carried on by itself. */
export interface AddWaiting {
  readonly effect: 'waiting';
  readonly error: AppError;
}
