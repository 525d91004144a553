import { describe, expect, test } from 'vitest';
import { ContactId } from '@/lib/domain/ids';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const rows: Reply = { json: { data: [], total: 0 } };
const firewall: Reply = { status: 403, text: '<p>No', headers: { 'content-type': 'text/html' } };

/** Answers five new lists like this, then lists. */
async function afterFive(reply: Reply) {
  const { client, asked, time } = answering([reply, reply, reply, reply, reply, rows]);
  for (let call = 0; call < 5; call += 1) await client.createList('Fair');
  return { client, asked, time };
}

describe('after five answers', () => {
  test.each<[string, Reply]>([
    ['500', { status: 500 }],
    ['a page of a firewall', firewall],
  ])('%s, nothing more is sent', async (_what, reply) => {
    const { client, asked } = await afterFive(reply);
    expect((await client.lists()).ok).toBe(false);
    expect(asked).toHaveLength(5);
  });

  test.each([400, 401, 402, 403, 404, 409, 422, 499])('%i, GetSales works', async (status) => {
    const { client, asked } = await afterFive({ status, json: { error: 'No.' } });
    expect((await client.lists()).ok).toBe(true);
    expect(asked).toHaveLength(6);
  });

  test('500, one request is a probe, and others that begin with it are not sent', async () => {
    const { client, asked, time } = await afterFive({ status: 500 });
    time.pass(30_000);
    const answers = await Promise.all([client.lists(), client.senders()]);
    expect(answers).toEqual([
      { ok: true, value: { lists: [], more: false } },
      { ok: false, error: { code: 'server-trouble', status: 500 } },
    ]);
    expect(asked).toHaveLength(6);
  });
});

test('a pause that a 503 asks for is for its own call only', async () => {
  const { client, time } = answering([{ status: 503, headers: { 'retry-after': '120' } }, rows]);
  expect((await client.lists()).ok).toBe(false);
  expect((await client.lists()).ok).toBe(true);
  expect(time.waits).toEqual([]);
});

test('an empty 200 answers a write, but not a read', async () => {
  const empty: Reply = {};
  expect(await answering([empty]).client.removeContact(CONTACT)).toEqual({ ok: true, value: null });
  expect((await answering([empty, empty, empty, empty]).client.contact(CONTACT)).ok).toBe(false);
});

test('a read is tried again however long the worker has run', async () => {
  const { client, time } = answering([{ status: 503 }, rows]);
  time.pass(20_000);
  expect((await client.lists()).ok).toBe(true);
});

test('a waiting call is sent with another key after its former one was rejected', async () => {
  const keys = ['first', 'first', 'second'];
  const others: Promise<unknown>[] = [];
  const { client, asked } = answering([{ status: 503 }, { status: 401, json: { error: 'No.' } }, rows], {
    key: () => Promise.resolve(keys.shift() ?? null),
    sleep: async () => {
      others.push(client.senders());
      await Promise.all(others);
    },
  });
  expect((await client.lists()).ok).toBe(true);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
});
