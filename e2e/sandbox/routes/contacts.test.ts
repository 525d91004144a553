import { describe, expect, test } from 'vitest';
import { jonas, mira } from '../../support/cast';
import { at, leadUuid, LISTS, uuidNamed, uuidOf } from '../testing/seeded';
import { talk } from '../testing/talk';

const UPSERT = '/leads/api/leads/upsert';

async function ready() {
  const me = talk();
  const founders = await uuidNamed(me, LISTS, 'EU founders');
  const berlin = await uuidNamed(me, LISTS, 'Conference Berlin');
  return { ...me, founders, berlin };
}

describe('upsert', () => {
  test('somebody new is created on the list, in stage New, and waits for enrichment', async () => {
    const { post, get, sandbox, berlin } = await ready();
    const made = await post(UPSERT, {
      lead: {
        linkedin_id: `https://www.linkedin.com/in/${mira.slug}`,
        first_name: 'Mira',
        last_name: 'Okonkwo',
        company_name: mira.company,
        tags: ['extension', 'Met at fair'],
      },
      list_uuid: berlin,
      custom_fields: { lead_source: 'panel', unheard_of: 'x' },
      update_if_exists: false,
      move_to_list: false,
    });
    expect(made).toMatchObject({
      status: 200,
      body: {
        list_uuid: berlin,
        name: 'Mira Okonkwo',
        linkedin: mira.slug,
        ln_id: null,
        linkedin_status: 'need_enrichment',
      },
    });
    expect((await get(`/leads/api/leads/${uuidOf(made.body)}`)).body).toMatchObject({
      lead: { tags: [expect.any(String), expect.any(String)] },
      markers: [],
      custom_fields: { lead_source: 'panel' },
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  // getsales-api.md 3.5: what becomes of Jonas, who is on EU founders, when he is added to Conference Berlin.
  test.each([
    ['the default overwrites and leaves him on his list', {}, 'Chief Baker', 'founders'],
    ['update_if_exists true', { update_if_exists: true, move_to_list: false }, 'Chief Baker', 'founders'],
    ['update_if_exists false changes nothing', { update_if_exists: false, move_to_list: false }, 'Partner', 'founders'],
    ['move_to_list moves', { update_if_exists: false, move_to_list: true }, 'Partner', 'berlin'],
    ['both', { update_if_exists: true, move_to_list: true }, 'Chief Baker', 'berlin'],
  ] as const)('somebody known: %s', async (_name, flags, position, list) => {
    const world = await ready();
    const before = leadUuid(world, jonas.slug);
    const lead = { linkedin_id: jonas.slug, position: 'Chief Baker' };
    const { body } = await world.post(UPSERT, { lead, list_uuid: world.berlin, ...flags });
    expect(body).toMatchObject({ uuid: before, position, list_uuid: world[list], about: jonas.about });
  });

  test.each([
    ['member id before nickname', { linkedin_id: 'somebody-else', ln_id: jonas.memberId }],
    ['nickname', { linkedin_id: `https://de.linkedin.com/in/${jonas.slug}/` }],
    ['name with company', { linkedin_id: 'jonas-elsewhere', name: 'Jonas Berg', company_name: 'Fjord Capital' }],
  ])('the same person is recognised by %s', async (_name, lead) => {
    const { post, founders, sandbox } = await ready();
    const { body } = await post(UPSERT, { lead, list_uuid: founders, update_if_exists: false });
    expect(uuidOf(body)).toBe(leadUuid({ sandbox }, jonas.slug));
  });

  test('it is idempotent for one person', async () => {
    const { post, founders } = await ready();
    const body = { lead: { linkedin_id: mira.slug }, list_uuid: founders, update_if_exists: false };
    const first = uuidOf((await post(UPSERT, body)).body);
    expect(uuidOf((await post(UPSERT, body)).body)).toBe(first);
    expect((await post('/leads/api/leads/count', { all: true })).body).toEqual({ total: 301 });
  });

  test.each([
    [{ lead: { linkedin_id: mira.slug } }, 'list_uuid'],
    [{ lead: {}, list_uuid: '00000000-0000-4000-8000-000000000000' }, 'lead.linkedin_id'],
    [{ lead: { linkedin_id: mira.slug }, list_uuid: '00000000-0000-4000-8000-000000000000' }, 'list_uuid'],
    [{ lead: { linkedin_id: 'not a person' }, list_uuid: 'founders' }, 'list_uuid'],
  ])('%j is refused for %s', async (body, field) => {
    const { post, sandbox } = await ready();
    const { status, body: said } = await post(UPSERT, body);
    expect(status).toBe(422);
    expect(said).toHaveProperty(['error', 'data', field], [expect.any(String)]);
    expect(sandbox.control.violations()).toEqual([]);
  });
});

describe('one contact', () => {
  test('PUT updates fields, and ignores stage, list and custom fields without a word', async () => {
    const { ask, get, founders, berlin, sandbox } = await ready();
    const path = `/leads/api/leads/${leadUuid({ sandbox }, jonas.slug)}`;
    const before = await get(path, { disable_aggregation: 'true' });
    const answer = await ask('PUT', path, {
      json: {
        work_email: 'jonas@fjord.test',
        pipeline_stage_uuid: berlin,
        list_uuid: berlin,
        custom_fields: { budget: '1' },
      },
      probe: 'ignored fields',
    });
    expect(answer.body).toMatchObject({
      work_email: 'jonas@fjord.test',
      work_email_domain: 'fjord.test',
      list_uuid: founders,
    });
    expect(answer.body).toHaveProperty('pipeline_stage_uuid', at(before.body, 'pipeline_stage_uuid'));
    expect((await get(path)).body).toMatchObject({ custom_fields: [] });
  });

  test('DELETE answers 204, and then nobody is there', async () => {
    const { get, remove, sandbox } = await ready();
    const path = `/leads/api/leads/${leadUuid({ sandbox }, jonas.slug)}`;
    expect(await remove(path)).toMatchObject({ status: 204, text: '' });
    expect(await get(path)).toMatchObject({ status: 404, text: '' });
    expect(await remove(path)).toMatchObject({ status: 404, text: '' });
    expect(sandbox.control.violations()).toEqual([]);
  });
});

describe('what a body may be', () => {
  test('forms are refused, text that is not JSON is a bad request, JSON that is no object is invalid', async () => {
    const { ask } = await ready();
    const send = (text: string, type: string) => ask('POST', UPSERT, { raw: { text, type }, probe: 'odd body' });
    expect((await send('list_uuid=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('{"lead":', 'application/json')).body).toMatchObject({
      error: { reason: 'bad_request' },
      code: 400,
    });
    expect((await send('[1]', 'application/json')).status).toBe(422);
  });
});
