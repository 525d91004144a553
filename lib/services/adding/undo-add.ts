import type { EntryId } from '@/lib/domain/ids';
import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { AddEntry, OutboxEntry, StateName } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { OUTBOX_LOOKBACK } from './earlier-add';
import { createUndoRequest, isMessageTo, type UndoRequestDeps, type Undoable } from './undo-request';
import type { PersonMutex } from './person-mutex';

/** How long Undo is offered. */
export const UNDO_MS = 10_000;
/** A click in the last moment still counts when it arrives. */
const GRACE_MS = 2_000;
/** While the user waits. What is still not known then is carried on without them. */
const TRIES = 3;

export interface UndoAddService {
  /** Takes a fresh add back; `undo-unsafe` when that would not be provably right. */
  undo(entryId: EntryId): Promise<Result<null>>;
  /** Carries on an interrupted act of taking back; ok when it is known how it ended. */
  settle(entry: AddEntry): Promise<Result<null>>;
  /** The same for all such acts of one person, before anything else is done for them. To be called in turn. */
  settleBefore(identity: LinkedInIdentity): Promise<Result<null>>;
  /** Whether this life of the worker has it under way. */
  isUnderWay(id: EntryId): boolean;
  /** Everything that this life of the worker has under way. */
  underWay(): readonly EntryId[];
}

export interface UndoDeps extends UndoRequestDeps {
  readonly turns: PersonMutex;
}

/**
 * Takes back a fresh add, only while that is provably right: removes the contact that this entry created and nobody
 * touched since, or moves a moved one back to the list it came from. Written down before it leaves.
 */
export function createUndoAdd(deps: UndoDeps): UndoAddService {
  const { outbox, turns, now } = deps;
  const underWay = new Set<EntryId>();
  const takeBack = createUndoRequest(deps);

  async function undoExclusively(entryId: EntryId): Promise<Result<null>> {
    const known = await outbox.get(entryId);
    if (!known.ok) return known;
    if (known.value?.kind === 'add' && known.value.state.name === 'undoing') return takeBack.carryOn(known.value);
    const undoable = undoableAdd(known.value, now());
    if (undoable === null) return err({ code: 'undo-unsafe' });
    const recent = await outbox.recent({ contactId: null, limit: OUTBOX_LOOKBACK });
    if (!recent.ok) return recent;
    if (recent.value.some((other) => buildsOn(other, undoable))) return err({ code: 'undo-unsafe' });
    const seen = await takeBack.look(undoable);
    if (!seen.ok) return seen;
    const { outcome, undo } = undoable;
    const written = await outbox.changeAdd(entryId, ['done'], { state: { name: 'undoing', outcome, undo } });
    if (!written.ok) return written;
    if (written.value === null) return err({ code: 'undo-unsafe' });
    const taken = await takeBack.act(undoable, TRIES, false);
    // What is carried on without the user is shown as that.
    if (!taken.ok) await deps.changed();
    return taken;
  }

  async function settleExclusively(id: EntryId): Promise<Result<null>> {
    const known = await outbox.get(id);
    if (!known.ok) return known;
    return known.value?.kind === 'add' ? takeBack.carryOn(known.value) : ok(null);
  }

  async function settleBefore(identity: LinkedInIdentity): Promise<Result<null>> {
    const open = await outbox.inStates(['undoing']);
    if (!open.ok) return open;
    for (const entry of open.value) {
      if (entry.kind !== 'add' || !isSamePerson(entry.identity, identity)) continue;
      const settled = await takeBack.carryOn(entry);
      if (!settled.ok) return settled;
    }
    return ok(null);
  }

  /** One act of taking back per entry, and none while an add of the same person is under way that may count on it. */
  async function alone(id: EntryId, act: () => Promise<Result<null>>): Promise<Result<null>> {
    if (underWay.has(id)) return err({ code: 'busy' });
    underWay.add(id);
    try {
      const known = await outbox.get(id);
      if (!known.ok) return known;
      return known.value?.kind === 'add'
        ? await turns.runExclusive(known.value.identity, act)
        : err({ code: 'undo-unsafe' });
    } finally {
      underWay.delete(id);
    }
  }

  return {
    undo: (id) => alone(id, () => undoExclusively(id)),
    settle: ({ id }) => alone(id, () => settleExclusively(id)),
    settleBefore,
    isUnderWay: (id) => underWay.has(id),
    underWay: () => [...underWay],
  };
}

/** Whether something was done since that counts on the contact being there, or on the list where it is. */
function buildsOn(other: OutboxEntry, undoable: Undoable): boolean {
  const { entry } = undoable;
  if (other.kind === 'send') return isMessageTo(other, undoable);
  if (other.id === entry.id || GONE.has(other.state.name)) return false;
  const isSince = other.settledAt === null || other.settledAt >= (entry.settledAt ?? entry.createdAt);
  return isSince && isSamePerson(other.identity, entry.identity);
}

const GONE: ReadonlySet<StateName> = new Set(['refused', 'undone', 'superseded']);

function undoableAdd(entry: OutboxEntry | null, nowMs: number): Undoable | null {
  if (entry?.kind !== 'add' || entry.state.name !== 'done') return null;
  const { outcome, undo } = entry.state;
  const leftMs = outcome.undoUntil === null ? NaN : Date.parse(outcome.undoUntil) - nowMs;
  // More than was ever offered is left where the clock was set back.
  const isInTime = leftMs >= -GRACE_MS && leftMs <= UNDO_MS + GRACE_MS;
  return undo !== undefined && isInTime ? { entry, outcome, undo } : null;
}
