import { describe, expect, test } from 'vitest';
import { ContactId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { GetSalesClient } from '../client';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const SENDER = SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002');
const LIST = ListId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7003');
const MESSAGE = MessageId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7004');
const identity = LinkedInIdentity.parse({ slug: 'jane-roe', memberId: null, salesId: null });
const envelope: Reply = { status: 404, json: { error: { reason: 'not_found' } } };
const upsert = (me: GetSalesClient) => me.upsert({ identity, draft: {}, listId: LIST, moveToList: false });
const unproven = (status: number) => ({ fate: 'unknown', error: { code: 'unreadable-answer', status } });

test.each<[string, (me: GetSalesClient) => Promise<unknown>, readonly Reply[]]>([
  ['a new list', (me) => me.createList('Fair'), [envelope]],
  ['an add', upsert, [envelope]],
  ['an add on the other route', upsert, [{ status: 404 }, envelope, envelope]],
])('%s that GetSales answers with 404 says that the list is missing', async (_write, act, replies) => {
  expect(await act(answering(replies).client)).toEqual({
    ok: false,
    error: { fate: 'not-done', error: { code: 'not-found', what: 'list' } },
  });
});

const NOT_CONNECTED = 'Lead is not connected to this sender profile.';

test.each<[string, (me: GetSalesClient) => Promise<unknown>]>([
  ['a deletion', (me) => me.removeContact(CONTACT)],
  ['a message', (me) => me.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' })],
  ['a retry', (me) => me.retry(MESSAGE)],
])('%s that GetSales answers with 405 keeps its words, and calls nothing deleted', async (_write, act) => {
  const { client } = answering([{ status: 405, json: { error: { message: 'No.' } } }]);
  expect(await act(client)).toEqual({
    ok: false,
    error: {
      fate: 'not-done',
      error: { code: 'refused', status: 405, problems: [{ field: '', message: 'No.' }] },
    },
  });
});

test('a message to a contact that is not connected to the sender is refused in GetSales’ words', async () => {
  const { client } = answering([{ status: 404, json: { error: { message: NOT_CONNECTED } } }]);
  expect(await client.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' })).toEqual({
    ok: false,
    error: {
      fate: 'not-done',
      error: { code: 'refused', status: 404, problems: [{ field: '', message: NOT_CONNECTED }] },
    },
  });
});

const ROW = { uuid: MESSAGE, lead_uuid: CONTACT, sender_profile_uuid: SENDER, text: 'Hi', status: 'new' };

test.each<[string, Reply, object]>([
  ['flat', { json: ROW }, { ok: true, value: { id: MESSAGE } }],
  ['in data', { json: { data: ROW } }, { ok: true, value: { id: MESSAGE } }],
  ['in message', { json: { message: ROW } }, { ok: true, value: { id: MESSAGE } }],
  ['in linkedin_message', { json: { linkedin_message: ROW } }, { ok: true, value: { id: MESSAGE } }],
  ['in a list', { json: [ROW] }, { ok: true, value: { id: MESSAGE } }],
  ['in a list in data', { json: { data: [ROW] } }, { ok: true, value: { id: MESSAGE } }],
  ['without a type', { text: JSON.stringify(ROW), headers: {} }, { ok: true, value: { id: MESSAGE } }],
  ['beside another one', { json: [ROW, { ...ROW, uuid: CONTACT }] }, { ok: false, error: unproven(200) }],
  ['not at all', { status: 204 }, { ok: false, error: unproven(204) }],
  ['as a success', { json: { success: true } }, { ok: false, error: unproven(200) }],
])('a sent message may be answered %s', async (_form, reply, result) => {
  const { client } = answering([reply]);
  expect(await client.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' })).toMatchObject(result);
});

test.each<[string, Reply, object]>([
  ['flat', { json: { uuid: CONTACT } }, { ok: true, value: { contact: { id: CONTACT } } }],
  ['in lead', { json: { lead: { uuid: CONTACT } } }, { ok: true, value: { contact: { id: CONTACT } } }],
  ['in a list', { json: [{ uuid: CONTACT }] }, { ok: true, value: { contact: { id: CONTACT } } }],
  ['not at all', { status: 204 }, { ok: false, error: unproven(204) }],
  ['as accepted', { status: 202, json: {} }, { ok: false, error: unproven(202) }],
  ['as skipped', { json: { reason: 'skipped' } }, { ok: false, error: unproven(200) }],
])('an add may be answered %s', async (_form, reply, result) => {
  expect(await upsert(answering([reply]).client)).toMatchObject(result);
});

describe('adds', () => {
  test.each([
    ['one row', { json: [{ uuid: CONTACT }] }, { ok: true, value: { contact: { id: CONTACT } } }],
    ['one row in data', { json: { data: [{ uuid: CONTACT }] } }, { ok: true, value: { contact: { id: CONTACT } } }],
    ['one object', { json: { uuid: CONTACT } }, { ok: true, value: { contact: { id: CONTACT } } }],
    ['no row', { json: [] }, { ok: false, error: unproven(200) }],
    ['no list', { json: {} }, { ok: false, error: unproven(200) }],
  ])('of one person on the other route have %s', async (_what, reply, result) => {
    expect(await upsert(answering([{ status: 405 }, envelope, reply]).client)).toMatchObject(result);
  });

  test('send empty custom fields on neither route', async () => {
    const { client, asked } = answering([{ status: 405 }, envelope]);
    await client.upsert({ identity, draft: { customFields: {} }, listId: LIST, moveToList: false });
    expect(asked.map(({ body }) => body)).toEqual([
      {
        lead: { linkedin_id: 'jane-roe', linkedin: 'jane-roe' },
        list_uuid: LIST,
        update_if_exists: false,
        move_to_list: false,
      },
      { linkedin_id: 'jane-roe' },
      { list_uuid: LIST, leads: [{ linkedin_id: 'jane-roe', linkedin: 'jane-roe' }] },
    ]);
  });
});

test.each<[string, Reply, object]>([
  ['no error', { json: { data: [] } }, { ok: true, value: null }],
  ['another message', { json: { data: [{ uuid: CONTACT }] } }, { ok: false, error: unproven(200).error }],
  ['no list', { json: {} }, { ok: false, error: unproven(200).error }],
  ['a refusal', { status: 403, json: {} }, { ok: false, error: { code: 'forbidden', by: 'api' } }],
])('a message that GetSales does not list is %s', async (_what, reply, result) => {
  expect(await answering([reply]).client.message(MESSAGE)).toEqual(result);
});
