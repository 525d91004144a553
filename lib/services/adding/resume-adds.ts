import { isSamePerson } from '@/lib/domain/identity';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';
import type { AddContactService } from './add-contact';
import { earliest, isTransient, nextTryAt, RECHECK_MS } from '../retry-times';
import type { UndoAddService } from './undo-add';

/** An interrupted move is repeated only within this time; later, another user may have moved the person, so the user decides. */
const MOVE_TTL_MS = 600_000;

export interface ResumeAddsDeps {
  readonly outbox: Outbox;
  readonly addContact: Pick<AddContactService, 'resume' | 'inFlight'>;
  readonly undoAdd: Pick<UndoAddService, 'resume' | 'inFlight'>;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/** Retries waiting adds and finishes interrupted undos. Both answer when the next is due (ms); null when nothing is left. */
export function createResumeAdds({ outbox, addContact, undoAdd, now, changed }: ResumeAddsDeps) {
  async function resumeAdds(adds: readonly AddEntry[], isReconnected: boolean): Promise<number | null> {
    const dueAt = ({ state }: AddEntry): number => {
      if (state.name !== 'waiting') return now();
      return isReconnected && isTransient(state.error) ? now() : nextTryAt(state.retryAt, now());
    };
    for (const entry of await newestPerPerson(adds)) {
      if (isLateMove(entry)) await leaveToUser(entry);
      else if (dueAt(entry) <= now()) {
        const tried = await addContact.resume(entry);
        if (!tried.ok && tried.error.code === 'storage-unavailable') return now() + RECHECK_MS;
        // The others would fail in the same way.
        if (
          tried.ok &&
          tried.value.effect === 'waiting' &&
          (tried.value.error.code === 'key-rejected' || isTransient(tried.value.error))
        )
          break;
      }
    }
    const open = await outbox.inStates(['waiting', 'dispatching']);
    const left = open.ok ? open.value.filter((entry) => entry.kind === 'add') : [];
    return earliest(
      left.filter(({ id }) => !addContact.inFlight.has(id)).map((entry) => Math.max(nextAfter(entry), now() + 1_000)),
    );
  }

  function nextAfter({ state }: AddEntry): number {
    return state.name === 'waiting' ? nextTryAt(state.retryAt, now()) : now() + RECHECK_MS;
  }

  /**
   * Supersedes all but the newest add of each person. Those that have ended in between stay as they are, and those that
   * could not be superseded on a full disk are by the newest one's attempt.
   */
  async function newestPerPerson(adds: readonly AddEntry[]): Promise<readonly AddEntry[]> {
    const newest: AddEntry[] = [];
    for (const entry of adds.toReversed()) {
      const later = newest.find((other) => isSamePerson(other.identity, entry.identity));
      if (later === undefined) newest.unshift(entry);
      else await outbox.applyToAdd(entry.id, { type: 'superseded', by: later.id });
    }
    return newest;
  }

  async function resumeUndos(adds: readonly AddEntry[]): Promise<number | null> {
    const resumed = await Promise.all(adds.map((entry) => undoAdd.resume(entry)));
    return resumed.every(({ ok: isFinished }) => isFinished) ? null : now() + RECHECK_MS;
  }

  function isLateMove({ createdAt, ifPresent }: AddEntry): boolean {
    const age = now() - Date.parse(createdAt);
    return ifPresent === 'move' && !(age <= MOVE_TTL_MS && age >= -MOVE_TTL_MS);
  }

  /** The user decides about this move, unless they did already: then it is being attempted, or has ended. */
  async function leaveToUser({ id, state }: AddEntry): Promise<void> {
    if (addContact.inFlight.has(id)) return;
    const error = state.name === 'waiting' ? state.error : ({ code: 'unreachable', why: 'network' } as const);
    await outbox.applyToAdd(id, { type: 'left-to-user', error });
    await changed();
  }

  return { resumeAdds, resumeUndos };
}
