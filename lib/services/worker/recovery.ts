import { PENDING_STATES } from '@/lib/domain/outbox/entry-states';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import { createResumeAdds, type ResumeAddsDeps } from '../adding/resume-adds';
import { createResumeSends, markUnconfirmed, type MarkDeps, type ResumeSendsDeps } from '../sending/resume-sends';
import { earliest, RECHECK_MS } from '../retry-times';

export interface RecoveryDeps extends ResumeSendsDeps, ResumeAddsDeps {
  readonly usable: () => Promise<Result<null>>;
  readonly isOnline: () => boolean;
}

export interface Recovery {
  /**
   * Processes due entries: sends queued messages, looks for unconfirmed ones, retries adds, finishes undos. Answers when
   * the next is due (ms); null when there is none.
   *
   * @param isReconnected entries that wait for a connection are due now
   * @param ensureRestart awaited before work that may outlive the worker: must have the browser start the worker again
   */
  processDue(isReconnected: boolean, ensureRestart?: () => Promise<unknown>): Promise<Result<number | null>>;
}

/** At every start of the worker: marks messages whose sending was interrupted as unconfirmed. Requests nothing. */
export async function markInterrupted(deps: MarkDeps): Promise<Result<null>> {
  const dispatching = await deps.outbox.inStates(['dispatching']);
  if (!dispatching.ok) return dispatching;
  return markUnconfirmed(
    deps,
    dispatching.value.filter((entry) => entry.kind === 'send'),
  );
}

/** Continues without the user what the outbox has pending (docs/reliability.md#sending-a-message, steps 6 and 7). Idempotent. */
export function createRecovery(deps: RecoveryDeps): Recovery {
  const { outbox, now } = deps;
  const services = [deps.addContact, deps.sendMessage, deps.undoAdd] as const;
  const { sendQueued, expireStale, lookForUnconfirmed, nextCheck } = createResumeSends(deps);
  const { resumeAdds, resumeUndos } = createResumeAdds(deps);

  return {
    async processDue(isReconnected, ensureRestart = () => Promise.resolve()) {
      const open = await outbox.inStates(PENDING_STATES);
      if (!open.ok) return open;
      const idle = open.value.filter(({ id }) => !services.some((service) => service.inFlight.has(id)));
      // The worker may also stop while an entry is in flight.
      const recheckAt = idle.length < open.value.length ? now() + RECHECK_MS : null;
      if (idle.length === 0) return ok(recheckAt);
      const sends = idle.filter((entry) => entry.kind === 'send');
      const marked = await markUnconfirmed(deps, sends.filter(isIn('dispatching')));
      if (!marked.ok) return marked;
      const queued = await expireStale(sends.filter(isIn('queued')));
      if (!deps.isOnline()) return ok(now() + RECHECK_MS);
      const usable = await deps.usable();
      const adds = idle.filter((entry) => entry.kind === 'add').filter(isIn('waiting', 'dispatching', 'undoing'));
      const isAnyDue = usable.ok && (adds.length > 0 || sends.some((send) => nextCheck(send) !== null));
      if (queued.length > 0 || recheckAt !== null || isAnyDue) await ensureRestart();
      const next = await Promise.all([
        // With a rejected key they are kept for the next one, as long as they do not expire.
        usable.ok ? sendQueued(queued, isReconnected) : queued.length > 0 ? now() + RECHECK_MS : null,
        usable.ok ? lookForUnconfirmed(sends.filter(isIn('unknown'))) : null,
        usable.ok ? resumeAdds(adds.filter(isIn('waiting', 'dispatching')), isReconnected) : null,
        usable.ok ? resumeUndos(adds.filter(isIn('undoing'))) : null,
      ]);
      return ok(earliest([...next, recheckAt]));
    },
  };
}

function isIn(...names: readonly OutboxEntry['state']['name'][]): (entry: OutboxEntry) => boolean {
  return ({ state }) => names.includes(state.name);
}
