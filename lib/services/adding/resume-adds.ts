import { isSamePerson } from '@/lib/domain/identity';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';
import type { AddContactService } from './add-contact';
import { BLOCKED_MS, earliest, nextTryAt, passesByItself } from '../retry-times';
import type { UndoAddService } from './undo-add';

/** A move is carried on only while nobody can have moved the person since; afterwards the user decides. */
const MOVE_TTL_MS = 600_000;

export interface CarryOnAddsDeps {
  readonly outbox: Outbox;
  readonly addContact: Pick<AddContactService, 'resume' | 'isUnderWay'>;
  readonly undoAdd: Pick<UndoAddService, 'settle' | 'isUnderWay'>;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/** What becomes of adds without anybody asking: what waits is tried again, what was being taken back is taken back. */
export function createCarryOnAdds({ outbox, addContact, undoAdd, now, changed }: CarryOnAddsDeps) {
  const iso = (): string => new Date(now()).toISOString();

  async function carryOnAdds(adds: readonly AddEntry[], eager: boolean): Promise<number | null> {
    const dueAt = ({ state }: AddEntry): number => {
      if (state.name !== 'waiting') return now();
      return eager && passesByItself(state.error) ? now() : nextTryAt(state.retryAt, now());
    };
    for (const entry of await newestPerPerson(adds)) {
      if (isLateMove(entry)) await leaveToUser(entry);
      else if (dueAt(entry) <= now()) {
        const tried = await addContact.resume(entry);
        if (!tried.ok && tried.error.code === 'storage-unavailable') return now() + BLOCKED_MS;
        // The others would only be told the same.
        if (tried.ok && tried.value.effect === 'waiting' && passesByItself(tried.value.error)) break;
      }
    }
    const left = await outbox.inStates(['waiting', 'dispatching']);
    const waiting = left.ok ? left.value.filter((entry) => entry.kind === 'add') : [];
    return earliest(
      waiting.filter(({ id }) => !addContact.isUnderWay(id)).map((entry) => Math.max(nextAfter(entry), now() + 1_000)),
    );
  }

  function nextAfter({ state }: AddEntry): number {
    return state.name === 'waiting' ? nextTryAt(state.retryAt, now()) : now() + BLOCKED_MS;
  }

  /** Of several acts for one person the last one counts. */
  async function newestPerPerson(adds: readonly AddEntry[]): Promise<readonly AddEntry[]> {
    const newest: AddEntry[] = [];
    for (const entry of adds.toReversed()) {
      const later = newest.find((other) => isSamePerson(other.identity, entry.identity));
      if (later === undefined) newest.unshift(entry);
      else await outbox.changeAdd(entry.id, ['waiting', 'dispatching'], replaced(later));
    }
    return newest;
  }

  /** Acts of taking back that were interrupted, or never answered. */
  async function settleUndone(adds: readonly AddEntry[]): Promise<number | null> {
    const settled = await Promise.all(adds.map((entry) => undoAdd.settle(entry)));
    return settled.every(({ ok: isSettled }) => isSettled) ? null : now() + BLOCKED_MS;
  }

  function replaced(by: AddEntry): Pick<AddEntry, 'state' | 'settledAt'> {
    return { state: { name: 'superseded', by: by.id }, settledAt: iso() };
  }

  function isLateMove({ createdAt, ifPresent }: AddEntry): boolean {
    const age = now() - Date.parse(createdAt);
    return ifPresent === 'move' && !(age <= MOVE_TTL_MS && age >= -MOVE_TTL_MS);
  }

  async function leaveToUser({ id, state }: AddEntry): Promise<void> {
    const error = state.name === 'waiting' ? state.error : ({ code: 'unreachable', why: 'network' } as const);
    await outbox.settleAdd(id, { name: 'unknown', error }, iso());
    await changed();
  }

  return { carryOnAdds, settleUndone };
}
