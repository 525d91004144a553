import type { AccountId } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { createReconcile, type Reconcile } from './reconcile';
import { createDuplicateGuard } from './duplicate-guard';
import type { InFlight } from '../in-flight';
import { isStale, isTransient, RECHECK_MS } from '../retry-times';
import { createThreadLock, isSameThread, type IfFree } from './thread-lock';

export interface SendMessageService {
  readonly inFlight: InFlight;
  /**
   * Writes the message to the outbox, waits for the time in which it can be cancelled, reads the conversation, records the
   * dispatch, posts once and classifies the answer (docs/reliability.md#sending-a-message). Answers `sent`, `unknown` or
   * `queued`. Never posts twice.
   */
  send(input: InputOf<'message.send'>): Promise<Result<SendOutcome>>;
  /** Cancels a queued message; `too-late` if it was dispatched. */
  cancel(entryId: EntryId): Promise<Result<null>>;
  /** Continues with a queued message whose worker stopped, or that had to wait. */
  resume(entry: SendEntry): Promise<Result<SendOutcome>>;
  /** Looks for an unconfirmed message at GetSales. May promote it to sent; never sends. */
  reconcile: Reconcile;
}

export interface SendMessageDeps {
  readonly account: AccountId;
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How long a message can be cancelled. */
  readonly undoMs: () => Promise<number>;
  /** Reports a busy conversation early; the outbox is what prevents a second dispatch. */
  readonly ifFree: IfFree;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
  /** Reports that an outcome could not be recorded. */
  readonly report: (event: string) => void;
}

