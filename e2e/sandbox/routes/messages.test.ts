import { describe, expect, test } from 'vitest';
import { ana, jonas, li } from '../../support/cast';
import { leadUuid, MESSAGES, rowsOf, SENDERS, uuidNamed, uuidOf } from '../testing/seeded';
import { talk } from '../testing/talk';

async function world() {
  const me = talk();
  const mara = await uuidNamed(me, SENDERS, 'Mara (DE)');
  const tom = await uuidNamed(me, SENDERS, 'Tom');
  const lead = leadUuid(me, jonas.slug);
  const send = (body: object = {}) =>
    me.post(MESSAGES, { sender_profile_uuid: mara, lead_uuid: lead, text: 'Thursday then.', ...body });
  const byUuid = async (uuid: string) => rowsOf((await me.get(MESSAGES, { 'filter[uuid]': uuid, limit: '1' })).body)[0];
  return { ...me, mara, tom, lead, send, byUuid };
}

describe('a conversation', () => {
  test('Jonas has five messages with Mara, newest first, the last one his', async () => {
    const { get, lead, mara, sandbox } = await world();
    const query = { 'filter[lead_uuid]': lead, order_field: 'sent_at', order_type: 'desc', limit: '50', offset: '0' };
    const { body } = await get(MESSAGES, query);
    expect(body).toMatchObject({ total: 5, has_more: false, limit: 50, offset: 0 });
    const [newest, ...older] = rowsOf(body);
    expect(newest).toMatchObject({
      type: 'inbox',
      automation: 'synced',
      status: 'done',
      sender_profile_uuid: mara,
      sent_at: '2026-11-21T12:00:00.000000Z',
    });
    expect(older.at(-1)).toMatchObject({ type: 'outbox', linkedin_type: 'connection_note', automation: 'manual' });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('the ten thousand messages of Ana are paged to the end, each once, in order', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ ...talk(), sandbox }, ana.slug);
    const times: string[] = [];
    const seen = new Set<string>();
    for (let offset = 0; offset < 10_000; offset += 100) {
      const query = { 'filter[lead_uuid]': lead, order_field: 'sent_at', order_type: 'desc', limit: '100' };
      const { body } = await get(MESSAGES, { ...query, offset: String(offset) });
      expect(body).toHaveProperty('has_more', offset < 9_900);
      rowsOf(body).forEach((row) => (seen.add(row.uuid), times.push(String(row['sent_at']))));
    }
    expect(seen.size).toBe(10_000);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('old messages were created when they were synchronised, so created_at is no order', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ ...talk(), sandbox }, ana.slug);
    const { body } = await get(MESSAGES, {
      'filter[lead_uuid]': lead,
      order_field: 'sent_at',
      order_type: 'asc',
      limit: '100',
    });
    const created = rowsOf(body).map((row) => String(row['created_at']));
    expect(created).not.toEqual(created.toSorted());
  });

  test('Li has none', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ ...talk(), sandbox }, li.slug);
    expect((await get(MESSAGES, { 'filter[lead_uuid]': lead })).body).toMatchObject({ data: [], total: 0 });
  });

  test('filters take several values, operators and null', async () => {
    const { ask, lead, mara } = await world();
    const count = async (query: string) =>
      rowsOf((await ask('GET', `${MESSAGES}?filter[lead_uuid]=${lead}&limit=100&${query}`)).body).length;
    expect(await count('filter[type]=inbox')).toBe(2);
    expect(await count('filter[type][]=inbox&filter[type][]=outbox')).toBe(5);
    expect(await count(`filter[sender_profile_uuid]=${mara}&filter[sent_at][%3E%3D]=2026-11-18`)).toBe(2);
    expect(await count('filter[read_at]=is_null')).toBe(2);
    expect(await count('filter[read_at]=is_not_null')).toBe(3);
  });

  test('flat filters are ignored, free text and unknown fields are a 500', async () => {
    const { ask, get } = await world();
    const everything = Object((await get(MESSAGES)).body).total;
    const flat = await ask('GET', MESSAGES, { query: { type: 'inbox' }, probe: 'flat filter' });
    expect(flat.body).toMatchObject({ total: everything });
    const text = await ask('GET', MESSAGES, { query: { 'filter[q]': 'x' }, probe: 'no free text' });
    expect(text.status).toBe(500);
  });
});

