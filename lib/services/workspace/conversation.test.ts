import { jonas } from '@/e2e/support/cast';
import { connectedWorld } from '@/e2e/support/worker';
import { contactIdOf, MESSAGES, seen } from '@/e2e/support/worker-people';
import { expect, test } from 'vitest';
import { ok } from '@/lib/domain/result';

test('the newest page of a conversation is cached for 15 seconds; older ones are always requested', async () => {
  const { worker, sandbox, pass } = await connectedWorld();
  const requests = () => seen(sandbox, 'GET', MESSAGES).length;
  const contactId = await contactIdOf(worker, jonas);
  const page = { contactId, senderId: null, offset: 0, fresh: false };
  expect(await worker.ask('conversation.page', page)).toMatchObject(ok({ messages: { length: 5 } }));
  pass(14_999);
  await worker.ask('conversation.page', page);
  expect(requests()).toBe(1);
  pass(1);
  await worker.ask('conversation.page', page);
  await worker.ask('conversation.page', { ...page, fresh: true });
  await worker.ask('conversation.page', { ...page, offset: 1 });
  await worker.ask('conversation.page', { ...page, offset: 1 });
  expect(requests()).toBe(5);
});
