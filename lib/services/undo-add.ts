import type { AddOutcome, Contact } from '@/lib/domain/contact';
import type { IntentId } from '@/lib/domain/ids';
import { hasLeft, type AddIntent, type Intent, type StateName, type UndoOfAdd } from '@/lib/domain/intent';
import { isSamePerson } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient, WriteFailure } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import { UNDO_MS } from './add-contact';
import { JOURNAL_LOOKBACK } from './earlier-add';
import { createLastWord } from './last-word';
import type { StandingService } from './standing';
import type { Turns } from './turns';

/** A click in the last moment still counts when it arrives. */
const GRACE_MS = 2_000;

export interface UndoAddService {
  /** Takes a fresh add back; `undo-unsafe` when that would not be provably right. */
  undo(intentId: IntentId): Promise<Result<null>>;
  /** Finds out how an interrupted act of taking back ended. Takes nothing back. */
  settle(intent: AddIntent): Promise<Result<null>>;
  /** Whether this life of the worker has it under way. */
  isUnderWay(id: IntentId): boolean;
}

export interface UndoDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly standing: StandingService;
  readonly turns: Turns;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

interface Undoable {
  readonly intent: AddIntent;
  readonly outcome: AddOutcome;
  readonly undo: UndoOfAdd;
}

/**
 * Takes back a fresh add, only while that is provably right: removes the contact that this intent created and nobody
 * touched since, or moves a moved one back to the list it came from. Written down before it leaves, and in doubt how the
 * contact stands decides how it ended.
 */
export function createUndoAdd({ client, journal, standing, turns, now, changed }: UndoDeps): UndoAddService {
  const underWay = new Set<IntentId>();
  const iso = (): string => new Date(now()).toISOString();
  const lastWord = createLastWord({ journal, iso });

  async function undo(intentId: IntentId): Promise<Result<null>> {
    const known = await journal.get(intentId);
    if (!known.ok) return known;
    // An add of the same person that is under way may count on what is being taken back.
    return known.value?.kind === 'add'
      ? turns.inTurn(known.value.identity, () => undoInTurn(intentId))
      : err({ code: 'undo-unsafe' });
  }

  async function undoInTurn(intentId: IntentId): Promise<Result<null>> {
    const known = await journal.get(intentId);
    if (!known.ok) return known;
    const undoable = undoableAdd(known.value, now());
    if (undoable === null) return err({ code: 'undo-unsafe' });
    const recent = await journal.recent({ contactId: null, limit: JOURNAL_LOOKBACK });
    if (!recent.ok) return recent;
    if (recent.value.some((other) => buildsOn(other, undoable))) return err({ code: 'undo-unsafe' });
    const contact = await client.contact(undoable.outcome.contactId);
    if (!contact.ok) return contact;
    const checked = await check(undoable, contact.value);
    if (!checked.ok) return checked;
    const { outcome } = undoable;
    const state = { name: 'undoing', outcome, undo: undoable.undo } as const;
    const written = await journal.changeAdd(intentId, ['done'], { state });
    if (!written.ok) return written;
    if (written.value === null) return err({ code: 'undo-unsafe' });
    const left = contact.value === null ? ok(null) : await takeBack(undoable, contact.value);
    standing.forgetAll();
    if (left.ok) return conclude(intentId, { name: 'undone' });
    const settled = await settle(written.value);
    return settled.ok && settled.value === 'undone' ? ok(null) : err(left.error.error);
  }

  async function settle({ id, state }: AddIntent): Promise<Result<'undone' | 'done'>> {
    if (state.name !== 'undoing') return ok('done');
    const { outcome, undo: wanted } = state;
    const contact = await client.contact(outcome.contactId);
    if (!contact.ok) return contact;
    standing.forgetAll();
    const isUndone = wanted.kind === 'remove' ? contact.value === null : contact.value?.listId === wanted.toListId;
    const end = isUndone ? ({ name: 'undone' } as const) : ({ name: 'done', outcome, undo: wanted } as const);
    const concluded = await conclude(id, end);
    return concluded.ok ? ok(end.name) : concluded;
  }

  async function conclude(id: IntentId, state: AddIntent['state']): Promise<Result<null>> {
    const concluded = await journal.changeAdd(id, ['undoing'], { state, settledAt: iso() });
    if (state.name === 'undone') await lastWord.giveBack(id);
    await changed();
    return concluded.ok ? ok(null) : concluded;
  }

  /** Whether it is as this intent left it. */
  async function check({ intent, undo: wanted }: Undoable, contact: Contact | null): Promise<Result<null>> {
    if (wanted.kind === 'move-back') return contact?.listId === intent.listId ? ok(null) : err({ code: 'undo-unsafe' });
    if (contact === null) return ok(null);
    if (!isUntouched(contact, intent, wanted)) return err({ code: 'undo-unsafe' });
    const automations = await client.automations(contact.id);
    if (!automations.ok) return automations;
    return automations.value.length > 0 ? err({ code: 'undo-unsafe' }) : ok(null);
  }

  async function takeBack({ intent, undo: wanted }: Undoable, { id }: Contact): Promise<Result<unknown, WriteFailure>> {
    if (wanted.kind === 'remove') return client.removeContact(id);
    const { identity } = intent;
    const listId = wanted.toListId;
    return client.upsert({ identity, listId, draft: {}, updateIfExists: false, moveToList: true });
  }

  /** One act of taking back per intent. */
  async function alone<T>(id: IntentId, act: () => Promise<Result<T>>): Promise<Result<null>> {
    if (underWay.has(id)) return err({ code: 'busy' });
    underWay.add(id);
    try {
      const done = await act();
      return done.ok ? ok(null) : done;
    } finally {
      underWay.delete(id);
    }
  }

  return {
    undo: (id) => alone(id, () => undo(id)),
    settle: (intent) => alone(intent.id, () => settle(intent)),
    isUnderWay: (id) => underWay.has(id),
  };
}

