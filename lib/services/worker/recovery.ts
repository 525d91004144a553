import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import { createCarryOnAdds, type CarryOnAddsDeps } from '../adding/resume-adds';
import { createCarryOnSends, markUnconfirmed, type CarryOnSendsDeps, type MarkDeps } from '../sending/resume-sends';
import { BLOCKED_MS, earliest } from '../retry-times';

export interface RecoveryDeps extends CarryOnSendsDeps, CarryOnAddsDeps {
  readonly usable: () => Promise<Result<null>>;
  readonly isOnline: () => boolean;
}

export interface Recovery {
  /**
   * Does what is due: queued messages, looks for unconfirmed ones, adds that wait. `eager`: what waits for a connection
   * is due now. Answers when the next is due (ms); null when nothing is. `guard` is called before anything that the worker
   * may die over: it has to see to it that something starts the worker again.
   */
  work(eager: boolean, guard?: () => Promise<unknown>): Promise<Result<number | null>>;
}

/** At every start of the worker: messages that were being sent when it died become unconfirmed. Nothing is asked or sent. */
export async function markInterrupted(deps: MarkDeps): Promise<Result<null>> {
  const left = await deps.outbox.inStates(['dispatching']);
  if (!left.ok) return left;
  return markUnconfirmed(
    deps,
    left.value.filter((entry) => entry.kind === 'send'),
  );
}

/** What is carried on without anybody asking (docs/reliability.md#sending-a-message, steps 6 and 7). Any number of times is as good as once. */
export function createRecovery(deps: RecoveryDeps): Recovery {
  const { outbox, now } = deps;
  const underWay = [deps.addContact, deps.sendMessage, deps.undoAdd] as const;
  const sending = createCarryOnSends(deps);
  const adding = createCarryOnAdds(deps);

  return {
    async work(eager, guard = () => Promise.resolve()) {
      const open = await outbox.inStates(['queued', 'dispatching', 'waiting', 'unknown', 'undoing']);
      if (!open.ok) return open;
      const idle = open.value.filter(({ id }) => !underWay.some((service) => service.isUnderWay(id)));
      // Also over an act that somebody else has under way.
      const lookAgain = idle.length < open.value.length ? now() + BLOCKED_MS : null;
      if (idle.length === 0) return ok(lookAgain);
      const sends = idle.filter((entry) => entry.kind === 'send');
      const stranded = await markUnconfirmed(deps, sends.filter(isIn('dispatching')));
      if (!stranded.ok) return stranded;
      const queued = await sending.giveUpStale(sends.filter(isIn('queued')));
      if (!deps.isOnline()) return ok(now() + BLOCKED_MS);
      const usable = await deps.usable();
      const adds = idle.filter((entry) => entry.kind === 'add').filter(isIn('waiting', 'dispatching', 'undoing'));
      const isAnyDue = usable.ok && (adds.length > 0 || sends.some((send) => sending.nextLook(send) !== null));
      if (queued.length > 0 || lookAgain !== null || isAnyDue) await guard();
      const next = await Promise.all([
        sending.sendQueued(queued, eager),
        usable.ok ? sending.lookForUnconfirmed(sends.filter(isIn('unknown'))) : null,
        usable.ok ? adding.carryOnAdds(adds.filter(isIn('waiting', 'dispatching')), eager) : null,
        usable.ok ? adding.settleUndone(adds.filter(isIn('undoing'))) : null,
      ]);
      return ok(earliest([...next, lookAgain]));
    },
  };
}

function isIn(...names: readonly OutboxEntry['state']['name'][]): (entry: OutboxEntry) => boolean {
  return ({ state }) => names.includes(state.name);
}
