import type { ConversationPage } from '@/lib/domain/conversation';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { InputOf } from '@/lib/messaging/protocol';

/** How long the newest page of a conversation is believed (getsales-api.md 7.4). */
export const CONVERSATION_TTL_MS = 15_000;

export interface ConversationService {
  page(input: InputOf<'conversation.page'>): Promise<Result<ConversationPage>>;
  forgetAll(): void;
}

/** Pages of conversations; the newest one is remembered for a moment, so that switching back and forth is instant. */
export function createConversation({
  client,
  now,
}: {
  readonly client: GetSalesClient;
  readonly now: () => number;
}): ConversationService {
  const newest = new Map<string, { readonly page: ConversationPage; readonly atMs: number }>();
  return {
    async page({ contactId, senderId, offset, fresh }) {
      const key = `${contactId}|${senderId ?? ''}`;
      const known = newest.get(key);
      const isUsable = offset === 0 && !fresh && known !== undefined && now() - known.atMs < CONVERSATION_TTL_MS;
      if (isUsable) return ok(known.page);
      const asked = await client.conversation(contactId, senderId, offset);
      if (asked.ok && offset === 0) newest.set(key, { page: asked.value, atMs: now() });
      return asked;
    },
    forgetAll: () => {
      newest.clear();
    },
  };
}