/** Whether something was done since that counts on the contact being there, or on the list where it is. */
function buildsOn(other: Intent, { intent, outcome }: Undoable): boolean {
  if (other.kind === 'send') return other.contactId === outcome.contactId && hasLeft(other);
  if (other.id === intent.id || GONE.has(other.state.name)) return false;
  const isSince = other.settledAt === null || other.settledAt >= (intent.settledAt ?? intent.createdAt);
  return isSince && isSamePerson(other.identity, intent.identity);
}

const GONE: ReadonlySet<StateName> = new Set(['refused', 'undone', 'replaced']);

function undoableAdd(intent: Intent | null, nowMs: number): Undoable | null {
  if (intent?.kind !== 'add' || intent.state.name !== 'done') return null;
  const { outcome, undo } = intent.state;
  const leftMs = outcome.undoUntil === null ? NaN : Date.parse(outcome.undoUntil) - nowMs;
  // More than was ever offered is left where the clock was set back.
  const isInTime = leftMs >= -GRACE_MS && leftMs <= UNDO_MS + GRACE_MS;
  return undo !== undefined && isInTime ? { intent, outcome, undo } : null;
}

/**
 * Same list and stage as when it was made, no tag that this add did not bring, nobody wrote, nothing unread. `updated_at`
 * is no evidence: GetSales' own enrichment changes it within seconds.
 */
function isUntouched(contact: Contact, { listId, draft }: AddIntent, made: Extract<UndoOfAdd, { kind: 'remove' }>) {
  const isSilent = contact.unread === 0 && contact.ties.every((tie) => tie.lastMessageAt === null);
  // Tags that this add brought may appear a moment after it.
  const late = Math.max(0, (draft.tags?.length ?? 0) - made.tagIds.length);
  const foreign = contact.tagIds.filter((id) => !made.tagIds.includes(id)).length - late;
  return isSilent && contact.listId === listId && contact.stageId === made.stageId && foreign <= 0;
}
