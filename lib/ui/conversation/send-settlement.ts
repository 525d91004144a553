import type { AppError } from '@/lib/domain/app-error';
import type { Message } from '@/lib/domain/conversation';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox-entry';
import type { Result } from '@/lib/domain/result';

/** How a send ended, and the message itself when GetSales has it. */
export interface Settlement {
  readonly state: Exclude<SendEntry['state'], { readonly name: 'dispatching' }>;
  readonly message: Message | null;
}

/**
 * PersonMutex the worker's answer to `message.send` into an end. Answers that leave open whether anything left (the worker
 * died, met a bug, or knows the entry already) are settled by looking, never by sending: an entry that the outbox
 * does not know was never written down, so nothing left.
 *
 * @param look asks the worker what became of an entry (`message.reconcile`)
 */
export async function settleSend(
  entryId: EntryId,
  answer: Result<SendOutcome>,
  look: (entryId: EntryId) => Promise<Result<SendOutcome>>,
): Promise<Settlement> {
  if (answer.ok) return settlementOf(answer.value);
  const { error } = answer;
  // What was taken back, or given up: the outbox knows which.
  if (error.code === 'cancelled') return { state: { name: 'cancelled', why: 'by-user' }, message: null };
  if (!isOpenEnded(error)) return { state: { name: 'refused', error }, message: null };
  const seen = await look(entryId);
  if (seen.ok) return settlementOf(seen.value);
  if (seen.error.code === 'cancelled') return { state: { name: 'cancelled', why: 'by-user' }, message: null };
  const neverWritten = seen.error.code === 'not-found' && seen.error.what === 'intent';
  return neverWritten
    ? { state: { name: 'refused', error: error.code === 'unexpected' ? error : { code: 'cancelled' } }, message: null }
    : { state: { name: 'unknown', error: seen.error }, message: null };
}

/** What an outcome that the worker is sure of means. */
export function settlementOf(outcome: SendOutcome): Settlement {
  switch (outcome.state) {
    case 'sent':
      return { state: { name: 'sent', messageId: outcome.message.id }, message: outcome.message };
    case 'unknown':
      return { state: { name: 'unknown', error: { code: 'unconfirmed', entryId: outcome.entryId } }, message: null };
    case 'queued': {
      const { leavesAt, heldBy } = outcome;
      return { state: { name: 'queued', leavesAt, heldBy }, message: null };
    }
  }
}

function isOpenEnded(error: AppError): boolean {
  return error.code === 'unconfirmed' || error.code === 'duplicate-intent' || error.code === 'unexpected';
}
