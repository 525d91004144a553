import { describe, expect, test } from 'vitest';
import { makeKey } from '@/e2e/sandbox/access/keys';
import { ContactId, MessageId, SenderId } from '@/lib/domain/ids';
import type { GetSalesClient } from '../client';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const SENDER = SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002');
const MESSAGE = MessageId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7003');
const demand: Reply = { status: 400, json: { error: { reason: 'bad_request' } } };
const rows: Reply = { json: { data: [], total: 0 } };

/** The Team-ID of each request that these acts send. */
async function teamsOf(replies: readonly Reply[], acts: readonly ((me: GetSalesClient) => unknown)[], key?: string) {
  const { client, asked } = answering(replies, key === undefined ? {} : { key: () => Promise.resolve(key) });
  for (const act of acts) await act(client);
  return asked.map(({ headers }) => headers['team-id']);
}

const said = (status: number, message: string): Reply => ({ status, json: { error: { message } } });
const inWords = (status: number) => said(status, 'The Team-ID header is required.');
const sent = (me: GetSalesClient) => me.send({ contactId: CONTACT, senderId: SENDER, text: 'Hi' });
const read = (me: GetSalesClient) => me.lists();

describe('Team-ID', () => {
  test.each<[string, (me: GetSalesClient) => unknown, readonly Reply[], readonly (string | undefined)[]]>([
    ['a read', read, [demand, rows], [undefined, '812']],
    ['a write that may be repeated', (me) => me.removeContact(CONTACT), [demand, {}], [undefined, '812']],
    ['no new list', (me) => me.createList('Fair'), [demand, {}], [undefined]],
    ['no retry', (me) => me.retry(MESSAGE), [demand, {}], [undefined]],
    ['no read before a send', (me) => me.sentMessages(CONTACT, SENDER), [demand, rows], [undefined]],
    ['no read refused for another reason', read, [{ status: 400, json: { error: { reason: 'no' } } }], [undefined]],
    ['a read refused without a reason', read, [{ status: 400, json: {} }, rows], [undefined, '812']],
    ['a read refused in words', read, [inWords(422), rows], [undefined, '812']],
    ['a write refused in words', (me) => me.createList('Fair'), [inWords(400), {}], [undefined, '812']],
    ['a message refused in words', sent, [inWords(422), {}], [undefined, '812']],
    ['no message refused without a reason', sent, [{ status: 400, json: {} }], [undefined]],
    ['no read refused in other words', read, [said(400, 'No.')], [undefined]],
    ['a read refused with 422 without words', read, [{ status: 422, json: {} }, rows], [undefined, '812']],
    ['no message refused with 422 without words', sent, [{ status: 422 }], [undefined]],
    ['no read refused with another status', read, [{ ...demand, status: 403 }], [undefined]],
  ])('is sent when GetSales demands it for %s', async (_what, act, replies, teams) => {
    expect(await teamsOf(replies, [act])).toEqual(teams);
  });

  test('is sent also later if it helped, and not if it did not', async () => {
    expect(await teamsOf([demand, rows, rows], [read, read])).toEqual([undefined, '812', '812']);
    expect(await teamsOf([demand, demand, rows], [read, read])).toEqual([undefined, '812', undefined]);
    expect(await teamsOf([demand, rows, demand, rows], [read, read, read])).toEqual([
      undefined,
      '812',
      '812',
      undefined,
    ]);
  });

  test('of a key that does not name it is that of its only workspace', async () => {
    const only: Reply = { json: { data: [{ id: 813, name: 'Labs' }], total: 1 } };
    const nameless = makeKey({ specific_team_id: undefined });
    expect(await teamsOf([demand, only, rows, rows], [read, read], nameless)).toEqual([
      undefined,
      undefined,
      '813',
      '813',
    ]);
    expect(await teamsOf([demand, only, rows], [read], 'gs_live_0123456789abcdef')).toEqual([
      undefined,
      undefined,
      '813',
    ]);
  });

  test('is not sent when a key is for several workspaces', async () => {
    const two: Reply = {
      json: {
        data: [
          { id: 812, name: 'Acme' },
          { id: 813, name: 'Labs' },
        ],
        total: 2,
      },
    };
    const nameless = makeKey({ specific_team_id: undefined });
    expect(await teamsOf([demand, two, rows], [read], nameless)).toEqual([undefined, undefined]);
  });
});

describe('a rejected key', () => {
  test('does not stop a waiting call that gets another key', async () => {
    const keys = ['first', 'second'];
    const { client, asked } = answering([{ status: 401, json: { error: 'No.' } }, rows], {
      key: () => Promise.resolve(keys.shift() ?? null),
    });
    const [first, second] = await Promise.all([client.lists(), client.senders()]);
    expect([first, second.ok]).toEqual([{ ok: false, error: { code: 'key-rejected' } }, true]);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });
});

test('pauses of one read together last at most three seconds', async () => {
  const busy = (seconds: string): Reply => ({ status: 503, headers: { 'retry-after': seconds } });
  const { client, asked, time } = answering([busy('1'), busy('1'), busy('1'), rows]);
  expect((await client.lists()).ok).toBe(true);
  expect(time.waits).toEqual([1_000, 1_000, 1_000]);
  const longer = answering([busy('2'), busy('2'), rows]);
  expect(await longer.client.lists()).toEqual({ ok: false, error: { code: 'server-trouble', status: 503 } });
  expect([asked.length, longer.asked.length]).toEqual([4, 2]);
});

test('a read that takes long is not tried until its last attempt', async () => {
  let elapsed = 0;
  const { client, asked } = answering([{ status: 503 }, { status: 503 }, rows], {
    monotonic: () => (elapsed += 3_200),
  });
  expect((await client.lists()).ok).toBe(false);
  expect(asked.length).toBeLessThan(3);
});
