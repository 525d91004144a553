import { backoffMs, QUICK_RETRIES } from '@/lib/domain/backoff';
import type { AddOutcome, Contact } from '@/lib/domain/contact';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, UndoOfAdd } from '@/lib/domain/outbox/outbox-entry';
import { hasEnded } from '@/lib/domain/outbox/transitions';
import { err, ok, type Result } from '@/lib/domain/result';
import { mayBeSent } from '@/lib/domain/outbox/send-transitions';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import type { Outbox } from '@/lib/outbox/outbox';
import type { ContactStatusService } from '../workspace/contact-status';

/** How long after its add an undo is tried again; by then none of its requests can still be on the way. */
const UNDO_TTL_MS = 600_000;

/** An add to undo, and how. */
export interface UndoableAdd {
  readonly entry: AddEntry;
  readonly outcome: AddOutcome;
  readonly undo: UndoOfAdd;
}

export interface UndoExecutorDeps {
  readonly client: Pick<GetSalesClient, 'contact' | 'automations' | 'removeContact' | 'upsert'>;
  readonly outbox: Outbox;
  readonly contactStatus: Pick<ContactStatusService, 'forgetAll'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Whether GetSales shows the contact as the add left it, or as it was before. */
type ContactNow = 'as-added' | 'undone';

/**
 * Undoes an add that is `undoing` in the outbox. Deleting this contact, or moving it back, may be repeated; and it must be
 * while the outcome of a request is unknown: a late one would still delete a contact that was reported as kept. So an undo
 * ends with an answer, or with what GetSales shows once no request can be on the way.
 */
export function createUndoExecutor(deps: UndoExecutorDeps) {
  const { client, outbox, contactStatus, now, random, sleep, changed } = deps;

  /** Compares the contact with the add; `undo-unsafe` when it is neither as added nor as before. */
  async function checkContact({ entry, outcome, undo }: UndoableAdd): Promise<Result<ContactNow>> {
    const found = await client.contact(outcome.contactId);
    if (!found.ok) return found;
    const contact = found.value;
    if (undo.kind === 'move-back') {
      if (contact?.listId === entry.listId) return ok('as-added');
      return contact?.listId === undo.toListId ? ok('undone') : err({ code: 'undo-unsafe' });
    }
    if (contact === null) return ok('undone');
    if (!isUntouched(contact, entry, undo)) return err({ code: 'undo-unsafe' });
    const automations = await client.automations(contact.id);
    if (!automations.ok) return automations;
    return automations.value.length > 0 ? err({ code: 'undo-unsafe' }) : ok('as-added');
  }

  /** @param isRepeated an earlier request may still be on the way */
  async function execute(undoable: UndoableAdd, attempts: number, isRepeated: boolean): Promise<Result<null>> {
    const { id } = undoable.entry;
    let mayArrive = isRepeated;
    for (let attempt = 1; ; attempt += 1) {
      const sent = await request(undoable);
      contactStatus.forgetAll();
      if (sent.ok) return conclude(id, 'undo-completed');
      const { fate, error } = sent.error;
      mayArrive ||= fate === 'unknown';
      if (!mayArrive || error.code === 'undo-unsafe') return keepAdd(undoable, err(error));
      if (attempt >= attempts) return err(error);
      await sleep(backoffMs(attempt, random, QUICK_RETRIES));
      const checked = await checkContact(undoable);
      if (!checked.ok) return checked.error.code === 'undo-unsafe' ? keepAdd(undoable, checked) : checked;
      if (checked.value === 'undone') return conclude(id, 'undo-completed');
    }
  }

  async function request({ entry, outcome, undo }: UndoableAdd): Promise<Result<unknown, WriteFailure>> {
    if (undo.kind === 'remove') return client.removeContact(outcome.contactId);
    const { identity } = entry;
    const moved = await client.upsert({
      identity,
      listId: undo.toListId,
      draft: {},
      moveToList: true,
    });
    // GetSales matched another contact, so this one was not moved back.
    if (moved.ok && moved.value.contact.id !== outcome.contactId)
      return err({ fate: 'not-done', error: { code: 'undo-unsafe' } });
    return moved;
  }

  async function keepAdd({ entry }: UndoableAdd, why: Result<null>): Promise<Result<null>> {
    const kept = await conclude(entry.id, 'undo-refused');
    return kept.ok ? why : kept;
  }

  async function conclude(id: EntryId, type: 'undo-completed' | 'undo-refused'): Promise<Result<null>> {
    contactStatus.forgetAll();
    const concluded = await outbox.applyToAdd(id, { type });
    await changed();
    // Another attempt of the same undo may have ended it.
    return concluded.ok || hasEnded(concluded.error) ? ok(null) : concluded;
  }

  /** Resumes an interrupted undo with one attempt; ok when its outcome is known. */
  async function resume(entry: AddEntry): Promise<Result<null>> {
    const { state } = entry;
    if (state.name !== 'undoing') return ok(null);
    const undoable = { entry, outcome: state.outcome, undo: state.undo };
    const checked = await checkContact(undoable);
    contactStatus.forgetAll();
    if (!checked.ok && checked.error.code !== 'undo-unsafe') return checked;
    if (checked.ok && checked.value === 'undone') return conclude(entry.id, 'undo-completed');
    const recent = await outbox.recent({ contactId: null });
    if (!recent.ok) return recent;
    const isUnsafe = !checked.ok || !isRecent(entry) || recent.value.some((other) => isMessageTo(other, undoable));
    return isUnsafe ? keepAdd(undoable, ok(null)) : execute(undoable, 1, true);
  }

  function isRecent({ settledAt, createdAt }: AddEntry): boolean {
    return Math.abs(now() - Date.parse(settledAt ?? createdAt)) <= UNDO_TTL_MS;
  }

  return { checkContact, conclude, execute, resume };
}

/** Whether it is a message to this contact that was, or may be, sent. */
export function isMessageTo(other: OutboxEntry, { outcome }: UndoableAdd): boolean {
  return other.kind === 'send' && other.contactId === outcome.contactId && mayBeSent(other);
}

/**
 * Same list and stage as created, no tag that this add did not bring, no message, nothing unread. `updated_at` proves
 * nothing: GetSales' own enrichment changes it within seconds.
 */
function isUntouched(contact: Contact, { listId, draft }: AddEntry, made: Extract<UndoOfAdd, { kind: 'remove' }>) {
  const isSilent = contact.unread === 0 && contact.connections.every((connection) => connection.lastMessageAt === null);
  // The add's own tags may appear a moment after it.
  const lateTags = Math.max(0, (draft.tags?.length ?? 0) - made.tagIds.length);
  const foreignTags = contact.tagIds.filter((id) => !made.tagIds.includes(id)).length - lateTags;
  return isSilent && contact.listId === listId && contact.stageId === made.stageId && foreignTags <= 0;
}
