import { jonas } from '@/e2e/support/cast';
import { connectedWorld, createWorld } from '@/e2e/support/worker';
import { addOf, identityOf, newEntryId } from '@/e2e/support/worker-people';
import { describe, expect, test } from 'vitest';
import { AccountId } from '@/lib/domain/account';
import { err } from '@/lib/domain/result';
import type { InputOf, MessageName } from '@/lib/messaging/protocol';
import { contactA, entryIdOf, messageIdOf, senderA, uuidOf } from '@/lib/outbox/testing/entries';
import type { HandlerTable } from './handlers';

const identity = identityOf(jonas);
const entryId = entryIdOf(1);

/** An input for every message about an account. */
const INPUTS = {
  'lists.get': { fresh: true },
  'lists.create': { name: 'Hiring' },
  'senders.get': { fresh: true },
  'customFields.get': { fresh: true },
  'contact.status': { identity, fresh: true },
  'contact.add': addOf({ id: uuidOf(301), name: 'Recruiters' }),
  'contact.undo': { entryId },
  'conversation.page': { contactId: contactA, senderId: null, offset: 0, fresh: true },
  'message.send': {
    entryId: newEntryId(),
    contactId: contactA,
    senderId: senderA,
    personName: jonas.name,
    text: 'Hello',
    overrides: null,
  },
  'message.cancel': { entryId },
  'message.follow': { messageId: messageIdOf(1) },
  'message.retry': { messageId: messageIdOf(1) },
  'message.reconcile': { entryId },
  'outbox.recent': { contactId: null },
  'activity.page': { show: 'all', after: null, limit: 10 },
  'activity.retry': { entryId },
  'activity.remove': { entryId },
  'activity.erase': {},
} as const satisfies { readonly [N in MessageName]?: InputOf<N> };

const STORED: ReadonlySet<string> = new Set([
  'message.cancel',
  'outbox.recent',
  'activity.page',
  'activity.remove',
  'activity.erase',
]);

async function answersOf(handlers: HandlerTable, account: AccountId | null) {
  const { 'lists.get': lists, ...others } = INPUTS;
  const answers = [['lists.get', await handlers['lists.get'](lists, account)]];
  for (const name of Object.keys(others)) answers.push([name, await handle(handlers, name, account)]);
  return answers;
}

function handle(handlers: HandlerTable, name: string, account: AccountId | null): Promise<unknown> {
  const handler: unknown = Reflect.get(handlers, name);
  return typeof handler === 'function'
    ? Promise.resolve(Reflect.apply(handler, undefined, [Reflect.get(INPUTS, name), account]))
    : expect.fail(name);
}

describe('every message about an account', () => {
  test('is refused for a page of another account, and sends nothing', async () => {
    const { worker, sandbox } = await connectedWorld();
    const replaced = err({ code: 'key-replaced' });
    for (const account of [null, AccountId.parse('another')])
      for (const [name, answer] of await answersOf(worker.handlers, account))
        expect([name, answer]).toEqual([name, replaced]);
    expect(sandbox.control.requests()).toEqual([]);
  });

  test('is refused without a key', async () => {
    const { handlers } = createWorld().startWorker();
    const missing = err({ code: 'not-connected' });
    for (const [name, answer] of await answersOf(handlers, null)) expect([name, answer]).toEqual([name, missing]);
  });

  test('that needs GetSales is refused with a rejected key; one about stored data is not', async () => {
    const { worker, sandbox } = await connectedWorld();
    const account = await worker.account();
    sandbox.control.revokeKey();
    await worker.ask('lists.get', { fresh: true });
    sandbox.control.clearRequests();
    const rejected = JSON.stringify(err({ code: 'key-rejected' }));
    for (const [name, answer] of await answersOf(worker.handlers, account))
      expect([name, JSON.stringify(answer) === rejected]).toEqual([name, !STORED.has(String(name))]);
    expect(sandbox.control.requests()).toEqual([]);
  });
});
