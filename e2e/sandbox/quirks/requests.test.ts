import { expect, test } from 'vitest';
import { ana, jonas } from '../../support/cast';
import { withQuirks } from '../testing/sandbox-client';
import { at, conversationWithJonas, leadUuid, LISTS, MESSAGES, rowsOf, uuidNamed } from '../testing/seeded';

const UPSERT = '/leads/api/leads/upsert';
const LOOKUP = '/leads/api/leads/lookup-one';
const USER = '/id/api/users/current';

test.each([
  ['unlimited', 200],
  ['ten-thousand', 500],
] as const)('the window is %s', async (window, status) => {
  const { get, sandbox } = withQuirks({ window });
  const from = async (offset: string) => (await get(MESSAGES, { offset, limit: '100' })).status;
  expect([await from('9900'), await from('9901')]).toEqual([200, status]);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['at-most-100', 100],
  ['as-asked', 150],
  ['at-most-10', 10],
] as const)('the page of 150 is %s', async (pageSize, limit) => {
  const { ask, sandbox } = withQuirks({ pageSize });
  const answer = await ask('GET', MESSAGES, { query: { limit: '150' }, probe: 'over the documented maximum' });
  expect([rowsOf(answer.body).length, at(answer.body, 'limit')]).toEqual([limit, limit]);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['lenient', 201, 201, 200],
  ['strict', 422, 422, 422],
] as const)('words that the references do not list are %s', async (words, sent, scheduled, listed) => {
  const { ask, mara, lead, sandbox } = await conversationWithJonas();
  sandbox.control.setQuirks({ words });
  const ids = { sender_profile_uuid: mara, lead_uuid: lead, text: 'x' };
  const probe = 'unlisted word';
  const status = async (method: string, path: string, json?: object) =>
    (await ask(method, path, { ...(json === undefined ? {} : { json }), probe })).status;
  expect(await status('POST', MESSAGES, { ...ids, linkedin_messenger_type: 'pigeon' })).toBe(sent);
  const task = { ...ids, type: 'sing', schedule_at: '2026-12-01T09:00:00.000000Z' };
  expect(await status('POST', '/flows/api/tasks', task)).toBe(scheduled);
  expect(await status('GET', `${MESSAGES}?order_type=sideways`)).toBe(listed);
  expect(await status('POST', MESSAGES, { ...ids, linkedin_messenger_type: 'inmail' })).toBe(201);
});

test.each([
  ['optional', 200, ''],
  ['demanded-400', 400, 'bad_request'],
  ['demanded-400-wordless', 400, ''],
  ['demanded-422', 422, 'Team-ID'],
  ['demanded-422-wordless', 422, ''],
] as const)('the header Team-ID is %s, except for the teams', async (teamId, status, words) => {
  const { ask, get, sandbox } = withQuirks({ teamId });
  const refused = await get(USER);
  expect(refused.status).toBe(status);
  expect(refused.text).toContain(words);
  expect((await ask('GET', USER, { headers: { 'team-id': '812' } })).status).toBe(200);
  expect((await get('/id/api/teams')).status).toBe(200);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['either', 7, 7],
  ['brackets', 7, 0],
  ['json', 0, 7],
] as const)('stages are filtered by %s', async (stageFilter, brackets, json) => {
  const { get, sandbox } = withQuirks({ stageFilter });
  const count = async (query: Record<string, string>) =>
    at((await get('/leads/api/pipeline-stages', query)).body, 'total');
  expect([await count({ 'filter[object]': 'lead' }), await count({ filter: '{"object":"lead"}' })]).toEqual([
    brackets,
    json,
  ]);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['answered', true, 5, 201],
  ['ignored', false, null, 404],
] as const)('the spellings of the Quick Start are %s', async (quickStart, isOldestFirst, total, status) => {
  const { get, post, mara, lead, sandbox } = await conversationWithJonas();
  sandbox.control.setQuirks({ quickStart });
  const { body } = await get(MESSAGES, { 'filter[lead_uuid]': lead, 'order-type': 'asc', 'order-field': 'sent_at' });
  const times = rowsOf(body).map((row) => String(row['sent_at']));
  expect(JSON.stringify(times) === JSON.stringify(times.toSorted())).toBe(isOldestFirst);
  const filtered = at((await get(MESSAGES, { filter: JSON.stringify({ lead_uuid: lead }) })).body, 'total');
  const everything = at((await get(MESSAGES)).body, 'total');
  expect(filtered).toBe(total ?? everything);
  const sent = await post('/flows/api/messages', { sender_profile_uuid: mara, lead_uuid: lead, text: 'x' });
  expect(sent.status).toBe(status);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['unknown', 500],
  ['answered', 200],
] as const)('free text on messages is %s', async (messageSearch, status) => {
  const { get, sandbox } = withQuirks({ messageSearch });
  expect((await get(MESSAGES, { 'filter[q]': 'thursday' })).status).toBe(status);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['with-custom-fields', { budget: '1' }],
  ['without-custom-fields', []],
] as const)('a contact is updated %s', async (updates, values) => {
  const me = withQuirks({ updates });
  const field = await uuidNamed(me, '/leads/api/custom-fields', 'budget');
  await me.put(`/leads/api/leads/${leadUuid(me, jonas.slug)}`, { custom_fields: { [field]: '1' } });
  expect(me.sandbox.control.contact(jonas.slug)).toHaveProperty('custom_fields', values);
  expect(me.sandbox.control.violations()).toEqual([]);
});

test.each([
  ['current', 200, 422],
  ['former', 404, 404],
] as const)('the routes are the %s ones', async (routes, lookup, upsert) => {
  const { post } = withQuirks({ routes });
  const body = { linkedin_id: jonas.slug };
  expect((await post('/leads/api/leads/find-one', body)).status).toBe(200);
  expect([(await post(LOOKUP, body)).status, (await post(UPSERT, {})).status]).toEqual([lookup, upsert]);
});

test.each([
  ['readable', 200],
  ['forbidden', 403],
] as const)('the user of the key is %s', async (identity, status) => {
  const { get, sandbox } = withQuirks({ identity });
  expect([(await get(USER)).status, (await get(LISTS)).status]).toEqual([status, 200]);
  expect(sandbox.control.violations()).toEqual([]);
});

test('a reset turns every switch back, and leaves the seeded contacts on their lists', () => {
  const { sandbox } = withQuirks({ errors: 'html', contacts: 'on-no-list' });
  const before = sandbox.control.quirks();
  sandbox.control.reset();
  expect([before.errors, sandbox.control.quirks().errors]).toEqual(['html', 'json']);
  expect(sandbox.control.contact(ana.slug)).toMatchObject({ lead: { list_uuid: expect.any(String) } });
});
