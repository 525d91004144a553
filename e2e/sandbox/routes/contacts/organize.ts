import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { setCustomFields } from '../../state/leads';
import { stamp } from '../../state/workspace';
import { readBody, requiredText, requireFields, selectedInvalid } from '../../wire/body';
import { filterRows } from '../../wire/filter';
import { textOf } from '../../wire/values';
import { pageOf, pageQuery, sortRows } from '../../wire/page';
import { invalid, Missing } from '../../wire/problem';
import { bracketFilter, jsonFilter, queryOf } from '../../wire/query';

/** Tags, pipeline stages, custom fields and their values (docs/getsales-api.md#tags-stages-and-custom-fields). */
export function organizeRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/tags', (c) => {
    const page = pageQuery(queryOf(c));
    return c.json(
      pageOf(sortRows(c.get('workspace').tags.all(), page.orderField, page.descending), page, (row) => row),
    );
  });
  app.post('/leads/api/tags', async (c) => {
    const body = await readBody(c);
    const name = requiredText(body, 'name');
    return c.json(
      c.get('workspace').tags.add({ ...stamp(c.get('workspace')), name, color: textOf(body['color']) }),
      201,
    );
  });

  app.get('/leads/api/pipeline-stages', (c) => {
    const query = queryOf(c);
    const filter = jsonFilter(query);
    if (filter === null) throw invalid({ filter: ['The filter field is required.'] });
    const rows = filterRows(c.get('workspace').stages.all(), filter, ['object', 'type']);
    return c.json(pageOf(sortRows(rows, 'order', false), pageQuery(query), (row) => row));
  });

  app.get('/leads/api/custom-fields', (c) => {
    const page = pageQuery(queryOf(c), 'order');
    return c.json(pageOf(c.get('workspace').customFields.all(), page, (row) => row));
  });
  app.post('/leads/api/custom-field-values', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['custom_field_uuid', 'object_type', 'object_uuid']);
    const field = c.get('workspace').customFields.get(requiredText(body, 'custom_field_uuid'));
    if (field === undefined) throw selectedInvalid('custom_field_uuid');
    const lead = c.get('workspace').leads.get(requiredText(body, 'object_uuid'));
    if (lead === undefined || body['object_type'] !== 'lead') throw selectedInvalid('object_uuid');
    const value = textOf(body['value']);
    setCustomFields(c.get('workspace'), lead, { [field.uuid]: value });
    const named = { custom_field_uuid: field.uuid, object_type: 'lead', object_uuid: lead.uuid, value };
    return c.json({ ...stamp(c.get('workspace')), ...named }, 201);
  });
  return app;
}

/** Lists of contacts (docs/getsales-api.md#lists). The page has no `has_more`. */
export function listRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/lists', (c) => {
    const query = queryOf(c);
    const page = pageQuery(query);
    const rows = filterRows(c.get('workspace').lists.all(), bracketFilter(query), ['name', 'uuid'], ['name']);
    return c.json(pageOf(sortRows(rows, page.orderField, page.descending), page, (row) => row, false));
  });
  app.post('/leads/api/lists', async (c) => {
    const name = requiredText(await readBody(c), 'name');
    return c.json(c.get('workspace').lists.add({ ...stamp(c.get('workspace')), user_id: c.get('user').id, name }), 201);
  });
  app.get('/leads/api/lists/:uuid', (c) => {
    const row = c.get('workspace').lists.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });
  return app;
}
