import { expect, test } from 'vitest';
import { readContact } from './contact';
import { readMessage } from './message';
import { readCustomField, readEnrolment, readFlow, readList, readSender, readStage, readTeam, readUser } from './rows';

const UUID = '9d1e4c70-3333-4333-8333-000000000001';
const LEAD = '9d1e4c70-3333-4333-8333-000000000002';
const SENDER = '9d1e4c70-3333-4333-8333-000000000003';
const AT = (minute: number) => `2026-11-03T09:0${String(minute)}:00.000Z`;

test('every field of a contact is read', () => {
  const lead = {
    uuid: UUID,
    name: 'Mira Okonkwo',
    first_name: 'Mira',
    last_name: 'Okonkwo',
    headline: 'Fair supply chains',
    position: 'Head of Procurement',
    company_name: 'Nordlys Energy',
    raw_address: 'Oslo, Norway',
    about: 'I buy what keeps the lights on.',
    work_email: 'mira@nordlys.test',
    email: 'old@nordlys.test',
    personal_email: 'mira@home.test',
    linkedin: 'mira-okonkwo',
    ln_id: 'member-1',
    sn_id: 'sales-1',
    list_uuid: LEAD,
    pipeline_stage_uuid: SENDER,
    tags: [UUID, LEAD],
    unread_counts: [{ count: 2 }, { count: 3 }],
    last_stop_on_reply_at: AT(1),
    created_at: AT(2),
    updated_at: AT(3),
  };
  const marker = {
    sender_profile_uuid: SENDER,
    linkedin_last_connection_accepted_at: AT(4),
    linkedin_last_connection_lost_at: AT(4),
    last_messaging_activity_at: AT(5),
  };
  expect(readContact({ lead, markers: [marker] })).toEqual({
    id: UUID,
    name: 'Mira Okonkwo',
    firstName: 'Mira',
    lastName: 'Okonkwo',
    headline: 'Fair supply chains',
    position: 'Head of Procurement',
    company: 'Nordlys Energy',
    location: 'Oslo, Norway',
    about: 'I buy what keeps the lights on.',
    workEmail: 'mira@nordlys.test',
    personalEmail: 'mira@home.test',
    slug: 'mira-okonkwo',
    memberId: 'member-1',
    salesId: 'sales-1',
    listId: LEAD,
    stageId: SENDER,
    tagIds: [UUID, LEAD],
    unread: 5,
    // Lost at the same moment: not provably connected.
    connections: [{ senderId: SENDER, connected: false, lastMessageAt: AT(5) }],
    lastReplyAt: AT(1),
    createdAt: AT(2),
    updatedAt: AT(3),
  });
  expect(readContact({ error: 'Maintenance' })).toBeNull();
});

test.each([
  ['inbox', 'in'],
  ['outbox', 'out'],
  [null, 'out'],
])('every field of a message of type %s is read: it goes %s', (type, direction) => {
  const row = {
    uuid: UUID,
    lead_uuid: LEAD,
    sender_profile_uuid: SENDER,
    type,
    text: 'Hello',
    status: 'failed',
    fail_reason: 'No connection',
    attachments: [{}, 'x'],
    automation: 'manual',
    read_at: AT(1),
    sent_at: AT(2),
    created_at: AT(3),
  };
  expect(readMessage(row)).toEqual({
    id: UUID,
    contactId: LEAD,
    senderId: SENDER,
    direction,
    text: 'Hello',
    state: 'failed',
    status: 'failed',
    failReason: 'No connection',
    attachments: 2,
    origin: 'manual',
    readAt: AT(1),
    sentAt: AT(2),
    createdAt: AT(3),
  });
});

test.each<[string, (json: unknown) => unknown, object, object]>([
  ['list', readList, { uuid: UUID, name: 'EU', leads: 7 }, { id: UUID, name: 'EU' }],
  [
    'sender',
    readSender,
    { uuid: UUID, label: ' Mara ', first_name: 'M', last_name: 'L', status: 'active', linkedin_account_uuid: SENDER },
    { id: UUID, name: 'Mara', enabled: true, canWrite: true },
  ],
  [
    'stage',
    readStage,
    { uuid: UUID, name: 'Won', object: 'lead', color: 'red' },
    { uuid: UUID, name: 'Won', object: 'lead' },
  ],
  [
    'custom field',
    readCustomField,
    { uuid: UUID, name: 'Size', object: 'lead', order: '3' },
    { id: UUID, name: 'Size', object: 'lead', order: 3 },
  ],
  [
    'enrolment',
    readEnrolment,
    { uuid: UUID, flow_uuid: LEAD, lead_uuid: SENDER, status: 'finished', created_at: AT(1) },
    { uuid: UUID, flow_uuid: LEAD, lead_uuid: SENDER, status: 'finished', created_at: AT(1) },
  ],
  ['automation', readFlow, { uuid: UUID, name: 'Welcome' }, { uuid: UUID, name: 'Welcome' }],
  [
    'user',
    readUser,
    { uuid: UUID, id: 7, first_name: ' Mara ', last_name: 'Lind', email: 'mara@acme.test' },
    { id: UUID, name: 'Mara Lind', email: 'mara@acme.test' },
  ],
  ['workspace', readTeam, { id: '812', name: 'Acme' }, { id: 812, name: 'Acme' }],
])('every field of a %s is read', (_name, read, row, expected) => {
  expect(read(row)).toEqual(expected);
});

test.each<[string, (json: unknown) => unknown]>([
  ['list', readList],
  ['sender', readSender],
  ['stage', readStage],
  ['custom field', readCustomField],
  ['enrolment', readEnrolment],
  ['automation', readFlow],
  ['workspace', readTeam],
])('a %s without its id and name is null', (_name, read) => {
  for (const row of [null, {}, [], 'x', { uuid: 'none', name: 7 }]) expect(read(row)).toBeNull();
});
