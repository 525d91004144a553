import { describe, expect, test } from 'vitest';
import { jonas, mira } from '../support/cast';
import { DEVIATIONS, type Quirks } from './quirks/positions';
import { conversationWithJonas, LISTS, MESSAGES, rowsOf, uuidNamed } from './testing/seeded';

// Requests as other public clients of GetSales send them (docs/getsales-api.md#evidence), in every position of every switch.

/** The statuses of one session of such clients, by what they did. All of them send a `Team-ID`, as some do when they know it. */
async function session(quirks: Readonly<Partial<Quirks>>) {
  const { ask, get, mara, tom, lead, sandbox } = await conversationWithJonas();
  const list = await uuidNamed({ get }, LISTS, 'EU founders');
  const field = await uuidNamed({ get }, '/leads/api/custom-fields', 'budget');
  const [tag] = rowsOf((await get('/leads/api/tags', { limit: '1' })).body);
  const [flow] = rowsOf((await get('/flows/api/flows', { 'filter[status]': 'on', limit: '1' })).body);
  sandbox.control.setQuirks(quirks);
  const headers = { 'team-id': '812' };
  const statuses: Record<string, number> = {};
  const said = async (what: string, method: string, path: string, json?: object) => {
    const answer = await ask(method, path, { headers, ...(json === undefined ? {} : { json }) });
    statuses[what] = answer.status;
  };

  await said('who am I', 'GET', '/id/api/users/current');
  await said('find a contact', 'POST', '/leads/api/leads/lookup-one', { linkedin_id: jonas.slug });
  await said('find no match', 'POST', '/leads/api/leads/lookup-one', { linkedin_id: mira.slug });
  await said('contacts of a period', 'POST', '/leads/api/leads/search', {
    filter: { created_at: { from: '2026-10-01', to: '2026-10-31' } },
    limit: 100,
    offset: 0,
    order_field: 'created_at',
    order_type: 'desc',
  });
  await said('a deep page', 'GET', `${MESSAGES}?limit=100&offset=10000&order_field=created_at&order_type=desc`);
  await said('add a contact', 'POST', '/leads/api/leads/upsert', { lead: { linkedin_id: mira.slug }, list_uuid: list });
  await said('keep a contact', 'POST', '/leads/api/leads/upsert', {
    lead: { linkedin_id: jonas.slug },
    list_uuid: list,
    update_if_exists: false,
  });
  await said('add several', 'POST', '/leads/api/leads', {
    list_uuid: list,
    leads: [{ linkedin_id: 'ingrid-solvang-4821a2', company_name: 'Example Norge', domain: 'example.test' }],
  });
  await said('custom fields by uuid', 'PUT', `/leads/api/leads/${lead}`, { custom_fields: { [field]: '1' } });
  await said('a custom field value', 'PUT', `/leads/api/custom-fields/${field}/values`, {
    object_type: 'lead',
    object_uuid: lead,
    value: '2',
  });
  await said('a new custom field', 'POST', '/leads/api/custom-fields', { name: 'region', object: 'lead' });
  await said('stages', 'GET', '/leads/api/pipeline-stages?filter[object]=lead');
  await said('rename a list', 'PUT', `${LISTS}/${list}`, { name: 'Renamed' });
  await said('contacts per list', 'POST', `${LISTS}/metrics`, { uuids: [list] });
  await said('search lists', 'GET', `${LISTS}?filter[q]=berlin`);
  await said('edit a tag', 'PUT', `/leads/api/tags/${tag?.uuid}`, { name: 'Warm' });
  await said('delete a tag', 'DELETE', `/leads/api/tags/${tag?.uuid}`);
  await said('totals of a period', 'POST', '/leads/api/leads/metrics', {
    period_from: '2026-11-01T00:00:00.000Z',
    period_to: '2026-11-30T23:59:59.999Z',
    group_by: 'flows',
    metrics: ['linkedin_sent_count', 'email_sent_count'],
    flows: [flow?.uuid],
  });
  await said('contacts per automation', 'POST', '/flows/api/flows/metrics', { uuids: [flow?.uuid] });
  await said('enrolments', 'POST', '/flows/api/flows-leads/list', {
    filter: {},
    limit: 100,
    offset: 0,
    order_field: 'created_at',
    order_type: 'desc',
  });
  await said('companies', 'GET', '/leads/api/companies?filter[q]=northwind');
  await said('companies of a period', 'POST', '/leads/api/companies/list', {
    filter: { updated_at: { from: '2026-11-01', to: '2026-11-30' } },
    limit: 100,
    offset: 0,
    order_field: 'updated_at',
    order_type: 'desc',
  });
  await said('files', 'GET', '/leads/api/attachments?limit=5');
  await said('unread', 'POST', '/leads/c1/api/leads/list', {
    filter: {
      elasticQuery: { bool: { should: [{ term: { 'unread_counts.sender_profile_uuid': mara } }] } },
      leadFilter: {},
    },
    limit: 50,
    offset: 0,
  });
  const task = { type: 'linkedin_send_message', automation: 'manual', status: 'new', timezone: 'UTC' };
  await said('schedule a task', 'POST', '/flows/api/tasks', {
    ...task,
    lead_uuid: lead,
    sender_profile_uuid: mara,
    payload: { template: 'A short follow-up.', note: null },
    schedule_at: '2026-12-01T09:00:00.000000Z',
    filter: { all: false, ids: [lead], excludeIds: [] },
  });
  const filter = encodeURIComponent(JSON.stringify({ lead_uuid: lead }));
  await said(
    'messages as in the Quick Start',
    'GET',
    `${MESSAGES}?filter=${filter}&order-field=sent_at&order-type=asc`,
  );
  await said('search messages', 'GET', `${MESSAGES}?filter[lead_uuid]=${lead}&filter[q]=thursday`);
  const text = { lead_uuid: lead, text: 'Thursday then.' };
  await said('send', 'POST', MESSAGES, { ...text, sender_profile_uuid: mara });
  await said('send as in the Quick Start', 'POST', '/flows/api/messages', { ...text, sender_profile_uuid: mara });
  await said('send unconnected', 'POST', MESSAGES, { ...text, sender_profile_uuid: tom });
  await said('send an InMail', 'POST', MESSAGES, {
    ...text,
    sender_profile_uuid: tom,
    linkedin_messenger_type: 'sn',
    subject: 'Hello',
  });
  return { statuses, violations: sandbox.control.violations() };
}

