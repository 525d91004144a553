import * as z from 'zod/mini';
import { AccountId, LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { ContactDraft } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity';
import { ContactId, IntentId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { Intent } from '@/lib/domain/outbox-entry';

/** An intent as it lies on disk, with what the indexes need beside it. */
export interface StoredIntent {
  readonly id: string;
  readonly createdAt: string;
  readonly stateName: Intent['state']['name'];
  /** The contact that it is about, once known; left out of the index by contact until then. */
  readonly contactId?: string;
  readonly intent: Intent;
}

export function toStored(intent: Intent): StoredIntent {
  const contactId = contactOf(intent);
  return {
    id: intent.id,
    createdAt: intent.createdAt,
    stateName: intent.state.name,
    ...(contactId === null ? {} : { contactId }),
    intent,
  };
}

function contactOf(intent: Intent): ContactId | null {
  if (intent.kind === 'send') return intent.contactId;
  return 'outcome' in intent.state ? intent.state.outcome.contactId : null;
}

const error = z.looseObject({ code: z.string() });
const base = {
  id: IntentId,
  account: z._default(AccountId, LEGACY_ACCOUNT_ID),
  createdAt: z.string(),
  settledAt: z.nullable(z.string()),
  personName: z.string(),
};
const Outcome = z.object({
  effect: z.enum(['created', 'kept', 'moved', 'updated', 'matched-other']),
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
  z.object({ name: z.literal('replaced'), by: IntentId }),
]);
const SendState = z.discriminatedUnion('name', [
  z.object({ name: z.literal('queued'), leavesAt: z.string(), heldBy: z.nullable(error) }),
  z.object({ name: z.literal('dispatching') }),
  z.object({ name: z.literal('sent'), messageId: MessageId }),
  z.object({ name: z.literal('refused'), error }),
  z.object({ name: z.literal('unknown'), error, looks: z.optional(z.number()) }),
  z.object({ name: z.literal('cancelled'), why: z.enum(['taken-back', 'expired']) }),
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
    overrides: z.nullable(IntentId),
    state: SendState,
  }),
]);

/** An intent out of what was read from disk; null for a damaged record, which stays where it is. */
export function fromStored(stored: unknown): Intent | null {
  const parsed = z.object({ intent: Stored }).safeParse(stored);
  // The codes of errors are not checked one by one: an unknown one is shown as unexpected.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the parse function of stored intents
  return parsed.success ? (parsed.data.intent as Intent) : null;
}
