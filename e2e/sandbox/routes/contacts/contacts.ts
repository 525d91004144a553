import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { findList, type Workspace } from '../../state/workspace';
import { readLeadInput } from '../../state/lead-input';
import { flatLead } from '../../state/lead-wire';
import { createLead, findDuplicate, moveLead, setCustomFields, updateLead } from '../../state/leads';
import type { LeadRow } from '../../state/rows';
import { missingFields, readBody, requiredText, requireFields, selectedInvalid } from '../../wire/body';
import { recordOf } from '../../wire/values';
import { invalid, Missing } from '../../wire/problem';
import { queryOf } from '../../wire/query';
import { leadInFlight } from './lookup';

/** One contact: read, upsert, update, delete; and many at once (docs/getsales-api.md#contacts). */
export function contactRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.post('/leads/api/leads/upsert', async (c) => {
    const body = await readBody(c);
    const lead = recordOf(body['lead']);
    const problems = { ...missingFields(body, ['list_uuid']), ...missingFields(lead, ['linkedin_id'], 'lead.') };
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const row = upsert(c.get('workspace'), {
      lead,
      listUuid: requiredText(body, 'list_uuid'),
      customFields: recordOf(body['custom_fields']),
      update: body['update_if_exists'] !== false,
      move: body['move_to_list'] === true,
      refuseExisting: c.get('quirks').existing === 'refused',
      userId: c.get('user').id,
    });
    return c.json(flatLead(row));
  });

  app.post('/leads/api/leads', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['list_uuid', 'leads']);
    const leads = body['leads'];
    if (!Array.isArray(leads) || leads.length === 0) throw invalid({ leads: ['The leads must be an array.'] });
    const listUuid = requiredText(body, 'list_uuid');
    // Existing contacts are skipped, like the web product's imports do; this is not documented (docs/getsales-api.md#quick-start).
    const rows = leads.map((item: unknown) => {
      const lead = recordOf(item);
      const customFields = recordOf(lead['custom_fields']);
      return upsert(c.get('workspace'), {
        lead,
        listUuid,
        customFields,
        update: false,
        move: false,
        refuseExisting: false,
        userId: c.get('user').id,
      });
    });
    return c.json(rows.map(flatLead));
  });

  app.get('/leads/api/leads/:uuid', (c) => {
    const row = existing(c.get('workspace'), c.req.param('uuid'));
    return c.json(leadInFlight(c, row, queryOf(c).get('disable_aggregation')));
  });
  app.put('/leads/api/leads/:uuid', async (c) => {
    const row = existing(c.get('workspace'), c.req.param('uuid'));
    const body = await readBody(c);
    updateLead(c.get('workspace'), row, readLeadInput({ ...body, tags: [] }));
    if (c.get('quirks').updates === 'with-custom-fields') {
      setCustomFields(c.get('workspace'), row, recordOf(body['custom_fields']));
    }
    return c.json(flatLead(row));
  });
  app.delete('/leads/api/leads/:uuid', (c) => {
    const row = existing(c.get('workspace'), c.req.param('uuid'));
    c.get('workspace').leads.remove(row.uuid);
    return c.body(null, 204);
  });
  return app;
}

function existing(workspace: Workspace, uuid: string): LeadRow {
  const row = workspace.leads.get(uuid);
  if (row === undefined) throw new Missing();
  return row;
}

export interface Upsert {
  readonly lead: Readonly<Record<string, unknown>>;
  readonly listUuid: string;
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly update: boolean;
  readonly move: boolean;
  /** Whether an existing contact that would stay as it is is refused. */
  readonly refuseExisting: boolean;
  /** The user of the key. */
  readonly userId: number;
}

/** The flags table of docs/getsales-api.md#upsert. */
export function upsert(workspace: Workspace, request: Upsert): LeadRow {
  const list = findList(workspace, request.listUuid);
  if (list === undefined) throw selectedInvalid('list_uuid');
  const input = readLeadInput(request.lead, 'lead.');
  const known = findDuplicate(workspace, input.fields);
  if (known === undefined) {
    const created = createLead(workspace, list.uuid, input, { userId: request.userId });
    setCustomFields(workspace, created, request.customFields);
    return created;
  }
  if (request.refuseExisting && !request.update && !request.move) {
    throw invalid({ 'lead.linkedin_id': ['The contact already exists.'] });
  }
  if (request.update) {
    updateLead(workspace, known, input);
    setCustomFields(workspace, known, request.customFields);
  }
  if (request.move) moveLead(workspace, known, list.uuid);
  return known;
}
