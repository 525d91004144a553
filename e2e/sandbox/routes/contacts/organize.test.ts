import { describe, expect, test } from 'vitest';
import { jonas, li } from '../../../support/cast';
import { leadUuid, rowsOf, uuidNamed, uuidOf } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const STAGES = '/leads/api/pipeline-stages';

describe('pipeline stages', () => {
  test('are filtered by a JSON string; contacts have seven, in order', async () => {
    const { get, sandbox } = sandboxClient();
    const { body } = await get(STAGES, { filter: '{"object":"lead"}' });
    const names = ['New', 'Approaching', 'Engaging', 'Replied', 'Call booked', 'Customer', 'Not interested'];
    expect(rowsOf(body).map((row) => row['name'])).toEqual(names);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are filtered by brackets too', async () => {
    const { get, sandbox } = sandboxClient();
    const { body } = await get(STAGES, { 'filter[object]': 'company' });
    expect(rowsOf(body).map((row) => row['name'])).toEqual(['Prospect', 'Account']);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test.each([{}, { filter: 'lead' }])('are a 422 without a readable filter: %j', async (query) => {
    const { ask } = sandboxClient();
    expect((await ask('GET', STAGES, { query, probe: 'no filter' })).status).toBe(422);
  });
});

describe('tags and custom fields', () => {
  test('create a tag with 201 and list it', async () => {
    const { get, post, sandbox } = sandboxClient();
    const made = await post('/leads/api/tags', { name: 'Trade fair', color: '#123456' });
    expect(made).toMatchObject({ status: 201, body: { color: '#123456' } });
    expect(rowsOf((await get('/leads/api/tags', { limit: '100' })).body).map((row) => row.uuid)).toContain(
      uuidOf(made.body),
    );
    expect((await post('/leads/api/tags', {})).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('change a tag and delete it from every contact', async () => {
    const { get, post, put, remove, sandbox } = sandboxClient();
    const [tag] = rowsOf((await get('/leads/api/tags', { 'filter[q]': 'a', limit: '1' })).body);
    const path = `/leads/api/tags/${tag?.uuid}`;
    expect((await put(path, { name: 'Warm' })).body).toMatchObject({ name: 'Warm', color: tag?.['color'] });
    expect((await put(path, { color: '#123456' })).body).toMatchObject({ name: 'Warm', color: '#123456' });
    expect((await remove(path)).status).toBe(204);
    expect((await put(path, { name: 'Cold' })).status).toBe(404);
    expect((await remove(path)).status).toBe(404);
    const tagged = await post('/leads/api/leads/count', { filter: { tags: [tag?.uuid] } });
    expect(tagged.body).toEqual({ total: 0 });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('define a custom field', async () => {
    const { get, post, sandbox } = sandboxClient();
    const made = await post('/leads/api/custom-fields', { name: 'region', object: 'lead' });
    expect(made).toMatchObject({ status: 201, body: { name: 'region', object: 'lead', order: expect.any(Number) } });
    const { body } = await get('/leads/api/custom-fields', { limit: '100', order_field: 'order', order_type: 'asc' });
    expect(rowsOf(body).at(-1)).toMatchObject({ name: 'region' });
    expect((await post('/leads/api/custom-fields', { name: 'two words', object: 'lead' })).status).toBe(422);
    expect((await post('/leads/api/custom-fields', { name: 'region', object: 'deal' })).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('set a custom field value on the route of another client', async () => {
    const me = sandboxClient();
    const field = await uuidNamed(me, '/leads/api/custom-fields', 'lead_source');
    const path = `/leads/api/custom-fields/${field}/values`;
    const body = { object_type: 'lead', object_uuid: leadUuid(me, jonas.slug), value: 'fair' };
    expect(await me.put(path, body)).toMatchObject({ status: 200, body: { value: 'fair', custom_field_uuid: field } });
    expect(me.sandbox.control.contact(jonas.slug)).toMatchObject({ custom_fields: { lead_source: 'fair' } });
    expect((await me.put(path, { ...body, object_uuid: field })).status).toBe(422);
    const unknown = '/leads/api/custom-fields/00000000-0000-4000-8000-000000000000/values';
    expect((await me.put(unknown, body)).status).toBe(404);
    expect(me.sandbox.control.violations()).toEqual([]);
  });

  test('set a custom field value and clear it with null', async () => {
    const me = sandboxClient();
    const field = await uuidNamed(me, '/leads/api/custom-fields', 'lead_source');
    const set = (value: string | null) =>
      me.post('/leads/api/custom-field-values', {
        custom_field_uuid: field,
        object_type: 'lead',
        object_uuid: leadUuid(me, jonas.slug),
        value,
      });
    expect(await set('fair')).toMatchObject({ status: 201, body: { value: 'fair' } });
    expect(me.sandbox.control.contact(jonas.slug)).toMatchObject({ custom_fields: { lead_source: 'fair' } });
    expect(await set(null)).toMatchObject({ status: 201, body: { value: null } });
    expect(me.sandbox.control.contact(jonas.slug)).toMatchObject({ custom_fields: [] });
    expect(me.sandbox.control.violations()).toEqual([]);
  });
});

describe('notes, timeline, blacklist', () => {
  test('create, change and delete a note', async () => {
    const me = sandboxClient();
    const made = await me.post('/leads/api/notes', {
      object: 'lead',
      object_uuid: leadUuid(me, li.slug),
      note: 'Likes tea',
    });
    expect(made.status).toBe(201);
    const path = `/leads/api/notes/${uuidOf(made.body)}`;
    expect((await me.get(path)).body).toMatchObject({ note: 'Likes tea', object: 'lead' });
    expect((await me.put(path, { note: 'Likes green tea' })).body).toMatchObject({ note: 'Likes green tea' });
    expect(rowsOf((await me.get('/leads/api/notes', { limit: '1' })).body)).toMatchObject([
      { note: 'Likes green tea' },
    ]);
    expect((await me.remove(path)).status).toBe(204);
    expect((await me.remove(path)).status).toBe(404);
    expect((await me.get(path)).status).toBe(404);
    expect(me.sandbox.control.violations()).toEqual([]);
  });

  test('answer a filter of notes with 500', async () => {
    const { ask } = sandboxClient();
    const query = { 'filter[object_uuid]': 'x' };
    expect((await ask('GET', '/leads/api/notes', { query, probe: 'capability probe' })).status).toBe(500);
  });

  test('show in the timeline since when a sender is connected', async () => {
    const me = sandboxClient();
    const filter = JSON.stringify({
      lead_uuid: leadUuid(me, li.slug),
      type: 'linkedin_connection_request_accepted',
    });
    const { body } = await me.get('/leads/api/activities', { filter, object: 'lead', limit: '1' });
    const tom = await uuidNamed(me, '/flows/api/sender-profiles', 'Tom');
    expect(rowsOf(body)).toMatchObject([
      { payload: { sender_profile_uuid: tom, connected_at: '2026-11-11T12:00:00.000000Z' } },
    ]);
    expect(me.sandbox.control.violations()).toEqual([]);
  });

  test('add a person to the blacklist and remove it', async () => {
    const { get, post, remove, sandbox } = sandboxClient();
    const made = await post('/leads/api/leads-blacklist', { linkedin: 'https://www.linkedin.com/in/jane-roe-4821/' });
    expect(made).toMatchObject({ status: 201, body: { linkedin: 'jane-roe-4821' } });
    expect((await get('/leads/api/leads-blacklist')).body).toMatchObject({ total: 1 });
    expect((await get('/leads/api/leads-blacklist', { 'filter[q]': 'nobody' })).body).toMatchObject({ total: 0 });
    expect((await remove(`/leads/api/leads-blacklist/${uuidOf(made.body)}`)).status).toBe(204);
    expect((await post('/leads/api/leads-blacklist', { company_name: 'Acme' })).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });
});
