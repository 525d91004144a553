import { describe, expect, test } from 'vitest';
import { readContactAnswer } from './contact';

const UUID = '7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001';
const MARA = 'c3a1f0aa-2222-4222-8222-000000000001';
const TOM = 'c3a1f0aa-2222-4222-8222-000000000002';
const jane = { uuid: UUID, name: 'Jane Roe', linkedin: 'jane-roe-4821' };

function contactIn(json: unknown) {
  const answer = readContactAnswer(json);
  return answer.kind === 'contact' ? answer.contact : null;
}

describe('a contact', () => {
  test.each([
    ['flat', jane],
    ['wrapped with markers', { lead: jane, markers: [] }],
    ['under data', { data: jane }],
    ['wrapped under data', { data: { lead: jane, markers: [] } }],
    ['with a stray data beside it', { lead: jane, data: null }],
    ['with another record beside it', { lead: jane, data: { total: 1 } }],
    ['with markers that are no list', { lead: jane, markers: 7 }],
  ])('is read when it is %s', (_shape, json) => {
    expect(contactIn(json)).toMatchObject({ id: UUID, name: 'Jane Roe', slug: 'jane-roe-4821' });
  });

  test('has null for missing and wrong values', () => {
    const odd = { uuid: UUID.toUpperCase(), name: 7, tags: {}, unread_counts: null, list_uuid: 'none', created_at: 0 };
    expect(contactIn(odd)).toEqual({
      id: UUID,
      name: null,
      firstName: null,
      lastName: null,
      headline: null,
      position: null,
      company: null,
      location: null,
      about: null,
      workEmail: null,
      personalEmail: null,
      slug: null,
      memberId: null,
      salesId: null,
      listId: null,
      stageId: null,
      tagIds: [],
      unread: 0,
      connections: [],
      lastReplyAt: null,
      createdAt: null,
      updatedAt: null,
    });
  });

  test.each([
    ['jane-roe-4821', 'jane-roe-4821'],
    ['https://www.linkedin.com/in/jane-roe-4821/', 'jane-roe-4821'],
    ['linkedin.com/in/Jane-Roe?trk=x', 'jane-roe'],
    ['/in/j%C3%BCrgen-m%C3%BCller/', 'jürgen-müller'],
    ['ju\u0308rgen', 'jürgen'],
    ['bad%escape', 'bad%escape'],
    [' jane-roe ', 'jane-roe'],
    ['https://www.linkedin.com/sales/lead/ACwAAA,NAME', null],
    ['https://www.linkedin.com/company/acme', null],
    ['', null],
    [null, null],
  ])('with linkedin %j has the slug %j', (linkedin, slug) => {
    expect(contactIn({ uuid: UUID, linkedin })?.slug).toBe(slug);
  });

  test('sums up unread counts by category or sender', () => {
    const counts = [
      { sender_profile_uuid: MARA, count: 1 },
      { category: 'inbox', count: '2' },
      { count: null },
      'x',
      { count: -5 },
    ];
    expect(contactIn({ uuid: UUID, unread_counts: counts })?.unread).toBe(3);
  });

  test('may have its work address under the older name', () => {
    expect(contactIn({ uuid: UUID, email: 'a@x.test' })?.workEmail).toBe('a@x.test');
    expect(contactIn({ uuid: UUID, email: 'a@x.test', work_email: 'b@x.test' })?.workEmail).toBe('b@x.test');
  });

  test('is connected with senders whose acceptance is newer than a loss', () => {
    const accepted = '2026-10-03T09:00:00.000000Z';
    const marker = (sender: string | null, lost: string | null, at: string | null = accepted) => ({
      sender_profile_uuid: sender,
      linkedin_last_connection_accepted_at: at,
      linkedin_last_connection_lost_at: lost,
      last_messaging_activity_at: '2026-10-21 08:00:00',
    });
    const connections = (rows: readonly unknown[]) =>
      contactIn({ lead: jane, markers: rows })?.connections.map(({ senderId, connected }) => [senderId, connected]);
    expect(connections([marker(null, null), marker(MARA, null), marker(TOM, '2026-10-04T09:00:00Z')])).toEqual([
      [MARA, true],
      [TOM, false],
    ]);
    expect(connections([marker(MARA, '2026-10-02T09:00:00Z'), marker(TOM, null, null)])).toEqual([
      [MARA, true],
      [TOM, false],
    ]);
    expect(contactIn({ lead: jane, markers: [marker(MARA, null)] })?.connections[0]?.lastMessageAt).toBe(
      '2026-10-21T08:00:00.000Z',
    );
  });
});

describe('an absence', () => {
  test.each([
    [undefined],
    [null],
    [{}],
    [[]],
    [{ lead: null }],
    [{ lead: [] }],
    [{ lead: {}, markers: [] }],
    [{ data: null }],
    [{ data: [] }],
    [{ data: { lead: null } }],
    [{ uuid: null, name: null }],
    [{ markers: [] }],
    [{ found: false }],
  ])('is %j', (json) => {
    expect(readContactAnswer(json)).toEqual({ kind: 'none' });
  });

  test.each([
    ['ok'],
    [true],
    [7],
    [[jane]],
    [{ error: { message: 'Maintenance' } }],
    [{ message: 'Server Error' }],
    [{ data: { error: 'x' } }],
    [{ data: 'x' }],
    [{ data: { data: { lead: { uuid: 'cut', name: 'Jane' } } } }],
    [{ data: { lead: { data: { name: 'Jane' } } } }],
    [{ lead: { name: 'Jane Roe' } }],
    [{ lead: { ...jane, uuid: 'not-a-uuid' } }],
    [{ lead: { ...jane, uuid: 7 } }],
    [{ ...jane, lead: null }],
    [{ uuid: 'cut' }],
    [{ lead: 'jane' }],
    [{ lead: null, error: 'Maintenance' }],
    [{ markers: [{ linkedin_messages_sent_count: 3 }] }],
    [{ success: false }],
    [{ status: 'error' }],
    [{ detail: 'Service unavailable' }],
    [{ code: 503 }],
    [{ redirect: 'https://portal.example/login' }],
    [{ data: { status: 'error' } }],
    [{ found: true }],
  ])('is not %j, which is unreadable', (json) => {
    expect(readContactAnswer(json)).toEqual({ kind: 'unreadable' });
  });
});
