import type { AddOutcome, Contact } from '@/lib/domain/contact';
import { mayBeSent, type AddEntry, type OutboxEntry, type UndoOfAdd } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient, WriteFailure } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import { OUTBOX_LOOKBACK } from './earlier-add';
import { createSupersede } from './supersede';
import type { ContactStatusService } from '../workspace/contact-status';

/** How long after its add an act of taking back is tried again; by then none of its requests is still on its way. */
const UNDO_TTL_MS = 600_000;
const RETRY_STEP_MS = 500;

/** An add that is to be taken back, and how. */
export interface Undoable {
  readonly entry: AddEntry;
  readonly outcome: AddOutcome;
  readonly undo: UndoOfAdd;
}

export interface UndoRequestDeps {
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly contactStatus: ContactStatusService;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** What the page of a contact says of taking an add back. */
type Sight = 'as-added' | 'undone';

/**
 * Takes an add back that the outbox already calls `undoing`. Removing this very contact, or putting it on the list it came
 * from, may be repeated; and it must be while the fate of a request is unknown: one that is late would take away later what
 * had been called kept. So only an answer ends it, or what GetSales shows when nothing can be on its way any more.
 */
export function createUndoRequest({ client, outbox, contactStatus, now, random, sleep, changed }: UndoRequestDeps) {
  const iso = (): string => new Date(now()).toISOString();
  const lastWord = createSupersede({ outbox, iso });

  /** How the contact stands; `undo-unsafe` when that is neither as added nor as before. */
  async function look({ entry, outcome, undo }: Undoable): Promise<Result<Sight>> {
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

  /** @param sentBefore a request of before may still be on its way */
  async function act(undoable: Undoable, tries: number, sentBefore: boolean): Promise<Result<null>> {
    const { id } = undoable.entry;
    let isOpen = sentBefore;
    for (let tried = 1; ; tried += 1) {
      const left = await leave(undoable);
      contactStatus.forgetAll();
      if (left.ok) return conclude(id, { name: 'undone' });
      const { fate, error } = left.error;
      isOpen ||= fate === 'unknown';
      if (!isOpen || error.code === 'undo-unsafe') return keep(undoable, err(error));
      if (tried >= tries) return err(error);
      await sleep(random() * RETRY_STEP_MS * 2 ** tried);
      const seen = await look(undoable);
      if (!seen.ok) return seen.error.code === 'undo-unsafe' ? keep(undoable, seen) : seen;
      if (seen.value === 'undone') return conclude(id, { name: 'undone' });
    }
  }

  async function leave({ entry, outcome, undo }: Undoable): Promise<Result<unknown, WriteFailure>> {
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

  async function keep({ entry, outcome, undo }: Undoable, why: Result<null>): Promise<Result<null>> {
    const kept = await conclude(entry.id, { name: 'done', outcome, undo });
    return kept.ok ? why : kept;
  }

  async function conclude(id: AddEntry['id'], state: AddEntry['state']): Promise<Result<null>> {
    const concluded = await outbox.changeAdd(id, ['undoing'], { state, settledAt: iso() });
    if (state.name === 'undone') await lastWord.restoreSuperseded(id);
    await changed();
    return concluded.ok ? ok(null) : concluded;
  }

  /** Carries on what was interrupted, once; ok when it is known how it ended. */
  async function carryOn(entry: AddEntry): Promise<Result<null>> {
    const { state } = entry;
    if (state.name !== 'undoing') return ok(null);
    const undoable = { entry, outcome: state.outcome, undo: state.undo };
    const seen = await look(undoable);
    contactStatus.forgetAll();
    if (!seen.ok && seen.error.code !== 'undo-unsafe') return seen;
    if (seen.ok && seen.value === 'undone') return conclude(entry.id, { name: 'undone' });
    const since = await outbox.recent({ contactId: null, limit: OUTBOX_LOOKBACK });
    if (!since.ok) return since;
    const isUnsafe = !seen.ok || !isRecent(entry) || since.value.some((other) => isMessageTo(other, undoable));
    return isUnsafe ? keep(undoable, ok(null)) : act(undoable, 1, true);
  }

  function isRecent({ settledAt, createdAt }: AddEntry): boolean {
    return Math.abs(now() - Date.parse(settledAt ?? createdAt)) <= UNDO_TTL_MS;
  }

  return { look, act, carryOn };
}

/** Whether it is a message to this contact that may have left. */
export function isMessageTo(other: OutboxEntry, { outcome }: Undoable): boolean {
  return other.kind === 'send' && other.contactId === outcome.contactId && mayBeSent(other);
}

/**
 * Same list and stage as when it was made, no tag that this add did not bring, nobody wrote, nothing unread. `updated_at`
 * is no evidence: GetSales' own enrichment changes it within seconds.
 */
function isUntouched(contact: Contact, { listId, draft }: AddEntry, made: Extract<UndoOfAdd, { kind: 'remove' }>) {
  const isSilent = contact.unread === 0 && contact.connections.every((connection) => connection.lastMessageAt === null);
  // Tags that this add brought may appear a moment after it.
  const late = Math.max(0, (draft.tags?.length ?? 0) - made.tagIds.length);
  const foreign = contact.tagIds.filter((id) => !made.tagIds.includes(id)).length - late;
  return isSilent && contact.listId === listId && contact.stageId === made.stageId && foreign <= 0;
}
