import { describe, expect, test } from 'vitest';
import { ana, jonas, mira } from '../../support/cast';
import { at, conversationWithJonas, leadUuid, LISTS, MESSAGES, rowsOf, uuidNamed } from '../testing/seeded';
import { sandboxClient } from '../testing/sandbox-client';
import type { Quirks } from './positions';

const UPSERT = '/leads/api/leads/upsert';
const LOOKUP = '/leads/api/leads/lookup-one';
const USER = '/id/api/users/current';

function withQuirks(quirks: Readonly<Partial<Quirks>>) {
  const me = sandboxClient();
  me.sandbox.control.setQuirks(quirks);
  return me;
}

describe('the answers of writes', () => {
  const contact = expect.objectContaining({ linkedin: mira.slug });
  const message = expect.objectContaining({ text: 'Thursday then.', status: 'new' });

  test.each([
    ['flat', contact, [contact], message],
    ['wrapped', { lead: contact }, [{ lead: contact }], { message }],
    ['in-data', { data: contact }, { data: [contact] }, { data: message }],
    ['listed', [contact], [contact], [message]],
    ['acknowledged', '', '', { success: true }],
  ] as const)('are %s', async (writeAnswers, upserted, created, sent) => {
    const { post, get, send, lead, sandbox } = await conversationWithJonas();
    const list = await uuidNamed({ get }, LISTS, 'EU founders');
    sandbox.control.setQuirks({ writeAnswers });
    const person = { linkedin_id: mira.slug };
    expect((await post(UPSERT, { lead: person, list_uuid: list })).body).toEqual(upserted);
    expect((await post('/leads/api/leads', { leads: [person], list_uuid: list })).body).toEqual(created);
    expect((await send()).body).toEqual(sent);
    expect(sandbox.control.contact(mira.slug)).not.toBeNull();
    expect(sandbox.control.messages(lead)).toHaveLength(6);
    expect(sandbox.control.violations()).toEqual([]);
  });
});

test.each([
  ['wrapped', { lead: { linkedin: jonas.slug } }, { company: { name: jonas.company } }],
  ['flat', { linkedin: jonas.slug }, { name: jonas.company }],
] as const)('contacts and companies are read %s', async (readAnswers, contact, company) => {
  const { get, post, sandbox } = withQuirks({ readAnswers });
  expect((await post(LOOKUP, { linkedin_id: jonas.slug })).body).toMatchObject(contact);
  expect((await get(`/leads/api/leads/${leadUuid({ sandbox }, jonas.slug)}`)).body).toMatchObject(contact);
  const search = await post('/leads/api/leads/search', { filter: { q: 'jonas fjord' } });
  expect(search.body).toMatchObject({ data: [contact] });
  const companies = await get('/leads/api/companies', { 'filter[q]': jonas.company });
  expect(companies.body).toMatchObject({ data: [company] });
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['fails-later', 201, 6],
  ['not-found', 404, 5],
] as const)('a message to a contact who is not connected: %s', async (unconnected, status, count) => {
  const { send, tom, lead, sandbox } = await conversationWithJonas();
  sandbox.control.setQuirks({ unconnected });
  const answer = await send({ sender_profile_uuid: tom });
  expect(answer.status).toBe(status);
  sandbox.control.advance(60_000);
  expect(sandbox.control.messages(lead)).toHaveLength(count);
  expect([answer.text, JSON.stringify(sandbox.control.messages(lead))].join('')).toContain('not connected');
  expect(sandbox.control.violations()).toEqual([]);
});

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
  ['on-lists', expect.any(String)],
  ['on-no-list', null],
] as const)('contacts are %s', async (contacts, list) => {
  const { post, sandbox } = withQuirks({ contacts });
  expect((await post(LOOKUP, { linkedin_id: ana.slug })).body).toMatchObject({ lead: { list_uuid: list } });
  expect(sandbox.control.violations()).toEqual([]);
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
  ['at-once', [6, 6, 6, 6]],
  ['late', [5, 5, 5, 6]],
] as const)('a sent message is listed %s', async (listing, totals) => {
  const { get, send, lead, sandbox } = await conversationWithJonas();
  sandbox.control.setQuirks({ listing });
  await send();
  const listed: unknown[] = [];
  for (const _ of totals) listed.push(at((await get(MESSAGES, { 'filter[lead_uuid]': lead })).body, 'total'));
  expect(listed).toEqual(totals);
});

test.each([
  ['json', /^application\/json/, /validation_error/],
  ['html', /^text\/html/, /^<!doctype html>/],
] as const)('errors are %s', async (errors, type, text) => {
  const { post, sandbox } = withQuirks({ errors });
  const answer = await post(LISTS, {});
  expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
    422,
    expect.stringMatching(type),
    expect.stringMatching(text),
  ]);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['not-found', 404, ''],
  ['refused', 422, 'Lead not found.'],
] as const)('a lookup without a match is %s', async (noMatch, status, words) => {
  const { post, sandbox } = withQuirks({ noMatch });
  const answer = await post(LOOKUP, { linkedin_id: mira.slug });
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(words);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['answered', 200],
  ['refused', 422],
] as const)('an upsert that would leave a contact as it is: %s', async (existing, status) => {
  const me = withQuirks({ existing });
  const list = await uuidNamed(me, LISTS, 'EU founders');
  const add = async (flags: object) =>
    (await me.post(UPSERT, { lead: { linkedin_id: jonas.slug }, list_uuid: list, ...flags })).status;
  expect(await add({ update_if_exists: false })).toBe(status);
  expect([await add({}), await add({ update_if_exists: false, move_to_list: true })]).toEqual([200, 200]);
  expect(me.sandbox.control.violations()).toEqual([]);
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

test.each([
  ['iso', '2026-11-21T12:00:00.000000Z'],
  ['utc-text', '2026-11-21 12:00:00 UTC'],
  ['epoch-seconds', 1_795_262_400],
] as const)('times are written as %s', async (times, time) => {
  const { get, lead, sandbox } = await conversationWithJonas();
  sandbox.control.setQuirks({ times });
  const { body } = await get(MESSAGES, { 'filter[lead_uuid]': lead, order_field: 'sent_at', order_type: 'desc' });
  expect(rowsOf(body)[0]?.['sent_at']).toBe(time);
  expect(sandbox.control.violations()).toEqual([]);
});

test.each([
  ['json', 'application/json'],
  ['text', 'text/plain; charset=utf-8'],
  ['none', null],
] as const)('JSON has the content type of %s', async (contentType, type) => {
  const { get, sandbox } = withQuirks({ contentType });
  const answer = await get(LISTS);
  expect([answer.headers.get('content-type'), at(answer.body, 'total')]).toEqual([type, 12]);
  expect(sandbox.control.violations()).toEqual([]);
});

test('a reset turns every switch back, and leaves the seeded contacts on their lists', () => {
  const { sandbox } = withQuirks({ errors: 'html', contacts: 'on-no-list' });
  const before = sandbox.control.quirks();
  sandbox.control.reset();
  expect([before.errors, sandbox.control.quirks().errors]).toEqual(['html', 'json']);
  expect(sandbox.control.contact(ana.slug)).toMatchObject({ lead: { list_uuid: expect.any(String) } });
});
