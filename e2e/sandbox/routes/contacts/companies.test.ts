import { describe, expect, test } from 'vitest';
import { jonas } from '../../../support/cast';
import { at, leadUuid, LISTS, uuidNamed, uuidOf } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const COMPANIES = '/leads/api/companies';

async function fjord() {
  const me = sandboxClient();
  const found = await me.post(`${COMPANIES}/lookup`, { companies: [{ name: jonas.company }] });
  const [company] = Array.isArray(found.body) ? found.body : [];
  return { ...me, path: `${COMPANIES}/${uuidOf(company)}`, uuid: uuidOf(company) };
}

describe('companies', () => {
  test('are those that the contacts name, searched by text', async () => {
    const { get, sandbox } = sandboxClient();
    const { body } = await get(COMPANIES, { 'filter[q]': 'northwind', limit: '5', order_field: 'name' });
    expect(body).toMatchObject({ total: 1, has_more: false, data: [{ company: { name: 'Northwind GmbH' } }] });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are searched by the time of their last change', async () => {
    const { post, sandbox } = sandboxClient();
    const search = (from: string, to: string) =>
      post(`${COMPANIES}/list`, { filter: { updated_at: { from, to } }, limit: 5, order_field: 'updated_at' });
    expect(at((await search('2026-11-23', '2026-11-23')).body, 'total')).toBeGreaterThan(10);
    expect((await search('2026-11-24', '2026-11-30')).body).toMatchObject({ total: 0, data: [] });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are found under the name that either source has for the array', async () => {
    const { post, uuid, sandbox } = await fjord();
    const found = await post(`${COMPANIES}/lookup`, { lookups: [{ name: jonas.company }, { name: 'Nobody Inc' }] });
    expect(found.body).toMatchObject([{ uuid, name: jonas.company }]);
    expect((await post(`${COMPANIES}/lookup`, {})).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are created, changed and deleted', async () => {
    const { get, post, put, remove, sandbox } = sandboxClient();
    const made = await post(COMPANIES, { companies: [{ name: 'Inkwell', ln_id: 10_442 }] });
    expect(made).toMatchObject({ status: 200, body: [{ name: 'Inkwell', ln_id: '10442' }] });
    const path = `${COMPANIES}/${uuidOf(Array.isArray(made.body) ? made.body[0] : null)}`;
    expect((await put(path, { industry: 'Paper', domain: 'inkwell.test' })).body).toMatchObject({ industry: 'Paper' });
    expect((await get(path)).body).toMatchObject({ name: 'Inkwell', domain: 'inkwell.test' });
    expect((await remove(path)).status).toBe(204);
    expect((await get(path)).status).toBe(404);
    expect((await post(COMPANIES, { companies: [] })).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('have contacts, which lose a deleted one', async () => {
    const { get, post, remove, path, uuid, sandbox } = await fjord();
    const lead = leadUuid({ sandbox }, jonas.slug);
    const { body } = await post(`${COMPANIES}/leads`, { uuids: [uuid] });
    expect(at(body, uuid)).toMatchObject([{ uuid: lead }]);
    await remove(path);
    expect((await get(`/leads/api/leads/${lead}`)).body).toMatchObject({ lead: { company_uuid: null } });
    expect((await post(`${COMPANIES}/leads`, {})).status).toBe(422);
  });

  test('keep the domain of a new contact', async () => {
    const me = sandboxClient();
    const list = await uuidNamed(me, LISTS, 'EU founders');
    const lead = { linkedin_id: 'ingrid-solvang-4821a2', company_name: 'Example Norge', domain: 'example.test' };
    const made = await me.post('/leads/api/leads', { list_uuid: list, leads: [lead] });
    const company = at(Array.isArray(made.body) ? made.body[0] : null, 'company_uuid');
    expect((await me.get(`${COMPANIES}/${String(company)}`)).body).toMatchObject({ domain: 'example.test' });
    const found = await me.get(COMPANIES, { 'filter[q]': 'example.test' });
    expect(found.body).toMatchObject({ data: [{ company: { uuid: company } }] });
    expect(me.sandbox.control.violations()).toEqual([]);
  });
});
