import type { AppError } from '@/lib/domain/app-error';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { SendEvent } from '@/lib/domain/outbox/send-transitions';
import { hasEnded } from '@/lib/domain/outbox/transitions';
import type { GetSalesClient } from '@/lib/getsales/client';
import { isStale, isTransient, RECHECK_MS } from '../retry-times';
import type { CancelPeriods } from './cancel-periods';
import { lookForSent, type ReconcileDeps } from './reconcile';

export interface DispatchDeps extends ReconcileDeps {
  readonly client: ReconcileDeps['client'] & Pick<GetSalesClient, 'send'>;
  readonly now: () => number;
  readonly cancelPeriods: CancelPeriods;
  readonly changed: () => Promise<void>;
}

/**
 * Sends a queued message: waits until it can no longer be cancelled, reads the conversation, records the dispatch, and posts
 * once (docs/reliability.md#sending-a-message, steps 2 to 5). Call it while holding the thread's lock.
 */
export async function dispatchMessage(deps: DispatchDeps, entry: SendEntry): Promise<Result<SendOutcome>> {
  const { client, outbox, now } = deps;
  const { id, contactId, senderId } = entry;
  await deps.cancelPeriods.wait(entry);
  if (isStale(entry, now())) return end(deps, id, { type: 'cancelled', why: 'expired' }, { code: 'cancelled' });
  const before = await client.sentMessages(contactId, senderId);
  if (!before.ok) return delayOrRefuse(deps, id, before.error);
  const { messages, skewMs } = before.value;
  const dispatched = await outbox.applyToSend(id, {
    type: 'dispatched',
    baseline: messages.map((message) => message.id),
    skewMs,
    dispatchedAt: new Date(now()).toISOString(),
  });
  if (dispatched.ok) return dispatched.value.effect === 'post' ? post(deps, dispatched.value.entry) : err(NOT_QUEUED);
  return hasEnded(dispatched.error) ? err(NOT_QUEUED) : delay(deps, id, 'delayed', dispatched.error);
}

/** Posts once, and records what the answer proves. */
async function post(deps: DispatchDeps, entry: SendEntry): Promise<Result<SendOutcome>> {
  const { id, contactId, senderId, text } = entry;
  const answer = await deps.client.send({ contactId, senderId, text });
  if (answer.ok) {
    await deps.settle(id, { type: 'accepted', messageId: answer.value.id });
    return ok({ state: 'sent', message: answer.value });
  }
  const { fate, error } = answer.error;
  // It was not sent, and will be with the account's next key.
  if (fate === 'not-done' && error.code === 'key-replaced') return delay(deps, id, 'not-posted', error);
  if (fate === 'not-done') {
    await deps.settle(id, { type: 'refused', error });
    return err(error);
  }
  await deps.settle(id, { type: 'unconfirmed', error });
  const found = await lookForSent(deps, entry);
  // It was the worker's first check.
  await deps.outbox.applyToSend(id, { type: 'checked' });
  return found.ok ? found : ok({ state: 'unknown', entryId: id });
}

/** Delays a queued message that could not be sent now, or refuses it when waiting would not help. */
export function delayOrRefuse(deps: DispatchDeps, id: EntryId, error: AppError): Promise<Result<SendOutcome>> {
  return isTransient(error) ? delay(deps, id, 'delayed', error) : end(deps, id, { type: 'stopped', error }, error);
}

/** Ends a queued message without sending it. */
export async function end(
  deps: DispatchDeps,
  id: EntryId,
  event: SendEvent,
  answer: AppError,
): Promise<Result<SendOutcome>> {
  const ended = await deps.outbox.applyToSend(id, event);
  await deps.changed();
  if (ended.ok) return err(answer);
  return hasEnded(ended.error) ? err(NOT_QUEUED) : delay(deps, id, 'delayed', ended.error);
}

/** Puts the message back in the queue. If that cannot be recorded, the outbox still has it as queued. */
async function delay(
  { outbox, now, changed }: DispatchDeps,
  id: EntryId,
  type: 'delayed' | 'not-posted',
  blockedBy: AppError,
): Promise<Result<SendOutcome>> {
  const sendAt = new Date(now() + RECHECK_MS).toISOString();
  const delayed = await outbox.applyToSend(id, { type, sendAt, blockedBy });
  await changed();
  return delayed.ok || !hasEnded(delayed.error)
    ? ok({ state: 'queued', entryId: id, sendAt, blockedBy })
    : err(NOT_QUEUED);
}

/** The user cancelled the message in between. */
const NOT_QUEUED: AppError = { code: 'cancelled' };
