import { describe, expect, test } from 'vitest';
import { jonas, mira } from '../../../support/cast';
import { at, leadUuid, LISTS, rowsOf, uuidNamed, uuidOf } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const UPSERT = '/leads/api/leads/upsert';

async function ready() {
  const me = sandboxClient();
  const founders = await uuidNamed(me, LISTS, 'EU founders');
  const berlin = await uuidNamed(me, LISTS, 'Conference Berlin');
  return { ...me, founders, berlin };
}

describe('upsert', () => {
  test('creates a contact in the list, in stage New, waiting for enrichment', async () => {
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

  const EVERY_FIELD = {
    linkedin_id: 'ingrid-solvang-4821a2',
    first_name: 'Ingrid',
    last_name: 'Solvang',
    company_name: 'Example Norge',
    ln_id: 'ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U',
    sn_id: 'ACwAAAB6GuQBEz2TMHbG4sa7Nw5wSi7cJXMQkPI',
    about: 'Some facts about Ingrid...',
    headline: 'Sales & Partner Manager at Example Norge',
    position: 'Sales & Partner Manager',
    raw_address: 'Oslo, Oslo, Norway',
    personal_email: 'ingrid@example.org',
    work_phone_number: '+123456789',
    personal_phone_number: '+198765432',
    facebook: 'ingrid-solvang',
    twitter: 'ingrid-s',
  };
  const SENT = {
    ...EVERY_FIELD,
    email: 'ingrid.solvang@example.com',
    avatar: 'https://example.com/avatar.jpg',
    domain: 'example.com',
    tags: ['Met at fair', 'Never seen before'],
  };
  const VALUES = { Gender: 'Female', Connection_Message: 'Hi Ingrid', First_Message: 'Thanks for connecting' };

  test.each(['upsert', 'create-many', 'upsert of a known contact'])(
    'stores every documented field: %s',
    async (how) => {
      const { post, get, sandbox, berlin } = await ready();
      if (how === 'upsert of a known contact') {
        await post(UPSERT, { lead: { linkedin_id: EVERY_FIELD.linkedin_id }, list_uuid: berlin });
      }
      // Custom fields stand beside the lead for upsert, inside each lead for create-many (docs/getsales-api.md#upsert).
      const answer = await (how === 'create-many'
        ? post('/leads/api/leads', { list_uuid: berlin, leads: [{ ...SENT, custom_fields: VALUES }] })
        : post(UPSERT, { list_uuid: berlin, lead: SENT, custom_fields: VALUES }));
      expect(answer.status).toBe(200);
      const { linkedin_id: nickname, ...columns } = EVERY_FIELD;
      const wanted = {
        ...columns,
        linkedin: nickname,
        name: 'Ingrid Solvang',
        work_email: SENT.email,
        avatar_url: SENT.avatar,
        list_uuid: berlin,
      };
      const seen = sandbox.control.contact(nickname);
      expect(seen).toMatchObject({ lead: wanted, domain: SENT.domain, tag_names: SENT.tags, custom_fields: VALUES });
      expect((await get('/leads/api/tags', { limit: '100' })).text).toContain('Never seen before');
      const read = await get(`/leads/api/leads/${uuidOf(at(seen, 'lead'))}`);
      expect(read.body).toMatchObject({ lead: wanted, custom_fields: VALUES });
      expect(read.body).not.toHaveProperty('lead.domain');
      expect(sandbox.control.violations()).toEqual([]);
    },
  );

  test('accepts custom fields by uuid and by name', async () => {
    const { post, get, sandbox, berlin } = await ready();
    const fields = rowsOf((await get('/leads/api/custom-fields', { limit: '100' })).body);
    const uuid = fields.find((field) => field['name'] === 'Gender')?.uuid ?? '';
    await post(UPSERT, { lead: { linkedin_id: mira.slug }, list_uuid: berlin, custom_fields: { [uuid]: 'Female' } });
    expect(sandbox.control.contact(mira.slug)).toHaveProperty('custom_fields', { Gender: 'Female' });
  });

  // docs/getsales-api.md#upsert: Jonas is in EU founders and is added to Conference Berlin.
  test.each([
    ['the default overwrites and keeps the list', {}, 'Chief Baker', 'founders'],
    ['update_if_exists true', { update_if_exists: true, move_to_list: false }, 'Chief Baker', 'founders'],
    ['update_if_exists false changes nothing', { update_if_exists: false, move_to_list: false }, 'Partner', 'founders'],
    ['move_to_list moves', { update_if_exists: false, move_to_list: true }, 'Partner', 'berlin'],
    ['both', { update_if_exists: true, move_to_list: true }, 'Chief Baker', 'berlin'],
  ] as const)('handles an existing contact: %s', async (_name, flags, position, list) => {
    const world = await ready();
    const before = leadUuid(world, jonas.slug);
    const lead = { linkedin_id: jonas.slug, position: 'Chief Baker' };
    const { body } = await world.post(UPSERT, { lead, list_uuid: world.berlin, ...flags });
    expect(body).toMatchObject({ uuid: before, position, list_uuid: world[list], about: jonas.about });
  });

  test.each([
    ['member id before nickname', { linkedin_id: 'another-person', ln_id: jonas.memberId }],
    ['nickname', { linkedin_id: `https://de.linkedin.com/in/${jonas.slug}/` }],
    ['name with company', { linkedin_id: 'jonas-elsewhere', name: 'Jonas Berg', company_name: 'Fjord Capital' }],
  ])('recognises a person by %s', async (_name, lead) => {
    const { post, founders, sandbox } = await ready();
    const { body } = await post(UPSERT, { lead, list_uuid: founders, update_if_exists: false });
    expect(uuidOf(body)).toBe(leadUuid({ sandbox }, jonas.slug));
  });

  test('returns a known contact for a new nickname with the same name and company', async () => {
    const { post, founders, berlin, sandbox } = await ready();
    const lead = { linkedin_id: 'jonas-berg-the-second', name: jonas.name, company_name: jonas.company };
    const { body } = await post(UPSERT, { lead, list_uuid: berlin, update_if_exists: false, move_to_list: false });
    expect(body).toMatchObject({ uuid: leadUuid({ sandbox }, jonas.slug), linkedin: jonas.slug, list_uuid: founders });
    expect(sandbox.control.contact('jonas-berg-the-second')).toBeNull();
  });

  test('prefers the first key of the documented order among several known contacts', async () => {
    const { post, founders } = await ready();
    const make = async (nickname: string, more: object) => {
      const lead = { linkedin_id: nickname, name: nickname, ...more };
      return uuidOf((await post(UPSERT, { lead, list_uuid: founders })).body);
    };
    const keys = [
      { ln_id: 'ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U' },
      { sn_id: 'ACwAAAB6GuQBEz2TMHbG4sa7Nw5wSi7cJXMQkPI' },
      { linkedin: 'by-nickname' },
      { work_email: 'work@example.com' },
      { personal_email: 'personal@example.com' },
      { name: 'Nora Quill', company_name: 'Inkwell' },
    ];
    const known: string[] = [];
    for (const [index, key] of keys.entries()) known.push(await make(`known-${index}`, key));
    for (const [index, uuid] of known.entries()) {
      const later = Object.assign({}, ...keys.slice(index));
      const lead = { linkedin_id: 'new-person', name: 'New Person', ...later };
      const { body } = await post(UPSERT, { lead, list_uuid: founders, update_if_exists: false });
      expect(uuidOf(body)).toBe(uuid);
    }
  });

  test('is idempotent for one person', async () => {
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
  ])('refuses %j for %s', async (body, field) => {
    const { post, sandbox } = await ready();
    const { status, body: said } = await post(UPSERT, body);
    expect(status).toBe(422);
    expect(said).toHaveProperty(['error', 'data', field], [expect.any(String)]);
    expect(sandbox.control.violations()).toEqual([]);
  });
});
