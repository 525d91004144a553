import type { AppError } from '@/lib/domain/app-error';
import type { Message } from '@/lib/domain/conversation';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import type { Result } from '@/lib/domain/result';

/** The outcome of a send, with the message itself when GetSales has it. */
export interface Settlement {
  readonly state: Exclude<SendEntry['state'], { readonly name: 'dispatching' }>;
  readonly message: Message | null;
}

/**
 * Turns the worker's answer to `message.send` into an outcome. When the answer leaves open whether anything was sent (the
 * worker died, failed unexpectedly, or knows the entry already), the outbox is asked; nothing is sent again. An entry that
 * the outbox does not know was never stored, so nothing was sent.
 *
 * @param reconcile asks the worker for the outcome of an entry (`message.reconcile`)
 */
export async function settleSend(
  entryId: EntryId,
  answer: Result<SendOutcome>,
  reconcile: (entryId: EntryId) => Promise<Result<SendOutcome>>,
): Promise<Settlement> {
  if (answer.ok) return settlementOf(answer.value);
  const { error } = answer;
  // Cancelled or expired: the outbox records which.
  if (error.code === 'cancelled') return { state: { name: 'cancelled', why: 'by-user' }, message: null };
  if (!leavesOutcomeOpen(error)) return { state: { name: 'refused', error }, message: null };
  const reconciled = await reconcile(entryId);
  if (reconciled.ok) return settlementOf(reconciled.value);
  if (reconciled.error.code === 'cancelled') return { state: { name: 'cancelled', why: 'by-user' }, message: null };
  const wasNeverStored = reconciled.error.code === 'not-found' && reconciled.error.what === 'entry';
  return wasNeverStored
    ? { state: { name: 'refused', error: error.code === 'unexpected' ? error : { code: 'cancelled' } }, message: null }
    : { state: { name: 'unknown', error: reconciled.error, checks: 0 }, message: null };
}

/** The settlement for an outcome that the worker is sure of. */
export function settlementOf(outcome: SendOutcome): Settlement {
  switch (outcome.state) {
    case 'sent':
      return { state: { name: 'sent', messageId: outcome.message.id }, message: outcome.message };
    case 'unknown':
      return {
        state: { name: 'unknown', error: { code: 'unconfirmed', entryId: outcome.entryId }, checks: 0 },
        message: null,
      };
    case 'queued': {
      const { sendAt, blockedBy } = outcome;
      return { state: { name: 'queued', sendAt, blockedBy }, message: null };
    }
  }
}

function leavesOutcomeOpen(error: AppError): boolean {
  return error.code === 'unconfirmed' || error.code === 'duplicate-entry' || error.code === 'unexpected';
}
