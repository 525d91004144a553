import { expect, test } from 'vitest';
import { err, ok, type Result } from '@/lib/domain/result';
import type { ConversationPage } from '@/lib/domain/conversation';
import { contactA, contactB, senderA } from '@/lib/outbox/testing/entries';
import { createConversation } from './conversation';

const asOf = '2026-11-23T12:00:00.000Z';
const page: ConversationPage = { messages: [], nextOffset: null, total: 0, asOf };

function conversationWith(answer: Result<ConversationPage>) {
  const requested: unknown[] = [];
  const conversation = createConversation({
    client: {
      conversation: (...wanted) => {
        requested.push(wanted);
        return Promise.resolve(answer);
      },
    },
    now: () => 0,
  });
  return { conversation, requested };
}

const newest = { contactId: contactA, senderId: null, offset: 0, fresh: false };

test('the newest page is cached per contact and sender, until a write', async () => {
  const { conversation, requested } = conversationWith(ok(page));
  const wanted = [newest, { ...newest, senderId: senderA }, { ...newest, contactId: contactB }];
  for (const each of [...wanted, ...wanted]) expect(await conversation.page(each)).toEqual(ok(page));
  expect(requested).toEqual([
    [contactA, null, 0],
    [contactA, senderA, 0],
    [contactB, null, 0],
  ]);
  conversation.forgetAll();
  await conversation.page(newest);
  expect(requested).toHaveLength(4);
});

test('older pages are neither cached nor served as the newest one', async () => {
  const { conversation, requested } = conversationWith(ok(page));
  for (const offset of [50, 50, 0]) await conversation.page({ ...newest, offset });
  expect(requested).toEqual([
    [contactA, null, 50],
    [contactA, null, 50],
    [contactA, null, 0],
  ]);
});

test('a page that cannot be loaded is requested again', async () => {
  const { conversation, requested } = conversationWith(err({ code: 'offline' }));
  for (const each of [newest, newest]) expect(await conversation.page(each)).toEqual(err({ code: 'offline' }));
  expect(requested).toHaveLength(2);
});
