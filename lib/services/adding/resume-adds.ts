import { isSamePerson } from '@/lib/domain/identity';
import type { AddIntent } from '@/lib/domain/outbox-entry';
import type { Journal } from '@/lib/outbox/outbox';
import type { AddContactService } from './add-contact';
import { BLOCKED_MS, earliest, nextTryAt, passesByItself } from '../retry-times';
import type { UndoAddService } from './undo-add';

/** A move is carried on only while nobody can have moved the person since; afterwards the user decides. */
const MOVE_TTL_MS = 600_000;

export interface CarryOnAddsDeps {
  readonly journal: Journal;
  readonly addContact: Pick<AddContactService, 'resume' | 'isUnderWay'>;
  readonly undoAdd: Pick<UndoAddService, 'settle' | 'isUnderWay'>;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/** What becomes of adds without anybody asking: what waits is tried again, what was being taken back is taken back. */
export function createCarryOnAdds({ journal, addContact, undoAdd, now, changed }: CarryOnAddsDeps) {
  const iso = (): string => new Date(now()).toISOString();

  async function carryOnAdds(adds: readonly AddIntent[], eager: boolean): Promise<number | null> {
    const dueAt = ({ state }: AddIntent): number => {
      if (state.name !== 'waiting') return now();
      return eager && passesByItself(state.error) ? now() : nextTryAt(state.retryAt, now());
    };
    for (const intent of await newestPerPerson(adds)) {
      if (isLateMove(intent)) await leaveToUser(intent);
      else if (dueAt(intent) <= now()) {
        const tried = await addContact.resume(intent);
        if (!tried.ok && tried.error.code === 'storage-unavailable') return now() + BLOCKED_MS;
        // The others would only be told the same.
        if (tried.ok && tried.value.effect === 'waiting' && passesByItself(tried.value.error)) break;
      }
    }
    const left = await journal.inStates(['waiting', 'dispatching']);
    const waiting = left.ok ? left.value.filter((intent) => intent.kind === 'add') : [];
    return earliest(
      waiting
        .filter(({ id }) => !addContact.isUnderWay(id))
        .map((intent) => Math.max(nextAfter(intent), now() + 1_000)),
    );
  }

  function nextAfter({ state }: AddIntent): number {
    return state.name === 'waiting' ? nextTryAt(state.retryAt, now()) : now() + BLOCKED_MS;
  }

  /** Of several acts for one person the last one counts. */
  async function newestPerPerson(adds: readonly AddIntent[]): Promise<readonly AddIntent[]> {
    const newest: AddIntent[] = [];
    for (const intent of adds.toReversed()) {
      const later = newest.find((other) => isSamePerson(other.identity, intent.identity));
      if (later === undefined) newest.unshift(intent);
      else await journal.changeAdd(intent.id, ['waiting', 'dispatching'], replaced(later));
    }
    return newest;
  }

  /** Acts of taking back that were interrupted, or never answered. */
  async function settleUndone(adds: readonly AddIntent[]): Promise<number | null> {
    const settled = await Promise.all(adds.map((intent) => undoAdd.settle(intent)));
    return settled.every(({ ok: isSettled }) => isSettled) ? null : now() + BLOCKED_MS;
  }

  function replaced(by: AddIntent): Pick<AddIntent, 'state' | 'settledAt'> {
    return { state: { name: 'replaced', by: by.id }, settledAt: iso() };
  }

  function isLateMove({ createdAt, ifPresent }: AddIntent): boolean {
    const age = now() - Date.parse(createdAt);
    return ifPresent === 'move' && !(age <= MOVE_TTL_MS && age >= -MOVE_TTL_MS);
  }

  async function leaveToUser({ id, state }: AddIntent): Promise<void> {
    const error = state.name === 'waiting' ? state.error : ({ code: 'unreachable', why: 'network' } as const);
    await journal.settleAdd(id, { name: 'unknown', error }, iso());
    await changed();
  }

  return { carryOnAdds, settleUndone };
}
