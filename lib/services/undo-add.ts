import type { Contact } from '@/lib/domain/contact';
import type { IntentId } from '@/lib/domain/ids';
import type { AddIntent, Intent, UndoOfAdd } from '@/lib/domain/intent';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient, WriteFailure } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { StandingService } from './standing';

/** A click in the last moment still counts when it arrives. */
const GRACE_MS = 2_000;

export interface UndoDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly standing: StandingService;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

interface Undoable {
  readonly intent: AddIntent;
  readonly contactId: Contact['id'];
  readonly undo: UndoOfAdd;
}

/**
 * Takes back a fresh add, only while that is provably right: removes the contact that this intent created and nobody
 * touched since, or moves a moved one back to the list it came from.
 */
export function createUndoAdd({ client, journal, standing, now, changed }: UndoDeps) {
  return async (intentId: IntentId): Promise<Result<null>> => {
    const known = await journal.get(intentId);
    if (!known.ok) return known;
    const undoable = undoableAdd(known.value, now());
    if (undoable === null) return err({ code: 'undo-unsafe' });
    const contact = await client.contact(undoable.contactId);
    if (!contact.ok) return contact;
    const undone = await takeBack(undoable, contact.value);
    if (!undone.ok) return undone;
    standing.forgetAll();
    const settled = await journal.settleAdd(intentId, { name: 'undone' }, new Date(now()).toISOString());
    await changed();
    return settled.ok ? ok(null) : settled;
  };

  async function takeBack({ intent, undo }: Undoable, contact: Contact | null): Promise<Result<null>> {
    if (undo.kind === 'move-back') {
      if (contact?.listId !== intent.listId) return err({ code: 'undo-unsafe' });
      const { identity } = intent;
      const listId = undo.toListId;
      const back = await client.upsert({ identity, listId, draft: {}, updateIfExists: false, moveToList: true });
      return settledBy(back, contact, (again) => again?.listId === listId);
    }
    if (contact === null) return ok(null);
    if (!isUntouched(contact, intent, undo)) return err({ code: 'undo-unsafe' });
    const automations = await client.automations(contact.id);
    if (!automations.ok) return automations;
    if (automations.value.length > 0) return err({ code: 'undo-unsafe' });
    return settledBy(await client.removeContact(contact.id), contact, (again) => again === null);
  }

  /** Both acts may be repeated: what counts in doubt is how the contact stands now. */
  async function settledBy(
    written: Result<unknown, WriteFailure>,
    { id }: Contact,
    isDone: (again: Contact | null) => boolean,
  ): Promise<Result<null>> {
    if (written.ok) return ok(null);
    const again = await client.contact(id);
    return again.ok && isDone(again.value) ? ok(null) : err(written.error.error);
  }
}

function undoableAdd(intent: Intent | null, nowMs: number): Undoable | null {
  if (intent?.kind !== 'add' || intent.state.name !== 'done') return null;
  const { outcome, undo } = intent.state;
  const isInTime = outcome.undoUntil !== null && nowMs <= Date.parse(outcome.undoUntil) + GRACE_MS;
  return undo !== undefined && isInTime ? { intent, contactId: outcome.contactId, undo } : null;
}

/**
 * Same list and stage as when it was made, no tag that this add did not bring, nobody wrote, nothing unread. `updated_at`
 * is no evidence: GetSales' own enrichment changes it within seconds.
 */
function isUntouched(contact: Contact, { listId, draft }: AddIntent, made: Extract<UndoOfAdd, { kind: 'remove' }>) {
  const isSilent = contact.unread === 0 && contact.ties.every((tie) => tie.lastMessageAt === null);
  const foreignTags = contact.tagIds.filter((id) => !made.tagIds.includes(id)).length - (draft.tags?.length ?? 0);
  return isSilent && contact.listId === listId && contact.stageId === made.stageId && foreignTags <= 0;
}
