import { expect, test } from 'vitest';
import { ContactId, SenderId } from '@/lib/domain/ids';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const SENDER = SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002');
const PATH = '/leads/api/lists';

test.each<[string, readonly Reply[], readonly (number | null)[]]>([
  ['an answer', [{ json: { data: [] } }], [200]],
  ['a refusal', [{ status: 403, json: {} }], [403]],
  ['no answer', [], [null, null, null, null]],
  ['an answer after a failure', [{ status: 503 }, { json: { data: [] } }], [503, 200]],
])('every request is logged with its status: %s', async (_what, replies, statuses) => {
  const logged: LoggedRequest[] = [];
  const { client } = answering(replies, { onRequest: (request) => logged.push(request) });
  await client.lists();
  expect(logged.map(({ method, path, status }) => [method, path, status])).toEqual(
    statuses.map((status) => ['GET', PATH, status]),
  );
});

test('a request is logged with the time at which it was sent', async () => {
  const logged: LoggedRequest[] = [];
  let now = 1_000;
  const { client } = answering([{ json: { data: [] } }], {
    onRequest: (request) => logged.push(request),
    now: () => (now += 1),
  });
  const before = now;
  await client.lists();
  expect(logged.map(({ at }) => at > before && at < now)).toEqual([true]);
});

test('a rejected key is reported, and no other refusal', async () => {
  const reported: number[] = [];
  for (const status of [401, 402, 403, 404]) {
    const { client } = answering([{ status, json: { error: 'No.' } }], {
      onKeyRejected: () => void reported.push(status),
    });
    await client.lists();
  }
  expect(reported).toEqual([401]);
});

test.each([
  [{ date: 'Mon, 23 Nov 2026 11:59:00 GMT' }, -60_000],
  [{ date: 'soon' }, null],
  [{}, null],
])('the clock of GetSales is read from %j', async (headers, skewMs) => {
  const { client, asked } = answering([{ json: { data: [] }, headers }]);
  expect(await client.sentMessages(CONTACT, SENDER)).toEqual({ ok: true, value: { messages: [], skewMs } });
  expect(asked).toHaveLength(1);
});

test('a read is answered by an empty 204, but not by an empty 200 or 201', async () => {
  const empty = (status: number) => answering(Array.from({ length: 4 }, () => ({ status }))).client;
  const read = (status: number) => empty(status).contact(CONTACT);
  expect(await read(204)).toEqual({ ok: true, value: null });
  expect(await read(200)).toEqual({ ok: false, error: { code: 'unreadable-answer', status: 200 } });
  expect(await read(201)).toEqual({ ok: false, error: { code: 'unreadable-answer', status: 201 } });
});
