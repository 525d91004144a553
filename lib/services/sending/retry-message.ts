import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { IfFree } from '../exclusive';

/** Answers with the message afterwards, also when another user had it retried before. */
export type RetryMessage = (id: MessageId) => Promise<Result<Message>>;

export interface RetryMessageDeps {
  readonly client: Pick<GetSalesClient, 'message' | 'retry'>;
  readonly ifFree: IfFree;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
}

/**
 * Asks GetSales to retry a message that it accepted and could not deliver (docs/reliability.md#sending-a-message, step 9).
 * It stays the same message, so it cannot arrive twice. Reads the message first: only a failed one may be retried.
 */
export function createRetryMessage(deps: RetryMessageDeps): RetryMessage {
  const { client } = deps;

  async function retry(id: MessageId): Promise<Result<Message>> {
    const before = await readMessage(client, id);
    if (!before.ok || before.value.state !== 'failed') return before;
    const requested = await client.retry(id);
    deps.forgetConversations();
    await deps.changed();
    if (!requested.ok && requested.error.fate === 'not-done') return err(requested.error.error);
    const after = await readMessage(client, id);
    if (requested.ok) return after.ok ? after : ok({ ...before.value, state: 'queued', failReason: null });
    // The request may have arrived; a message that is no longer failed proves that it did.
    return after.ok && after.value.state !== 'failed' ? after : err(requested.error.error);
  }

  return async (id) => (await deps.ifFree(`retry:${id}`, () => retry(id))) ?? err({ code: 'busy' });
}

/** The message as GetSales has it now; `not-found` when it was deleted. */
export async function readMessage(client: Pick<GetSalesClient, 'message'>, id: MessageId): Promise<Result<Message>> {
  const found = await client.message(id);
  if (!found.ok) return found;
  return found.value === null ? err({ code: 'not-found', what: 'message' }) : ok(found.value);
}
