import { Hono, type Context } from 'hono';
import type { SandboxEnv } from '../../env';
import { createCompany, findCompany, readCompanyInput } from '../../state/companies';
import { flatLead } from '../../state/lead-wire';
import { touch } from '../../state/leads';
import type { CompanyRow } from '../../state/rows';
import { readBody } from '../../wire/body';
import { invalid, Missing } from '../../wire/problem';
import { isRecord, recordOf, textOf, textsOf, type JsonRecord } from '../../wire/values';
import { mapRows, postedPage, queriedPage, type ListPlan } from '../list-page';

const PLAN: ListPlan = {
  filters: ['uuid', 'name', 'domain', 'industry', 'status', 'created_at', 'updated_at', 'pipeline_stage_uuid'],
  searched: ['name', 'domain', 'website', 'industry'],
};

/** Companies (docs/getsales-api.md#companies). The sandbox makes one for each company that a contact names. */
export function companyRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/companies', (c) =>
    c.json(mapRows(queriedPage(c, c.get('workspace').companies.all(), PLAN), (row) => inList(c, row))),
  );
  app.post('/leads/api/companies/list', async (c) => {
    const page = postedPage(c, c.get('workspace').companies.all(), PLAN, await readBody(c));
    return c.json(mapRows(page, (row) => inList(c, row)));
  });

  app.post('/leads/api/companies/lookup', async (c) => {
    const body = await readBody(c);
    // Sources disagree on the name.
    const wanted = body['companies'] ?? body['lookups'];
    if (!Array.isArray(wanted)) throw invalid({ companies: ['The companies field is required.'] });
    const found = wanted.map((each: unknown) => findCompany(c.get('workspace'), readCompanyInput(recordOf(each))));
    return c.json(found.filter((row) => row !== undefined));
  });
  app.post('/leads/api/companies/leads', async (c) => {
    const uuids = textsOf((await readBody(c))['uuids']);
    if (uuids.length === 0) throw invalid({ uuids: ['The uuids field is required.'] });
    const leads = c.get('workspace').leads.all();
    const ofCompany = (uuid: string) => leads.filter((lead) => lead.company_uuid === uuid).map(flatLead);
    return c.json(Object.fromEntries(uuids.map((uuid) => [uuid, ofCompany(uuid)])));
  });

  app.post('/leads/api/companies', async (c) => {
    const { companies } = await readBody(c);
    if (!Array.isArray(companies) || companies.length === 0) {
      throw invalid({ companies: ['The companies must be an array.'] });
    }
    const inputs = companies.filter(isRecord).map(readCompanyInput);
    const made = inputs.map(
      (fields) => findCompany(c.get('workspace'), fields) ?? createCompany(c.get('workspace'), fields),
    );
    return c.json(made);
  });
  app.get('/leads/api/companies/:uuid', (c) => c.json(existing(c, c.req.param('uuid'))));
  app.put('/leads/api/companies/:uuid', async (c) => {
    const row = existing(c, c.req.param('uuid'));
    const body = await readBody(c);
    Object.assign(row, readCompanyInput(body));
    // Sources disagree on the name.
    row.pipeline_stage_uuid =
      textOf(body['pipeline_stage_uuid'] ?? body['lead_status_uuid']) ?? row.pipeline_stage_uuid;
    touch(c.get('workspace'), row);
    return c.json(row);
  });
  app.delete('/leads/api/companies/:uuid', (c) => {
    const { companies, leads } = c.get('workspace');
    const { uuid } = existing(c, c.req.param('uuid'));
    companies.remove(uuid);
    for (const lead of leads.all()) if (lead.company_uuid === uuid) lead.company_uuid = null;
    return c.body(null, 204);
  });
  return app;
}

function existing(c: Context<SandboxEnv>, uuid: string): CompanyRow {
  const row = c.get('workspace').companies.get(uuid);
  if (row === undefined) throw new Missing();
  return row;
}

function inList(c: Context<SandboxEnv>, company: CompanyRow): CompanyRow | JsonRecord {
  return c.get('quirks').readAnswers === 'flat' ? company : { company };
}
