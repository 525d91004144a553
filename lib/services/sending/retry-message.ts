import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';

/** Answers with where the message stands then: also when somebody else had it tried again before. */
export type RetryMessage = (id: MessageId) => Promise<Result<Message>>;

export interface RetryMessageDeps {
  readonly client: Pick<GetSalesClient, 'message' | 'retry'>;
  /** Runs `act` unless somebody holds the lock of this name: then null. */
  readonly ifFree: <T>(name: string, act: () => Promise<T>) => Promise<T | null>;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
}

/**
 * Lets GetSales try a message again that it accepted and could not deliver (docs/reliability.md#sending-a-message, step 9): the same
 * message, so that it cannot become two. Looked at before, because only a failed one may be asked for.
 */
export function createRetryMessage(deps: RetryMessageDeps): RetryMessage {
  const { client } = deps;

  async function stand(id: MessageId): Promise<Result<Message>> {
    const found = await client.message(id);
    if (!found.ok) return found;
    return found.value === null ? err({ code: 'not-found', what: 'message' }) : ok(found.value);
  }

  async function retry(id: MessageId): Promise<Result<Message>> {
    const before = await stand(id);
    if (!before.ok || before.value.state !== 'failed') return before;
    const asked = await client.retry(id);
    deps.forgetConversations();
    await deps.changed();
    if (!asked.ok && asked.error.fate === 'not-done') return err(asked.error.error);
    const after = await stand(id);
    if (asked.ok) return after.ok ? after : ok({ ...before.value, state: 'queued', failReason: null });
    // Nobody knows whether it was asked for, except GetSales.
    return after.ok && after.value.state !== 'failed' ? after : err(asked.error.error);
  }

  return async (id) => (await deps.ifFree(`retry:${id}`, () => retry(id))) ?? err({ code: 'busy' });
}
