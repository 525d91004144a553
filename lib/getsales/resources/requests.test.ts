import { expect, test } from 'vitest';
import { ContactId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import type { GetSalesClient } from '../client';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const SENDER = SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002');
const LIST = ListId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7003');
const MESSAGE = MessageId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7004');
const JANE = LinkedInIdentity.parse({ slug: 'jane-roe', memberId: null, salesId: null });
const MESSAGES = '/flows/api/linkedin-messages';

const FIRST_PAGE = [
  ['limit', '100'],
  ['offset', '0'],
];
const BY_AGE = [
  ['order_field', 'created_at'],
  ['order_type', 'asc'],
];
const rows: Reply = { json: { data: [], total: 0 } };
const person = { identity: JANE, draft: { name: 'Jane Roe', customFields: { source: 'panel' } } };
const lead = { linkedin_id: 'jane-roe', linkedin: 'jane-roe', name: 'Jane Roe' };

test.each<[string, (me: GetSalesClient) => Promise<unknown>, readonly Reply[], readonly (readonly unknown[])[]]>([
  [
    'the account',
    (me) => me.whoAmI(),
    [{ json: { uuid: CONTACT, email: 'mara@acme.test' } }, rows],
    [
      ['GET', '/id/api/users/current', []],
      ['GET', '/id/api/teams', FIRST_PAGE],
    ],
  ],
  ['the lists', (me) => me.lists(), [rows], [['GET', '/leads/api/lists', [...BY_AGE, ...FIRST_PAGE]]]],
  [
    'a new list',
    (me) => me.createList('Fair'),
    [{ status: 201 }],
    [['POST', '/leads/api/lists', [], { name: 'Fair' }]],
  ],
  ['the senders', (me) => me.senders(), [rows], [['GET', '/flows/api/sender-profiles', [...BY_AGE, ...FIRST_PAGE]]]],
  [
    'the stages',
    (me) => me.stages(),
    [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }, rows],
    [
      ...Array.from({ length: 4 }, () => [
        'GET',
        '/leads/api/pipeline-stages',
        [['filter[object]', 'lead'], ...FIRST_PAGE],
      ]),
      ['GET', '/leads/api/pipeline-stages', [['filter', '{"object":"lead"}'], ...FIRST_PAGE]],
    ],
  ],
  [
    'the custom fields',
    (me) => me.customFields(),
    [rows],
    [['GET', '/leads/api/custom-fields', [['order_field', 'order'], ['order_type', 'asc'], ...FIRST_PAGE]]],
  ],
  [
    'the automations of a contact',
    (me) => me.automations(CONTACT),
    [{ json: { data: [{ flow_uuid: SENDER, lead_uuid: CONTACT }], total: 1 } }, { json: { uuid: SENDER, name: 'Q4' } }],
    [
      ['GET', '/flows/api/flows-leads', [['filter[lead_uuid]', CONTACT], ...FIRST_PAGE]],
      ['GET', `/flows/api/flows/${SENDER}`, []],
    ],
  ],
  [
    'a person',
    (me) => me.lookup(JANE),
    [
      { status: 404, json: {} },
      { status: 404, json: {} },
      { status: 404, json: { error: {} } },
    ],
    [
      ['POST', '/leads/api/leads/lookup-one', [], { linkedin_id: 'jane-roe' }],
      ['POST', '/leads/api/leads/lookup-one', [], {}],
      ['POST', '/leads/api/leads/find-one', [], { linkedin_id: 'jane-roe' }],
    ],
  ],
  ['a contact', (me) => me.contact(CONTACT), [{ json: {} }], [['GET', `/leads/api/leads/${CONTACT}`, []]]],
  [
    'an add',
    (me) => me.upsert({ ...person, listId: LIST, moveToList: true }),
    [{ status: 405 }, { status: 404, json: { error: { reason: 'not_found' } } }, { status: 201 }],
    [
      [
        'POST',
        '/leads/api/leads/upsert',
        [],
        { lead, list_uuid: LIST, custom_fields: { source: 'panel' }, update_if_exists: false, move_to_list: true },
      ],
      ['POST', '/leads/api/leads/lookup-one', [], { linkedin_id: 'jane-roe' }],
      ['POST', '/leads/api/leads', [], { list_uuid: LIST, leads: [{ ...lead, custom_fields: { source: 'panel' } }] }],
    ],
  ],
  ['a deletion', (me) => me.removeContact(CONTACT), [{ status: 204 }], [['DELETE', `/leads/api/leads/${CONTACT}`, []]]],
  [
    'a conversation',
    (me) => me.conversation(CONTACT, SENDER, 0),
    [{ json: { data: [{ uuid: MESSAGE, lead_uuid: CONTACT, sender_profile_uuid: SENDER }], total: 51 } }, rows],
    [
      ['GET', MESSAGES, [...between(), ['order_field', 'sent_at'], ...newest()]],
      [
        'GET',
        MESSAGES,
        [
          ...between(),
          ['filter[status][]', 'new'],
          ['filter[status][]', 'in_progress'],
          ['filter[status][]', 'failed'],
          ['order_field', 'created_at'],
          ...newest(),
        ],
      ],
    ],
  ],
  [
    'a later page of a conversation with any sender',
    (me) => me.conversation(CONTACT, null, 50),
    [rows],
    [['GET', MESSAGES, [['filter[lead_uuid]', CONTACT], ['order_field', 'sent_at'], ...newest('50')]]],
  ],
  [
    'the messages before a send',
    (me) => me.sentMessages(CONTACT, SENDER),
    [rows],
    [['GET', MESSAGES, [...between(), ['filter[type]', 'outbox'], ['order_field', 'created_at'], ...newest()]]],
  ],
  [
    'a message',
    (me) => me.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' }),
    [{ status: 201 }],
    [['POST', MESSAGES, [], { sender_profile_uuid: SENDER, lead_uuid: CONTACT, text: 'Hi' }]],
  ],
  ['a retry', (me) => me.retry(MESSAGE), [{ status: 204 }], [['PUT', `${MESSAGES}/${MESSAGE}/retry`, []]]],
  [
    'one message',
    (me) => me.message(MESSAGE),
    [rows],
    [
      [
        'GET',
        MESSAGES,
        [
          ['filter[uuid]', MESSAGE],
          ['order_field', 'created_at'],
          ['order_type', 'desc'],
          ['limit', '1'],
          ['offset', '0'],
        ],
      ],
    ],
  ],
])('%s is requested as documented', async (_what, act, replies, requests) => {
  const { client, asked } = answering(replies);
  await act(client);
  expect(asked.map(({ method, path, query, body }) => [method, path, query, body])).toEqual(
    requests.map(([method, path, query, body]) => [method, path, query, body]),
  );
});

function between() {
  return [
    ['filter[lead_uuid]', CONTACT],
    ['filter[sender_profile_uuid]', SENDER],
  ];
}

function newest(offset = '0') {
  return [
    ['order_type', 'desc'],
    ['limit', '50'],
    ['offset', offset],
  ];
}
