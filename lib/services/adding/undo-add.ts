import type { EntryId } from '@/lib/domain/ids';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { AddEntry, OutboxEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { createInFlight, type InFlight, type PersonMutex } from '../exclusive';
import { createUndoExecutor, isMessageTo, type UndoableAdd, type UndoExecutorDeps } from './undo-executor';

/** How long Undo is offered. */
export const UNDO_MS = 10_000;
/** A click in the last moment still counts when it arrives this much later. */
const GRACE_MS = 2_000;
/** Attempts while the user waits. If the outcome is still unknown then, the worker continues without them. */
const ATTEMPTS = 3;

export interface UndoAddService {
  readonly inFlight: InFlight;
  /** Undoes a recent add; `undo-unsafe` when that would not be provably safe. */
  undo(entryId: EntryId): Promise<Result<null>>;
  /** Resumes an interrupted undo; ok when its outcome is known. */
  resume(entry: AddEntry): Promise<Result<null>>;
  /** Resumes all interrupted undos of one person, before an add for them. Call it while holding the person's mutex. */
  resumeFor(identity: LinkedInIdentity): Promise<Result<null>>;
}

export interface UndoDeps extends UndoExecutorDeps {
  readonly personMutex: PersonMutex;
}

/**
 * Undoes a recent add, only while that is provably safe: deletes a contact that this add created and that has not changed
 * since, or moves a contact back to its former list. The outbox records the undo before it is sent.
 */
export function createUndoAdd(deps: UndoDeps): UndoAddService {
  const { outbox, personMutex, now } = deps;
  const inFlight = createInFlight<Result<null>>();
  const executor = createUndoExecutor(deps);

  async function undo(entryId: EntryId): Promise<Result<null>> {
    const known = await outbox.get(entryId);
    if (!known.ok) return known;
    if (known.value?.kind === 'add' && known.value.state.name === 'undoing') return executor.resume(known.value);
    const undoable = undoableAdd(known.value, now());
    if (undoable === null) return err({ code: 'undo-unsafe' });
    const recent = await outbox.recent({ contactId: null });
    if (!recent.ok) return recent;
    const place = recent.value.findIndex(({ id }) => id === entryId);
    if (recent.value.some((other, index) => dependsOn(other, undoable, index < place)))
      return err({ code: 'undo-unsafe' });
    const checked = await executor.checkContact(undoable);
    if (!checked.ok) return checked;
    const started = await outbox.applyToAdd(entryId, { type: 'undo-started' });
    if (!started.ok) return started.error.code === 'wrong-state' ? err({ code: 'undo-unsafe' }) : started;
    // Shows that the worker continues without the user, also if it stops now.
    await deps.changed();
    return checked.value === 'undone'
      ? executor.conclude(entryId, 'undo-completed')
      : executor.execute(undoable, ATTEMPTS, false);
  }

  async function resume(id: EntryId): Promise<Result<null>> {
    const known = await outbox.get(id);
    if (!known.ok) return known;
    return known.value?.kind === 'add' ? executor.resume(known.value) : ok(null);
  }

  async function resumeFor(identity: LinkedInIdentity): Promise<Result<null>> {
    const open = await outbox.inStates(['undoing']);
    if (!open.ok) return open;
    for (const entry of open.value) {
      if (entry.kind !== 'add' || !isSamePerson(entry.identity, identity)) continue;
      const resumed = await executor.resume(entry);
      if (!resumed.ok) return resumed;
    }
    return ok(null);
  }

  /** Runs one undo per entry at a time, and none while an add of the same person is in flight that may depend on it. */
  async function runExclusive(id: EntryId, task: () => Promise<Result<null>>): Promise<Result<null>> {
    if (inFlight.has(id)) return err({ code: 'busy' });
    return inFlight.run(id, async () => {
      const known = await outbox.get(id);
      if (!known.ok) return known;
      return known.value?.kind === 'add'
        ? personMutex.runExclusive(known.value.identity, task)
        : err({ code: 'undo-unsafe' });
    });
  }

  return {
    undo: (id) => runExclusive(id, () => undo(id)),
    resume: ({ id }) => runExclusive(id, () => resume(id)),
    resumeFor,
    inFlight,
  };
}

/** Whether a later act relies on the contact, or on its list. An earlier entry may have been tried again since. */
function dependsOn(other: OutboxEntry, undoable: UndoableAdd, isNewer: boolean): boolean {
  const { entry } = undoable;
  if (other.kind === 'send') return isMessageTo(other, undoable);
  if (other.id === entry.id || WITHOUT_EFFECT.has(other.state.name)) return false;
  const isLater = isNewer || other.settledAt === null || other.settledAt >= (entry.settledAt ?? entry.createdAt);
  return isLater && isSamePerson(other.identity, entry.identity);
}

const WITHOUT_EFFECT: ReadonlySet<StateName> = new Set(['refused', 'undone', 'superseded']);

function undoableAdd(entry: OutboxEntry | null, nowMs: number): UndoableAdd | null {
  if (entry?.kind !== 'add' || entry.state.name !== 'done') return null;
  const { outcome, undo } = entry.state;
  const leftMs = outcome.undoUntil === null ? NaN : Date.parse(outcome.undoUntil) - nowMs;
  // More time left than was ever offered means that the clock was set back.
  const isInTime = leftMs >= -GRACE_MS && leftMs <= UNDO_MS + GRACE_MS;
  return undo !== undefined && isInTime ? { entry, outcome, undo } : null;
}
