import { expect, test } from 'vitest';
import { ContactId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { ClientDeps, GetSalesClient } from '../client';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const SENDER = SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002');
const LIST = ListId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7003');
const MESSAGE = MessageId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7004');
const identity = LinkedInIdentity.parse({ slug: 'jane-roe', memberId: null, salesId: null });

type Act = (me: GetSalesClient) => Promise<unknown>;

const reads: readonly (readonly [string, Act])[] = [
  ['the account', (me) => me.whoAmI()],
  ['the lists', (me) => me.lists()],
  ['the senders', (me) => me.senders()],
  ['the stages', (me) => me.stages()],
  ['the custom fields', (me) => me.customFields()],
  ['a person', (me) => me.lookup(identity)],
  ['a contact', (me) => me.contact(CONTACT)],
  ['the automations', (me) => me.automations(CONTACT)],
  ['a conversation', (me) => me.conversation(CONTACT, SENDER, 0)],
  ['a message', (me) => me.message(MESSAGE)],
];
const repeatable: readonly (readonly [string, Act])[] = [
  ['an add', (me) => me.upsert({ identity, draft: {}, listId: LIST, moveToList: false })],
  ['a deletion', (me) => me.removeContact(CONTACT)],
];
const once: readonly (readonly [string, Act])[] = [
  ['a new list', (me) => me.createList('Fair')],
  ['a message', (me) => me.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' })],
  ['a retry', (me) => me.retry(MESSAGE)],
];

/** The number of requests of an act that always gets this answer. */
async function requestsOf(act: Act, reply: Reply, changes: Partial<ClientDeps> = {}): Promise<number> {
  const replies = Array.from({ length: 9 }, () => reply);
  const { client, asked } = answering(replies, changes);
  await act(client);
  return asked.length;
}

const down: Reply = { status: 503 };
const busy: Reply = { status: 429, headers: { 'retry-after': '1' } };

test.each(reads)('reading %s is tried four times', async (_what, act) => {
  expect([await requestsOf(act, down), await requestsOf(act, busy)]).toEqual([4, 4]);
});

test('reading the messages before a send is tried once', async () => {
  const act: Act = (me) => me.sentMessages(CONTACT, SENDER);
  expect([await requestsOf(act, down), await requestsOf(act, busy)]).toEqual([1, 1]);
});

test('reading the name of an automation, the waiting messages or the former route is tried four times', async () => {
  const flow = { json: { data: [{ flow_uuid: SENDER, lead_uuid: CONTACT }], total: 1 } };
  const long = { json: { data: [{ uuid: MESSAGE, lead_uuid: CONTACT, sender_profile_uuid: SENDER }], has_more: true } };
  const failing = [down, down, down, down, down];
  for (const [act, first] of [
    [(me: GetSalesClient) => me.automations(CONTACT), flow],
    [(me: GetSalesClient) => me.conversation(CONTACT, SENDER, 0), long],
    [(me: GetSalesClient) => me.lookup(identity), { status: 404 }],
    [(me: GetSalesClient) => me.lookup(identity), { status: 405 }],
  ] as const) {
    const { client, asked } = answering([first, ...failing]);
    await act(client);
    expect(asked).toHaveLength(5);
  }
});

test.each(repeatable)('%s is repeated once, if GetSales was busy', async (_what, act) => {
  expect([await requestsOf(act, down), await requestsOf(act, busy)]).toEqual([1, 2]);
});

test.each(once)('%s is sent once, and only over a connection of its own', async (_what, act) => {
  expect([await requestsOf(act, down), await requestsOf(act, busy)]).toEqual([1, 1]);
  expect(await requestsOf(act, {}, { openTransport: () => Promise.resolve(null) })).toBe(0);
});
