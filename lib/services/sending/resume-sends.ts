import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import { earliest, isStale, nextCheckAt, nextTryAt } from '../retry-times';
import type { SendMessageService } from './send-message';

export interface ResumeSendsDeps {
  readonly outbox: Outbox;
  readonly sendMessage: Pick<SendMessageService, 'resume' | 'reconcile' | 'inFlight'>;
  readonly now: () => number;
}

/** Sends queued messages and looks for unconfirmed ones. Both answer when the next is due (ms); null when nothing is left. */
export function createResumeSends({ outbox, sendMessage, now }: ResumeSendsDeps) {
  /** When to retry messages, for retries that a full disk may not have recorded. */
  const retryAt = new Map<EntryId, number>();

  async function sendQueued(queued: readonly SendEntry[], isReconnected: boolean): Promise<number | null> {
    const dueAt = ({ id, state }: SendEntry): number => {
      if (isReconnected || state.name !== 'queued') return now();
      return Math.max(retryAt.get(id) ?? 0, state.blockedBy === null ? now() : nextTryAt(state.sendAt, now()));
    };
    for (const entry of queued) {
      if (dueAt(entry) > now()) continue;
      const done = await sendMessage.resume(entry);
      if (done.ok && done.value.state === 'queued') retryAt.set(entry.id, Date.parse(done.value.sendAt));
    }
    return earliest((await idleSends('queued')).map(nextSend).map(atLeastOneSecond));
  }

  /** Cancels messages that are too old, with or without a connection; answers with the others. */
  async function expireStale(queued: readonly SendEntry[]): Promise<readonly SendEntry[]> {
    for (const entry of queued) if (isStale(entry, now())) await sendMessage.resume(entry);
    return queued.filter((entry) => !isStale(entry, now()));
  }

  /** Leaves out those in flight: their end raises the revision, which starts the scheduler again. */
  async function idleSends(name: 'queued' | 'unknown'): Promise<readonly SendEntry[]> {
    const found = await outbox.inStates([name]);
    const sends = found.ok ? found.value.filter((entry) => entry.kind === 'send') : [];
    return sends.filter(({ id }) => !sendMessage.inFlight.has(id));
  }

  /** An entry that was due and is still there could not be processed, for example because of a lock. */
  function atLeastOneSecond(at: number | null): number | null {
    return at === null ? null : Math.max(at, now() + 1_000);
  }

  function nextSend({ id, state }: SendEntry): number | null {
    return state.name === 'queued' ? Math.max(retryAt.get(id) ?? 0, nextTryAt(state.sendAt, now())) : null;
  }

  /**
   * Every check of the worker counts, also a failed one, so that the next one comes later; one that the user asked for does
   * not. A check that cannot be counted changes nothing else: the message was found in between, or the next check comes sooner.
   */
  async function lookForUnconfirmed(sends: readonly SendEntry[]): Promise<number | null> {
    for (const entry of sends) {
      const at = nextCheck(entry);
      if (at === null || at > now()) continue;
      await sendMessage.reconcile(entry.id);
      await outbox.applyToSend(entry.id, { type: 'checked' });
    }
    return earliest((await idleSends('unknown')).map(nextCheck).map(atLeastOneSecond));
  }

  function nextCheck({ settledAt, createdAt, state }: SendEntry): number | null {
    return state.name === 'unknown' ? nextCheckAt(settledAt ?? createdAt, state.checks, now()) : null;
  }

  return { sendQueued, expireStale, lookForUnconfirmed, nextCheck };
}

export interface MarkDeps {
  readonly outbox: Outbox;
  readonly changed: () => Promise<void>;
}

/** Marks dispatched messages without a recorded outcome as unconfirmed. */
export async function markUnconfirmed(
  { outbox, changed }: MarkDeps,
  sends: readonly SendEntry[],
): Promise<Result<null>> {
  for (const { id } of sends) {
    const marked = await outbox.applyToSend(id, { type: 'unconfirmed', error: { code: 'unconfirmed', entryId: id } });
    // One that has ended needs no mark.
    if (!marked.ok && marked.error.code !== 'wrong-state') return marked;
  }
  if (sends.length > 0) await changed();
  return ok(null);
}