export function createSendMessage(deps: SendMessageDeps): SendMessageService {
  const { client, outbox, now } = deps;
  /** Aborted by a cancel, to end the wait at once. */
  const undoWaits = new Map<EntryId, AbortController>();
  const iso = (at = now()): string => new Date(at).toISOString();
  const { runExclusive, inFlight } = createThreadLock<SendOutcome>(deps.ifFree);

  async function settle(id: EntryId, state: SendEntry['state']): Promise<void> {
    const settled = await outbox.settleSend(id, state, iso());
    if (!settled.ok) deps.report('send-not-settled');
    deps.forgetConversations();
    await deps.changed();
  }

  const { reconcile, lookForSent } = createReconcile({ client, outbox, settle });
  const checkDuplicates = createDuplicateGuard({ outbox, reconcile, now });

  async function enqueue(input: InputOf<'message.send'>): Promise<Result<SendOutcome>> {
    const known = await outbox.get(input.entryId);
    if (!known.ok) return known;
    if (known.value !== null) return recordedResult(input.entryId, known.value.state.name === 'unknown');
    const open = await outbox.inStates(['queued', 'dispatching']);
    if (!open.ok) return open;
    if (open.value.some((other) => other.kind === 'send' && isSameThread(other, input))) return err({ code: 'busy' });
    const checked = await checkDuplicates(input);
    if (!checked.ok) return checked;
    const { entryId, ...what } = input;
    const entry: SendEntry = {
      ...what,
      kind: 'send',
      id: entryId,
      account: deps.account,
      createdAt: iso(),
      settledAt: null,
      baseline: [],
      skewMs: null,
      state: { name: 'queued', leavesAt: iso(now() + (await deps.undoMs())), heldBy: null },
    };
    const written = await outbox.add(entry);
    if (!written.ok) return written;
    await deps.changed();
    return dispatch(entry);
  }

  /** Waits until the message can no longer be cancelled, reads the conversation, records the dispatch, and posts. */
  async function dispatch(entry: SendEntry): Promise<Result<SendOutcome>> {
    const { id, contactId, senderId, state } = entry;
    if (state.name === 'queued' && state.heldBy === null) await waitForUndo(id, Date.parse(state.leavesAt) - now());
    if (isStale(entry, now())) return expire(id);
    const before = await client.sentMessages(contactId, senderId);
    if (!before.ok) return isTransient(before.error) ? scheduleRetry(entry, before.error) : refuse(entry, before.error);
    const { messages, skewMs } = before.value;
    const baseline = messages.map((message) => message.id);
    const dispatching = { state: { name: 'dispatching' }, baseline, skewMs, dispatchedAt: iso() } as const;
    const written = await outbox.changeSend(id, ['queued'], dispatching);
    if (!written.ok) return scheduleRetry(entry, written.error);
    return written.value === null ? err({ code: 'cancelled' }) : post(written.value);
  }

  async function waitForUndo(id: EntryId, ms: number): Promise<void> {
    if (!(ms > 0)) return;
    const controller = new AbortController();
    undoWaits.set(id, controller);
    await deps.sleep(Math.min(ms, await deps.undoMs()), controller.signal);
    undoWaits.delete(id);
  }

  async function post(entry: SendEntry): Promise<Result<SendOutcome>> {
    const { contactId, senderId, text } = entry;
    const answer = await client.send({ contactId, senderId, text });
    if (answer.ok) {
      await settle(entry.id, { name: 'sent', messageId: answer.value.id });
      return ok({ state: 'sent', message: answer.value });
    }
    const { fate, error } = answer.error;
    // It was not sent, and will be with the account's next key.
    if (fate === 'not-done' && error.code === 'key-replaced') return scheduleRetry(entry, error, 'dispatching');
    if (fate === 'not-done') {
      await settle(entry.id, { name: 'refused', error });
      return err(error);
    }
    await settle(entry.id, { name: 'unknown', error });
    const found = await lookForSent(entry);
    return found.ok ? found : ok({ state: 'unknown', entryId: entry.id });
  }

  /** Puts the message back in the queue. If that cannot be recorded, the outbox still has it as queued. */
  async function scheduleRetry(
    entry: SendEntry,
    heldBy: AppError,
    from: 'queued' | 'dispatching' = 'queued',
  ): Promise<Result<SendOutcome>> {
    const leavesAt = iso(now() + RECHECK_MS);
    const state = { name: 'queued', leavesAt, heldBy } as const;
    const queued = await outbox.changeSend(entry.id, [from], { state });
    await deps.changed();
    return queued.ok && queued.value === null
      ? err({ code: 'cancelled' })
      : ok({ state: 'queued', entryId: entry.id, leavesAt, heldBy });
  }

  async function refuse(entry: SendEntry, error: AppError): Promise<Result<SendOutcome>> {
    const state = { name: 'refused', error } as const;
    const refused = await outbox.changeSend(entry.id, ['queued'], { state, settledAt: iso() });
    if (!refused.ok) return scheduleRetry(entry, refused.error);
    await deps.changed();
    return err(refused.value === null ? { code: 'cancelled' } : error);
  }

  /** Null when it was no longer queued. */
  async function cancelQueued(id: EntryId, why: 'by-user' | 'expired'): Promise<Result<SendEntry | null>> {
    const state = { name: 'cancelled', why } as const;
    const cancelled = await outbox.changeSend(id, ['queued'], { state, settledAt: iso() });
    await deps.changed();
    return cancelled;
  }

  async function expire(id: EntryId): Promise<Result<never>> {
    const expired = await cancelQueued(id, 'expired');
    return expired.ok ? err({ code: 'cancelled' }) : expired;
  }

  function recordedResult(entryId: EntryId, isUnknown: boolean): Result<SendOutcome> {
    return isUnknown ? ok({ state: 'unknown', entryId }) : err({ code: 'duplicate-intent', entryId });
  }

  return {
    send: (input) => runExclusive(input, input.entryId, () => enqueue(input)),
    inFlight,
    async cancel(id) {
      const cancelled = await cancelQueued(id, 'by-user');
      if (!cancelled.ok) return cancelled;
      undoWaits.get(id)?.abort();
      if (cancelled.value !== null) return ok(null);
      const known = await outbox.get(id);
      if (!known.ok) return known;
      return known.value?.state.name === 'cancelled' ? ok(null) : err({ code: 'too-late' });
    },
    resume: (entry) =>
      runExclusive(entry, entry.id, async () => {
        if (isStale(entry, now())) return expire(entry.id);
        const checked = await checkDuplicates({ ...entry, entryId: entry.id });
        if (checked.ok) return dispatch(entry);
        return isTransient(checked.error) ? scheduleRetry(entry, checked.error) : refuse(entry, checked.error);
      }),
    reconcile,
  };
}
