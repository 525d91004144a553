import * as z from 'zod/mini';
import type { AppError } from './app-error';
import { CUSTOM_VALUE_LENGTH, FIELD_LENGTHS, TAG_LENGTH, TAGS_MAX } from './contact-limits';
import { atMost, filledText } from './lengths';
import { ContactId, ListId, SenderId } from './ids';

/** A list of the workspace. A contact is in exactly one (docs/getsales-api.md#lists). */
export const ContactList = z.object({ id: ListId, name: z.string() });
export type ContactList = z.infer<typeof ContactList>;

/** The lists of a workspace. */
export const WorkspaceLists = z.object({
  lists: z.array(ContactList),
  /** Whether there are others, which only a search at GetSales finds. */
  more: z.boolean(),
});
export type WorkspaceLists = Readonly<{ lists: readonly ContactList[]; more: boolean }>;

/** A field that the workspace defined for its contacts (docs/getsales-api.md#tags-stages-and-custom-fields). */
export const CustomField = z.object({ id: z.string(), name: z.string() });
export type CustomField = z.infer<typeof CustomField>;

const text = (name: keyof typeof FIELD_LENGTHS) => z.optional(z.string().check(atMost(FIELD_LENGTHS[name])));

/**
 * What the user chose to send about a person, besides the identity. GetSales fills in absent fields itself. Every documented
 * field of GetSales' contact input (docs/getsales-api.md#upsert). Custom fields by name.
 */
export const ContactDraft = z.object({
  name: text('name'),
  firstName: text('firstName'),
  lastName: text('lastName'),
  company: text('company'),
  companyDomain: text('companyDomain'),
  position: text('position'),
  headline: text('headline'),
  about: text('about'),
  location: text('location'),
  avatarUrl: text('avatarUrl'),
  workEmail: text('workEmail'),
  personalEmail: text('personalEmail'),
  workPhone: text('workPhone'),
  personalPhone: text('personalPhone'),
  facebook: text('facebook'),
  twitter: text('twitter'),
  tags: z.optional(z.array(filledText(TAG_LENGTH)).check(atMost(TAGS_MAX))),
  customFields: z.optional(z.record(z.string().check(atMost(200)), z.string().check(atMost(CUSTOM_VALUE_LENGTH)))),
});
export type ContactDraft = z.infer<typeof ContactDraft>;

/** Whether a sender and a contact are connected on LinkedIn, and when they last wrote (from `markers`). */
export interface SenderConnection {
  readonly senderId: SenderId;
  readonly connected: boolean;
  readonly lastMessageAt: string | null;
}

/** A person in GetSales. Times are ISO-8601 UTC as GetSales sent them. Unknown enum values stay text. */
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
  readonly connections: readonly SenderConnection[];
  /** When a reply last paused an automation; null says nothing about replies outside of automations. */
  readonly lastReplyAt: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export interface AutomationStatus {
  readonly name: string;
  /** `in_progress`, `finished`, `failed`, `canceled`, `restarted` or an unknown word. */
  readonly status: string;
}

/** Whether a person is in GetSales. A failed lookup is never `absent`: it is an `AppError`. */
export type ContactStatus =
  | { readonly kind: 'absent'; readonly asOf: string }
  | {
      readonly kind: 'present';
      readonly contact: Contact;
      /** Null when the contact has no list or its name could not be found. */
      readonly listName: string | null;
      readonly stageName: string | null;
      readonly automations: readonly AutomationStatus[];
      readonly lastReplyAt: string | null;
      /** `partial`: the names of list, stage or automations could not all be loaded; null and [] mean unknown then. */
      readonly extras: 'complete' | 'partial';
      readonly asOf: string;
    };

/** Outcome of an add that GetSales answered. `contactId` and the list are those of the contact in the answer. */
export const AddOutcome = z.object({
  /** `matched-other`: GetSales answered with another contact, so the person was probably not added. */
  effect: z.enum(['created', 'kept', 'moved', 'matched-other']),
  contactId: ContactId,
  listId: z.nullable(ListId),
  listName: z.nullable(z.string()),
  /** ISO time until which Undo is offered; null when this effect cannot be undone. */
  undoUntil: z.nullable(z.string()),
  /** For `matched-other` only: the other contact; null where GetSales' answer had no name or company. */
  matched: z.optional(
    z.object({
      name: z.nullable(z.string()),
      company: z.nullable(z.string()),
      /** A move was requested, and this contact is in that list now. */
      mayHaveMoved: z.boolean(),
    }),
  ),
});
export type AddOutcome = Readonly<z.infer<typeof AddOutcome>>;
export type AddEffect = AddOutcome['effect'];
export type MatchedContact = NonNullable<AddOutcome['matched']>;

/** An add that is on disk but not confirmed by GetSales: it is retried automatically. */
export interface AddWaiting {
  readonly effect: 'waiting';
  readonly error: AppError;
}
