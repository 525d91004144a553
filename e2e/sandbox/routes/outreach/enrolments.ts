import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { cancel, enrolLead } from '../../state/enrolments';
import { readLeadInput } from '../../state/lead-input';
import { findDuplicate, touch } from '../../state/leads';
import type { FlowRow } from '../../state/outreach-rows';
import type { LeadRow } from '../../state/rows';
import type { Workspace } from '../../state/workspace';
import { missingFields, readBody, requiredText } from '../../wire/body';
import { recordOf, textsOf } from '../../wire/values';
import { invalid, Missing } from '../../wire/problem';
import { postedPage, queriedPage } from '../list-page';
import { upsert } from '../contacts/contacts';

const PLAN = { filters: ['lead_uuid', 'flow_uuid', 'status'] };

/** Contacts in automations: enrol, cancel, resume, list (docs/getsales-api.md#automations). */
export function enrolmentRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  const flow = ({ flows }: Workspace, uuid: string): FlowRow => {
    const row = flows.get(uuid);
    if (row === undefined) throw new Missing();
    return row;
  };
  const lead = ({ leads }: Workspace, uuid: string): LeadRow => {
    const row = leads.get(uuid);
    if (row === undefined) throw new Missing();
    return row;
  };

  app.post('/flows/api/flows/:flow/leads/:lead', (c) => {
    enrolLead(
      c.get('workspace'),
      flow(c.get('workspace'), c.req.param('flow')),
      lead(c.get('workspace'), c.req.param('lead')),
    );
    return c.body(null, 204);
  });

  app.post('/flows/api/flows/:flow/add-new-lead', async (c) => {
    const into = flow(c.get('workspace'), c.req.param('flow'));
    const body = await readBody(c);
    const person = recordOf(body['lead']);
    const problems = { ...missingFields(body, ['list_uuid']), ...missingFields(person, ['linkedin_id'], 'lead.') };
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const known = findDuplicate(c.get('workspace'), readLeadInput(person, 'lead.').fields);
    if (known !== undefined && body['skip_if_lead_exists'] === true) return c.json({ reason: 'skipped' });
    const row = upsert(c.get('workspace'), {
      lead: person,
      listUuid: requiredText(body, 'list_uuid'),
      customFields: recordOf(body['custom_fields']),
      update: body['update_lead_if_exists'] !== false,
      move: body['move_to_list'] === true,
      refuseExisting: false,
      userId: c.get('user').id,
    });
    enrolLead(c.get('workspace'), into, row);
    return c.body(null, 204);
  });

  app.put('/flows/api/flows/leads/:lead/cancel', async (c) => {
    const row = lead(c.get('workspace'), c.req.param('lead'));
    const flows = textsOf((await readBody(c))['flow_uuids']);
    if (flows.length === 0) throw invalid({ flow_uuids: ['The flow uuids field is required.'] });
    cancel(c.get('workspace'), row.uuid, flows);
    return c.body(null, 204);
  });
  app.put('/flows/api/flows/leads/:lead/cancel-all', (c) => {
    cancel(c.get('workspace'), lead(c.get('workspace'), c.req.param('lead')).uuid, null);
    return c.body(null, 204);
  });

  app.put('/flows/api/tasks/continue-automation', async (c) => {
    const row = c.get('workspace').leads.get(requiredText(await readBody(c), 'lead_uuid'));
    if (row === undefined) throw invalid({ lead_uuid: ['The selected lead uuid is invalid.'] });
    row.last_stop_on_reply_at = null;
    touch(c.get('workspace'), row);
    return c.json([]);
  });

  app.get('/flows/api/flows-leads', (c) => c.json(queriedPage(c, c.get('workspace').enrolments.all(), PLAN)));
  app.post('/flows/api/flows-leads/list', async (c) => {
    const body = await readBody(c);
    return c.json(postedPage(c, c.get('workspace').enrolments.all(), PLAN, body));
  });
  return app;
}
