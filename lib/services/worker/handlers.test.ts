import { jonas } from '@/e2e/support/cast';
import { connectedWorld, createWorld, type Ask } from '@/e2e/support/worker';
import { addOf, identityOf, newEntryId } from '@/e2e/support/worker-people';
import { describe, expect, test } from 'vitest';
import { AccountId } from '@/lib/domain/account';
import { err } from '@/lib/domain/result';
import { createHandlers } from './handlers';
import type { MessageName } from '@/lib/messaging/protocol';
import { contactA, entryIdOf, messageIdOf, senderA, uuidOf } from '@/lib/outbox/testing/entries';

const identity = identityOf(jonas);
const entryId = entryIdOf(1);
const messageId = messageIdOf(1);
const send = {
  entryId: newEntryId(),
  contactId: contactA,
  senderId: senderA,
  personName: jonas.name,
  text: 'Hello',
  overrides: null,
};
const page = { contactId: contactA, senderId: null, offset: 0, fresh: true };
const activity = { show: 'all', after: null, limit: 10 } as const;

type Messages = Readonly<Partial<Record<MessageName, (ask: Ask) => Promise<unknown>>>>;

/** The messages about an account that need GetSales, and those about stored data. */
const ASKING: Messages = {
  'lists.get': (ask) => ask('lists.get', { fresh: true }),
  'lists.find': (ask) => ask('lists.find', { text: 'Hiring' }),
  'lists.create': (ask) => ask('lists.create', { name: 'Hiring' }),
  'senders.get': (ask) => ask('senders.get', { fresh: true }),
  'customFields.get': (ask) => ask('customFields.get', { fresh: true }),
  'contact.status': (ask) => ask('contact.status', { identity, fresh: true }),
  'contact.add': (ask) => ask('contact.add', addOf({ id: uuidOf(301), name: 'Recruiters' })),
  'contact.undo': (ask) => ask('contact.undo', { entryId }),
  'conversation.page': (ask) => ask('conversation.page', page),
  'message.send': (ask) => ask('message.send', send),
  'message.follow': (ask) => ask('message.follow', { messageId }),
  'message.retry': (ask) => ask('message.retry', { messageId }),
  'message.reconcile': (ask) => ask('message.reconcile', { entryId }),
  'activity.retry': (ask) => ask('activity.retry', { entryId }),
};
const STORED: Messages = {
  'message.cancel': (ask) => ask('message.cancel', { entryId }),
  'outbox.recent': (ask) => ask('outbox.recent', { contactId: null }),
  'activity.page': (ask) => ask('activity.page', activity),
  'activity.remove': (ask) => ask('activity.remove', { entryId }),
  'contact.cancel': (ask) => ask('contact.cancel', { entryId }),
  'activity.erase': (ask) => ask('activity.erase', {}),
};

/** The answers by message. */
async function answersOf(messages: Messages, ask: Ask): Promise<Readonly<Record<string, unknown>>> {
  const answers = Object.entries(messages).map(async ([name, say]) => [name, await say(ask)] as const);
  return Object.fromEntries(await Promise.all(answers));
}

const eachOf = (messages: Messages, answer: unknown) =>
  Object.fromEntries(Object.keys(messages).map((name) => [name, answer]));

describe('every message about an account', () => {
  const all = { ...ASKING, ...STORED };

  test('is refused for a page of another account, and sends nothing', async () => {
    const { worker, sandbox } = await connectedWorld();
    const replaced = eachOf(all, err({ code: 'key-replaced' }));
    for (const account of [null, AccountId.parse('another')])
      expect(await answersOf(all, worker.pageOf(account))).toEqual(replaced);
    expect(sandbox.control.requests()).toEqual([]);
  });

  test('is refused without a key', async () => {
    const { pageOf } = createWorld().startWorker();
    expect(await answersOf(all, pageOf(null))).toEqual(eachOf(all, err({ code: 'not-connected' })));
  });

  test('that needs GetSales is refused with a rejected key; one about stored data is not', async () => {
    const { worker, sandbox } = await connectedWorld();
    const ask = worker.pageOf(await worker.account());
    sandbox.control.revokeKey();
    await ask('lists.get', { fresh: true });
    sandbox.control.clearRequests();
    const rejected = err({ code: 'key-rejected' });
    expect(await answersOf(ASKING, ask)).toEqual(eachOf(ASKING, rejected));
    expect(Object.values(await answersOf(STORED, ask))).not.toContainEqual(rejected);
    expect(sandbox.control.requests()).toEqual([]);
  });
});

test('what writes to GetSales, or waits for what does, keeps the worker awake, and nothing else', async () => {
  const { worker } = await connectedWorld();
  const account = await worker.account();
  const awake = new Set<string>();
  for (const [name, say] of Object.entries({ ...ASKING, ...STORED })) {
    const handlers = createHandlers({
      ...worker.services,
      keepAwake: (task) => {
        awake.add(name);
        return task();
      },
    });
    await say((message, input) => handlers[message](input, account));
  }
  expect([...awake].toSorted()).toEqual([
    'activity.retry',
    'contact.add',
    'contact.cancel',
    'contact.undo',
    'lists.create',
    'message.retry',
    'message.send',
  ]);
});