describe('sending', () => {
  test('a message is queued, leaves, and is done, by the clock', async () => {
    const { send, byUuid, sandbox } = await world();
    const queued = await send();
    expect(queued).toMatchObject({ status: 201, body: { status: 'new', sent_at: null, automation: 'manual' } });
    const uuid = uuidOf(queued.body);
    sandbox.control.advance(1_499);
    expect(await byUuid(uuid)).toMatchObject({ status: 'new' });
    sandbox.control.advance(1);
    expect(await byUuid(uuid)).toMatchObject({ status: 'in_progress', sent_at: null });
    sandbox.control.advance(1_500);
    expect(await byUuid(uuid)).toMatchObject({
      status: 'done',
      sent_at: '2026-11-23T12:00:03.000000Z',
      fail_reason: null,
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('while it is queued it has no time: it comes last in sent_at order and first in created_at order', async () => {
    const { get, send, lead } = await world();
    const uuid = uuidOf((await send()).body);
    const order = async (field: string) =>
      rowsOf((await get(MESSAGES, { 'filter[lead_uuid]': lead, order_field: field, order_type: 'desc' })).body).map(
        (row) => row.uuid,
      );
    expect((await order('sent_at')).at(-1)).toBe(uuid);
    expect((await order('created_at')).at(0)).toBe(uuid);
  });

  test('a message that is marked to fail fails with that reason, and can be sent again', async () => {
    const { send, byUuid, put, sandbox } = await world();
    const uuid = uuidOf((await send()).body);
    expect(sandbox.control.failMessage(uuid, 'LinkedIn session expired')).toBe(true);
    expect(await byUuid(uuid)).toMatchObject({ status: 'new' });
    sandbox.control.advance(3_000);
    expect(await byUuid(uuid)).toMatchObject({
      status: 'failed',
      fail_reason: 'LinkedIn session expired',
      sent_at: null,
    });
    expect((await put(`${MESSAGES}/${uuid}/retry`)).status).toBe(200);
    sandbox.control.advance(3_000);
    expect(await byUuid(uuid)).toMatchObject({ status: 'done', fail_reason: null });
    expect((await put(`${MESSAGES}/${uuid}/retry`)).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('a sender who is not connected is accepted now and fails later; an InMail is delivered', async () => {
    const { send, byUuid, tom, sandbox } = await world();
    const plain = uuidOf((await send({ sender_profile_uuid: tom })).body);
    const inMail = uuidOf((await send({ sender_profile_uuid: tom, subject: 'Paper' })).body);
    sandbox.control.advance(3_000);
    expect(await byUuid(plain)).toMatchObject({
      status: 'failed',
      fail_reason: expect.stringContaining('not connected'),
    });
    expect(await byUuid(inMail)).toMatchObject({ status: 'done', linkedin_type: 'InMail' });
  });

  test('eight thousand characters are a message, one more is not, and astral ones count once', async () => {
    const { send, sandbox } = await world();
    expect((await send({ text: 'x'.repeat(8_000) })).status).toBe(201);
    expect((await send({ text: '🧺'.repeat(8_000) })).status).toBe(201);
    expect(await send({ text: 'x'.repeat(8_001) })).toMatchObject({
      status: 422,
      body: { error: { reason: 'validation_error', data: { text: [expect.stringContaining('8000')] } } },
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test.each([
    [{ text: undefined }, 'text'],
    [{ lead_uuid: undefined }, 'lead_uuid'],
    [{ sender_profile_uuid: '00000000-0000-4000-8000-000000000000' }, 'sender_profile_uuid'],
    [{ subject: 'x'.repeat(512) }, 'subject'],
    [{ attachments: [{ uuid: '00000000-0000-4000-8000-000000000000' }] }, 'attachments'],
  ])('%j is refused for %s', async (change, field) => {
    const { send, sandbox } = await world();
    const { status, body } = await send(change);
    expect(status).toBe(422);
    expect(body).toHaveProperty(['error', 'data', field]);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('the sandbox never merges two sends: each POST is a message', async () => {
    const { send, sandbox, lead } = await world();
    await send();
    await send();
    expect(sandbox.control.messages(lead)).toHaveLength(7);
  });
});

describe('the rest', () => {
  test('messages are counted by one field', async () => {
    const { post, lead, sandbox } = await world();
    const counts = await post(`${MESSAGES}/group-counts`, { group_field: 'type', filter: { lead_uuid: lead } });
    expect(counts.body).toEqual({ inbox: 2, outbox: 3 });
    expect((await post(`${MESSAGES}/group-counts`, { group_field: 'text' })).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('a deleted record is gone', async () => {
    const { send, remove, byUuid } = await world();
    const uuid = uuidOf((await send()).body);
    expect((await remove(`${MESSAGES}/${uuid}`)).status).toBe(204);
    expect(await byUuid(uuid)).toBeUndefined();
    expect((await remove(`${MESSAGES}/${uuid}`)).status).toBe(404);
  });

  test('a reply arrives, unread; somebody else writes', async () => {
    const { sandbox, lead, mara, get } = await world();
    sandbox.control.receiveMessage({ leadUuid: lead, senderUuid: mara, text: 'One more thing' });
    sandbox.control.writeMessage({ leadUuid: lead, senderUuid: mara, text: 'Go on' });
    expect(sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { unread_counts: [{ count: 2 }] } });
    const { body } = await get(MESSAGES, { 'filter[lead_uuid]': lead, 'filter[automation]': 'auto' });
    expect(rowsOf(body)).toMatchObject([{ text: 'Go on', type: 'outbox' }]);
  });

  test('threads are one per sender, without text', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ ...talk(), sandbox }, ana.slug);
    const { body } = await get('/flows/api/linkedin-conversations', { 'filter[lead_uuid]': lead });
    expect(body).toMatchObject({ total: 2, data: [{ lead_uuid: lead, lead_nickname: ana.slug }, { lead_uuid: lead }] });
    expect(rowsOf(body)[0]).not.toHaveProperty('text');
    expect(sandbox.control.violations()).toEqual([]);
  });
});
