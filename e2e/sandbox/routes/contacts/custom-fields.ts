import { Hono, type Context } from 'hono';
import type { SandboxEnv } from '../../env';
import { setCustomFields } from '../../state/leads';
import type { CustomFieldRow } from '../../state/rows';
import { stamp } from '../../state/workspace';
import { readBody, requiredText, requireFields, selectedInvalid } from '../../wire/body';
import { invalid, Missing } from '../../wire/problem';
import { textOf, type JsonRecord } from '../../wire/values';
import { queriedPage } from '../list-page';

/** Custom fields and their values (docs/getsales-api.md#tags-stages-and-custom-fields). */
export function customFieldRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/custom-fields', (c) =>
    c.json(queriedPage(c, c.get('workspace').customFields.all(), { orderField: 'order', orderType: 'asc' })),
  );
  app.post('/leads/api/custom-fields', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['name', 'object']);
    const { object } = body;
    if (object !== 'lead' && object !== 'company') throw selectedInvalid('object');
    const name = requiredText(body, 'name');
    if (!/^[A-Za-z_]\w*$/.test(name)) throw invalid({ name: ['The name format is invalid.'] });
    const { customFields, team } = c.get('workspace');
    const order = typeof body['order'] === 'number' ? body['order'] : customFields.all().length;
    const { uuid } = stamp(c.get('workspace'));
    return c.json(customFields.add({ uuid, team_id: team.id, user_id: c.get('user').id, name, object, order }), 201);
  });

  app.post('/leads/api/custom-field-values', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['custom_field_uuid', 'object_type', 'object_uuid']);
    const field = c.get('workspace').customFields.get(requiredText(body, 'custom_field_uuid'));
    if (field === undefined) throw selectedInvalid('custom_field_uuid');
    return c.json(setValue(c, field, body), 201);
  });
  // Another client's route for the same.
  app.put('/leads/api/custom-fields/:uuid/values', async (c) => {
    const field = c.get('workspace').customFields.get(c.req.param('uuid'));
    if (field === undefined) throw new Missing();
    return c.json(setValue(c, field, await readBody(c)));
  });
  return app;
}

function setValue(c: Context<SandboxEnv>, field: CustomFieldRow, body: JsonRecord): JsonRecord {
  requireFields(body, ['object_type', 'object_uuid']);
  const workspace = c.get('workspace');
  const lead = workspace.leads.get(requiredText(body, 'object_uuid'));
  if (lead === undefined || body['object_type'] !== 'lead') throw selectedInvalid('object_uuid');
  const value = textOf(body['value']);
  setCustomFields(workspace, lead, { [field.uuid]: value });
  const named = { custom_field_uuid: field.uuid, object_type: 'lead', object_uuid: lead.uuid, value };
  return { ...stamp(workspace), ...named };
}
