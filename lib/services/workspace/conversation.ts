import type { ConversationPage } from '@/lib/domain/conversation';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { InputOf } from '@/lib/messaging/protocol';
import { createMemoryCache } from './cached-answers';

/** How long the newest page of a conversation is cached (docs/getsales-api.md#client-rules). */
export const CONVERSATION_TTL_MS = 15_000;

export interface ConversationService {
  page(input: InputOf<'conversation.page'>): Promise<Result<ConversationPage>>;
  /** Call it after every write. */
  forgetAll(): void;
}

export interface ConversationDeps {
  readonly client: Pick<GetSalesClient, 'conversation'>;
  readonly now: () => number;
}

/** Loads pages of conversations. Caches the newest ones briefly, so that switching back and forth is instant. */
export function createConversation({ client, now }: ConversationDeps): ConversationService {
  const newest = createMemoryCache<ConversationPage>(CONVERSATION_TTL_MS, now);
  return {
    async page({ contactId, senderId, offset, fresh }) {
      const key = `${contactId}|${String(senderId)}`;
      const known = offset === 0 && !fresh ? newest.get(key) : null;
      if (known !== null) return ok(known);
      const store = newest.beginRequest(key);
      const answer = await client.conversation(contactId, senderId, offset);
      if (answer.ok && offset === 0) store(answer.value);
      return answer;
    },
    forgetAll: newest.clear,
  };
}
