import type { ConversationPage } from '@/lib/domain/conversation';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { InputOf } from '@/lib/messaging/protocol';

/** How long the newest page of a conversation is cached (docs/getsales-api.md#client-rules). */
export const CONVERSATION_TTL_MS = 15_000;

export interface ConversationService {
  page(input: InputOf<'conversation.page'>): Promise<Result<ConversationPage>>;
  /** Call it after every write. */
  forgetAll(): void;
}

export interface ConversationDeps {
  readonly client: GetSalesClient;
  readonly now: () => number;
}

/** Loads pages of conversations. Caches the newest ones briefly, so that switching back and forth is instant. */
export function createConversation({ client, now }: ConversationDeps): ConversationService {
  const newest = new Map<string, { readonly page: ConversationPage; readonly atMs: number }>();
  /** Counts writes: an answer requested before a write is not cached after it. */
  let generation = 0;
  return {
    async page({ contactId, senderId, offset, fresh }) {
      const key = `${contactId}|${senderId ?? ''}`;
      const known = offset === 0 && !fresh ? newest.get(key) : undefined;
      const age = known === undefined ? -1 : now() - known.atMs;
      if (known !== undefined && age >= 0 && age < CONVERSATION_TTL_MS) return ok(known.page);
      const startedIn = generation;
      const answer = await client.conversation(contactId, senderId, offset);
      if (answer.ok && offset === 0 && startedIn === generation) newest.set(key, { page: answer.value, atMs: now() });
      return answer;
    },
    forgetAll: () => {
      generation += 1;
      newest.clear();
    },
  };
}
