import * as z from 'zod/mini';
import { AccountId, LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { ContactDraft } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';

/** An entry as stored, with its index fields. Property and database names on disk are those of version 0.1.0. */
export interface StoredEntry {
  readonly id: string;
  readonly createdAt: string;
  readonly stateName: OutboxEntry['state']['name'];
  /** The contact of the entry, once known; without it, the entry is not in the index by contact. */
  readonly contactId?: string;
  readonly intent: OutboxEntry;
}

export function toStored(entry: OutboxEntry): StoredEntry {
  const contactId = contactOf(entry);
  return {
    id: entry.id,
    createdAt: entry.createdAt,
    stateName: entry.state.name,
    ...(contactId === null ? {} : { contactId }),
    intent: entry,
  };
}

function contactOf(entry: OutboxEntry): ContactId | null {
  if (entry.kind === 'send') return entry.contactId;
  return 'outcome' in entry.state ? entry.state.outcome.contactId : null;
}

const error = z.looseObject({ code: z.string() });
const base = {
  id: EntryId,
  account: z._default(AccountId, LEGACY_ACCOUNT_ID),
  createdAt: z.string(),
  settledAt: z.nullable(z.string()),
  personName: z.string(),
};
const Outcome = z.object({
  effect: z.enum(['created', 'kept', 'moved', 'matched-other']),
  contactId: ContactId,
  listId: z.nullable(ListId),
  listName: z.nullable(z.string()),
  undoUntil: z.nullable(z.string()),
  matched: z.optional(
    z.object({ name: z.nullable(z.string()), company: z.nullable(z.string()), mayHaveMoved: z.boolean() }),
  ),
});
const Undo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), stageId: z.nullable(z.string()), tagIds: z.array(z.string()) }),
  z.object({ kind: z.literal('move-back'), toListId: ListId }),
]);
const AddState = z.discriminatedUnion('name', [
  z.object({ name: z.literal('dispatching'), tries: z.optional(z.number()) }),
  z.object({
    name: z.literal('waiting'),
    error,
    tries: z.number(),
    retryAt: z.string(),
    neverLeft: z.optional(z.boolean()),
  }),
  z.object({ name: z.literal('done'), outcome: Outcome, undo: z.optional(Undo) }),
  z.object({ name: z.literal('undoing'), outcome: Outcome, undo: Undo }),
  z.object({ name: z.literal('refused'), error }),
  z.object({ name: z.literal('unknown'), error }),
  z.object({ name: z.literal('undone') }),
  z.object({ name: z.literal('superseded'), by: EntryId }),
]);
const SendState = z.discriminatedUnion('name', [
  z.object({ name: z.literal('queued'), leavesAt: z.string(), heldBy: z.nullable(error) }),
  z.object({ name: z.literal('dispatching') }),
  z.object({ name: z.literal('sent'), messageId: MessageId }),
  z.object({ name: z.literal('refused'), error }),
  z.object({ name: z.literal('unknown'), error, looks: z.optional(z.number()) }),
  z.object({ name: z.literal('cancelled'), why: z.enum(['by-user', 'expired']) }),
]);
const Stored = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('add'),
    identity: LinkedInIdentity,
    listId: ListId,
    listName: z.string(),
    draft: ContactDraft,
    ifPresent: z.enum(['keep', 'move']),
    state: AddState,
  }),
  z.object({
    ...base,
    kind: z.literal('send'),
    contactId: ContactId,
    senderId: SenderId,
    text: z.string(),
    dispatchedAt: z.optional(z.string()),
    baseline: z.array(MessageId),
    skewMs: z.nullable(z.number()),
    overrides: z.nullable(EntryId),
    state: SendState,
  }),
]);

/** Parses an entry read from disk; null for a damaged record, which stays on disk. */
export function fromStored(stored: unknown): OutboxEntry | null {
  const parsed = z.object({ intent: Stored }).safeParse(stored);
  // Error codes are not checked one by one: an unknown code is shown as unexpected.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the parse function of stored entries
  return parsed.success ? (parsed.data.intent as OutboxEntry) : null;
}
