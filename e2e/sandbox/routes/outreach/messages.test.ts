import { describe, expect, test } from 'vitest';
import { ana, jonas, li } from '../../../support/cast';
import { at, conversationWithJonas as world, leadUuid, MESSAGES, rowsOf, uuidOf } from '../../testing/seeded';

describe('a conversation', () => {
  test('has five messages of Jonas and Mara, newest first', async () => {
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

  test('is paged to the end of ten thousand messages, in order, without repeats', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ sandbox }, ana.slug);
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

  test('has old messages with the time of synchronisation as created_at', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ sandbox }, ana.slug);
    const { body } = await get(MESSAGES, {
      'filter[lead_uuid]': lead,
      order_field: 'sent_at',
      order_type: 'asc',
      limit: '100',
    });
    const created = rowsOf(body).map((row) => String(row['created_at']));
    expect(created).not.toEqual(created.toSorted());
  });

  test('is empty for Li', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ sandbox }, li.slug);
    expect((await get(MESSAGES, { 'filter[lead_uuid]': lead })).body).toMatchObject({ data: [], total: 0 });
  });

  test('is filtered by several values, operators and null', async () => {
    const { ask, lead, mara } = await world();
    const count = async (query: string) =>
      rowsOf((await ask('GET', `${MESSAGES}?filter[lead_uuid]=${lead}&limit=100&${query}`)).body).length;
    expect(await count('filter[type]=inbox')).toBe(2);
    expect(await count('filter[type][]=inbox&filter[type][]=outbox')).toBe(5);
    expect(await count(`filter[sender_profile_uuid]=${mara}&filter[sent_at][%3E%3D]=2026-11-18`)).toBe(2);
    expect(await count('filter[read_at]=is_null')).toBe(2);
    expect(await count('filter[read_at]=is_not_null')).toBe(3);
  });

  test('ignores flat filters, and answers free text with 500', async () => {
    const { ask, get } = await world();
    const everything = at((await get(MESSAGES)).body, 'total');
    const flat = await ask('GET', MESSAGES, { query: { type: 'inbox' }, probe: 'flat filter' });
    expect(flat.body).toMatchObject({ total: everything });
    const text = await ask('GET', MESSAGES, { query: { 'filter[q]': 'x' }, probe: 'no free text' });
    expect(text.status).toBe(500);
  });
});

describe('messages', () => {
  test('are counted by one field', async () => {
    const { post, lead, sandbox } = await world();
    const counts = await post(`${MESSAGES}/group-counts`, { group_field: 'type', filter: { lead_uuid: lead } });
    expect(counts.body).toEqual({ inbox: 2, outbox: 3 });
    expect((await post(`${MESSAGES}/group-counts`, { group_field: 'text' })).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are deleted', async () => {
    const { send, remove, byUuid } = await world();
    const uuid = uuidOf((await send()).body);
    expect((await remove(`${MESSAGES}/${uuid}`)).status).toBe(204);
    expect(await byUuid(uuid)).toBeUndefined();
    expect((await remove(`${MESSAGES}/${uuid}`)).status).toBe(404);
  });

  test('are received unread, and sent by an automation', async () => {
    const { sandbox, lead, mara, get } = await world();
    sandbox.control.receiveMessage({ leadUuid: lead, senderUuid: mara, text: 'One more thing' });
    sandbox.control.writeMessage({ leadUuid: lead, senderUuid: mara, text: 'Go on' });
    expect(sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { unread_counts: [{ count: 2 }] } });
    const { body } = await get(MESSAGES, { 'filter[lead_uuid]': lead, 'filter[automation]': 'auto' });
    expect(rowsOf(body)).toMatchObject([{ text: 'Go on', type: 'outbox' }]);
  });

  test('form one thread per sender, without text', async () => {
    const { get, sandbox } = await world();
    const lead = leadUuid({ sandbox }, ana.slug);
    const { body } = await get('/flows/api/linkedin-conversations', { 'filter[lead_uuid]': lead });
    expect(body).toMatchObject({ total: 2, data: [{ lead_uuid: lead, lead_nickname: ana.slug }, { lead_uuid: lead }] });
    expect(rowsOf(body)[0]).not.toHaveProperty('text');
    expect(sandbox.control.violations()).toEqual([]);
  });
});
