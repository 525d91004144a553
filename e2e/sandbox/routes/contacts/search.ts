import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { flatLead } from '../../state/lead-wire';
import type { LeadRow } from '../../state/rows';
import { readBody } from '../../wire/body';
import { filterRows, withoutFresh } from '../../wire/filter';
import { isRecord, recordOf, textsOf, type JsonRecord } from '../../wire/values';
import { invalid, unknownField } from '../../wire/problem';
import { mapRows, postedPage, queriedPage } from '../list-page';
import { leadInFlight } from './lookup';

const FILTERS = [
  'list_uuid',
  'pipeline_stage_uuid',
  'email_status',
  'linkedin_status',
  'status',
  'tags',
  'sender_profile_uuid',
  'data_source_uuid',
  'created_at',
  'company_uuid',
  'company_name',
  'work_email_domain',
] as const;

const SEARCHED = [
  'name',
  'first_name',
  'last_name',
  'company_name',
  'work_email',
  'personal_email',
  'position',
] as const;

/** Text columns that are accepted without effect: only `q` searches text (docs/getsales-api.md#filters). */
const WITHOUT_EFFECT = ['name', 'first_name', 'last_name', 'position', 'headline', 'about'] as const;

/** Search, list and count contacts (docs/getsales-api.md#contacts). No page has `has_more`. */
export function searchRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.post('/leads/api/leads/search', async (c) => {
    const body = await readBody(c);
    const rows = matching(
      withoutFresh(c.get('workspace').leads.all(), c.get('lagMs'), c.get('workspace')),
      recordOf(body['filter']),
    );
    const page = postedPage(c, rows, { withHasMore: false }, body);
    return c.json(mapRows(page, (row) => leadInFlight(c, row, body['disable_aggregation'])));
  });

  app.get('/leads/api/leads', (c) => {
    const rows = withoutFresh(c.get('workspace').leads.all(), c.get('lagMs'), c.get('workspace'));
    const page = queriedPage(c, rows, { withHasMore: false });
    return c.json(mapRows(page, (row) => leadInFlight(c, row, false)));
  });

  app.post('/leads/api/leads/count', async (c) => {
    const body = await readBody(c);
    const rows = c.get('workspace').leads.all();
    if (body['all'] === true) return c.json({ total: rows.length });
    const ids = textsOf(body['ids']);
    if (ids.length > 0) return c.json({ total: rows.filter((row) => ids.includes(row.uuid)).length });
    const leadFilter = recordOf(body['filter'])['leadFilter'];
    // A newer revision asks and answers with other names.
    if (isRecord(leadFilter)) return c.json({ count: matching(rows, leadFilter).length });
    if (!isRecord(body['filter'])) throw invalid({ ids: ['The ids field is required.'] });
    return c.json({ total: matching(rows, body['filter']).length });
  });
  return app;
}

function matching(rows: readonly LeadRow[], filter: JsonRecord): readonly LeadRow[] {
  const effective = Object.fromEntries(Object.entries(filter).filter(([field]) => !isWithoutEffect(field)));
  if ('updated_at' in effective) throw unknownField('updated_at');
  const columns = new Map(rows.map((row) => [row.uuid, flatLead(row)]));
  const kept = new Set(filterRows([...columns.values()], effective, FILTERS, SEARCHED).map((flat) => flat['uuid']));
  return rows.filter((row) => kept.has(row.uuid));
}

function isWithoutEffect(field: string): boolean {
  return WITHOUT_EFFECT.some((column) => column === field);
}