const DOCUMENTED = {
  'who am I': 200,
  'find a contact': 200,
  'find no match': 404,
  'contacts of a period': 200,
  'a deep page': 200,
  'add a contact': 200,
  'keep a contact': 200,
  'add several': 200,
  'custom fields by uuid': 200,
  'a custom field value': 200,
  'a new custom field': 201,
  stages: 200,
  'rename a list': 200,
  'contacts per list': 200,
  'search lists': 200,
  'edit a tag': 200,
  'delete a tag': 204,
  'totals of a period': 200,
  'contacts per automation': 200,
  enrolments: 200,
  companies: 200,
  'companies of a period': 200,
  files: 200,
  unread: 200,
  'schedule a task': 201,
  'messages as in the Quick Start': 200,
  'search messages': 500,
  send: 201,
  'send as in the Quick Start': 201,
  'send unconnected': 201,
  'send an InMail': 201,
};

/** What other statuses a position means. */
const DIFFERENCES: Readonly<Record<string, Readonly<Partial<typeof DOCUMENTED>>>> = {
  'writeAnswers: acknowledged': {
    'add a contact': 204,
    'keep a contact': 204,
    'add several': 204,
    send: 200,
    'send as in the Quick Start': 200,
    'send unconnected': 200,
    'send an InMail': 200,
  },
  'unconnected: not-found': { 'send unconnected': 404 },
  'window: ten-thousand': { 'a deep page': 500 },
  'noMatch: refused': { 'find no match': 422 },
  'existing: refused': { 'keep a contact': 422 },
  'quickStart: ignored': { 'send as in the Quick Start': 404 },
  'messageSearch: answered': { 'search messages': 200 },
  'routes: former': { 'find a contact': 404, 'find no match': 404, 'add a contact': 404, 'keep a contact': 404 },
  'identity: forbidden': { 'who am I': 403 },
};

describe('other clients are answered as described', () => {
  test.each([{}, ...DEVIATIONS].map((quirks) => [nameOf(quirks), quirks] as const))('%s', async (name, quirks) => {
    const { statuses, violations } = await session(quirks);
    expect(statuses).toEqual({ ...DOCUMENTED, ...DIFFERENCES[name] });
    expect(violations).toEqual([]);
  });
});

function nameOf(quirks: Readonly<Partial<Quirks>>): string {
  return Object.entries(quirks)
    .map(([name, position]) => `${name}: ${position}`)
    .join('');
}
