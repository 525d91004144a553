import { describe, expect, test } from 'vitest';
import { ContactId, SenderId } from '@/lib/domain/ids';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const SENDER = SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002');
const OTHER = '7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7009';

interface Row {
  /** Minutes after nine. */
  readonly sent?: number;
  readonly made?: number;
  readonly lead?: string;
  readonly sender?: string;
  readonly type?: string;
}

function message(number: number, { sent, made, lead = CONTACT, sender = SENDER, type = 'outbox' }: Row = {}) {
  const at = (minute?: number) => (minute === undefined ? null : `2026-11-03T09:0${String(minute)}:00.000Z`);
  return {
    uuid: `9d1e4c70-3333-4333-8333-00000000000${String(number)}`,
    lead_uuid: lead,
    sender_profile_uuid: sender,
    type,
    sent_at: at(sent),
    created_at: at(made),
  };
}

const page = (data: readonly unknown[], hasMore = false): Reply => ({ json: { data, has_more: hasMore, total: 9 } });
const numbersOf = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => Number(id.at(-1)));

/** The numbers of the messages on the first page, in their order. */
async function shown(replies: readonly Reply[], senderId: SenderId | null = SENDER): Promise<readonly number[]> {
  const { client } = answering(replies);
  const read = await client.conversation(CONTACT, senderId, 0);
  return read.ok ? numbersOf(read.value.messages) : expect.fail(read.error.code);
}

describe('the first page of a long conversation', () => {
  const sentPage = page([message(1, { sent: 5 }), message(2, { sent: 3 })], true);

  test.each<[string, readonly unknown[], readonly number[]]>([
    ['newer than its oldest one', [message(3, { made: 4 })], [1, 3, 2]],
    ['as old as its oldest one', [message(3, { made: 3 })], [1, 3, 2]],
    ['but not older ones', [message(3, { made: 2 })], [1, 2]],
    ['but not one that was sent since', [message(3, { sent: 4, made: 4 })], [1, 2]],
    ['but none twice', [message(1, { made: 4 }), message(3, { made: 4 }), message(3, { made: 4 })], [1, 3, 2]],
    ['first if they have no time', [message(3)], [3, 1, 2]],
  ])('shows messages that are not sent yet: %s', async (_which, waiting, numbers) => {
    expect(await shown([sentPage, page(waiting)])).toEqual(numbers);
  });

  test('shows them also if GetSales sorts it otherwise', async () => {
    const unsorted = page([message(2, { sent: 3 }), message(1, { sent: 5 })], true);
    expect(await shown([unsorted, page([message(3, { made: 4 })])])).toEqual([1, 3, 2]);
  });

  test('shows all of them if one of its own has no time', async () => {
    expect(await shown([page([message(1)], true), page([message(2, { made: 1 })])])).toEqual([1, 2]);
  });
});

test('a conversation has only messages of its contact and sender', async () => {
  const rows = [message(1, { lead: OTHER }), message(2, { sender: OTHER }), message(3), message(4, { sender: OTHER })];
  expect(await shown([page(rows)])).toEqual([3]);
  expect(await shown([page(rows)], null)).toEqual([2, 3, 4]);
});

test('a later page of a conversation is one request, also if more follow', async () => {
  const { client, asked } = answering([page([message(1)], true)]);
  expect(await client.conversation(CONTACT, SENDER, 50)).toMatchObject({ value: { nextOffset: 51 } });
  expect(asked).toHaveLength(1);
});

test('a conversation is unreadable in another shape', async () => {
  const { client } = answering([{ json: { rows: [] } }]);
  expect(await client.conversation(CONTACT, SENDER, 0)).toEqual({
    ok: false,
    error: { code: 'unreadable-answer', status: 200 },
  });
});

test('a conversation reports the total that GetSales states', async () => {
  const { client } = answering([page([message(1)])]);
  expect(await client.conversation(CONTACT, SENDER, 0)).toMatchObject({ value: { total: 9, nextOffset: null } });
});

test('the messages before a send are those that were sent, whatever GetSales filters', async () => {
  const { client } = answering([page([message(1), message(2, { type: 'inbox' })])]);
  const read = await client.sentMessages(CONTACT, SENDER);
  expect(read.ok && numbersOf(read.value.messages)).toEqual([1]);
});

test.each<[string, unknown]>([
  ['another contact', message(1, { lead: OTHER })],
  ['another sender', message(1, { sender: OTHER })],
  ['no message', {}],
])('a send is unproven when GetSales answers with a row of %s', async (_what, json) => {
  const { client } = answering([{ status: 201, json }]);
  expect(await client.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' })).toEqual({
    ok: false,
    error: { fate: 'unknown', error: { code: 'unreadable-answer', status: 201 } },
  });
});
