import { describe, expect, test } from 'vitest';
import { ana, jonas, mira } from '../../support/cast';
import { withQuirks } from '../testing/sandbox-client';
import { at, conversationWithJonas, leadUuid, LISTS, MESSAGES, rowsOf, uuidNamed } from '../testing/seeded';

const UPSERT = '/leads/api/leads/upsert';
const LOOKUP = '/leads/api/leads/lookup-one';

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
  ['on-lists', expect.any(String)],
  ['on-no-list', null],
] as const)('contacts are %s', async (contacts, list) => {
  const { post, sandbox } = withQuirks({ contacts });
  expect((await post(LOOKUP, { linkedin_id: ana.slug })).body).toMatchObject({ lead: { list_uuid: list } });
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
