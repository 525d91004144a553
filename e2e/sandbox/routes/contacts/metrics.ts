import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import type { Workspace } from '../../state/workspace';
import { readBody, requiredText, requireFields } from '../../wire/body';
import { invalid } from '../../wire/problem';
import { textsOf, type JsonRecord } from '../../wire/values';

/** Counts of contacts and of what was done with them (docs/getsales-api.md#metrics). */
export function metricRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.post('/leads/api/leads/metrics', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['period_from', 'period_to', 'metrics']);
    const period = [requiredText(body, 'period_from'), requiredText(body, 'period_to')] as const;
    const names = chosen(body, 'metrics');
    // Filters and groups are ignored.
    return c.json({ total: Object.fromEntries(names.map((name) => [name, total(c.get('workspace'), name, period)])) });
  });
  app.post('/leads/api/lists/metrics', async (c) => {
    const leads = c.get('workspace').leads.all();
    const uuids = chosen(await readBody(c), 'uuids');
    const count = (uuid: string) => leads.filter((lead) => lead.list_uuid === uuid).length;
    return c.json(Object.fromEntries(uuids.map((uuid) => [uuid, { leads_count: count(uuid) }])));
  });
  app.post('/leads/api/tags/metrics', async (c) => {
    const { leads, companies } = c.get('workspace');
    const body = await readBody(c);
    const counts = {
      leads_count: (uuid: string) => leads.all().filter((row) => row.tags.includes(uuid)).length,
      companies_count: (uuid: string) => companies.all().filter((row) => row.tags.includes(uuid)).length,
    };
    const names = chosen(body, 'metrics');
    const wanted = Object.entries(counts).filter(([name]) => names.includes(name));
    const countsOf = (uuid: string) => Object.fromEntries(wanted.map(([name, count]) => [name, count(uuid)]));
    return c.json(Object.fromEntries(chosen(body, 'uuids').map((uuid) => [uuid, countsOf(uuid)])));
  });
  return app;
}

function chosen(body: JsonRecord, field: string): readonly string[] {
  const values = textsOf(body[field]);
  if (values.length === 0) throw invalid({ [field]: [`The ${field} field is required.`] });
  return values;
}

/** What LinkedIn did in a period; 0 for e-mails and other metrics that the sandbox has nothing about. */
function total(
  { leads, messages, connections }: Workspace,
  name: string,
  [from, to]: readonly [string, string],
): number {
  const isWithin = (time: string | null): boolean => time !== null && time >= from && time <= to;
  switch (name) {
    case 'linkedin_sent_count':
      return messages.all().filter((row) => row.type === 'outbox' && isWithin(row.sent_at)).length;
    case 'linkedin_inbox_count':
      return messages.all().filter((row) => row.type === 'inbox' && isWithin(row.sent_at)).length;
    case 'linkedin_connection_request_sent_count':
      return leads
        .all()
        .flatMap((lead) => [...connections.ofLead(lead.uuid).values()])
        .filter(({ sent }) => isWithin(sent)).length;
    case 'linkedin_connection_request_accepted_count':
      return leads
        .all()
        .flatMap((lead) => [...connections.ofLead(lead.uuid).values()])
        .filter(({ accepted }) => isWithin(accepted)).length;
    default:
      return 0;
  }
}
