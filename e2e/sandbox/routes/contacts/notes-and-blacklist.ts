import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { touch } from '../../state/leads';
import { stamp } from '../../state/workspace';
import { readBody, requiredText, requireFields, selectedInvalid } from '../../wire/body';
import { invalid, Missing } from '../../wire/problem';
import { jsonFilter, queryOf } from '../../wire/query';
import { queriedPage } from '../list-page';
import { parsePersonReference } from '../../state/person-reference';
import { textOf } from '../../wire/values';

/** Notes and the timeline (docs/getsales-api.md#notes-and-blacklist). Notes have no filter, so any field is unknown. */
export function noteRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/notes', (c) => c.json(queriedPage(c, c.get('workspace').notes.all(), { filters: [] })));
  app.get('/leads/api/notes/:uuid', (c) => {
    const row = c.get('workspace').notes.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });
  app.post('/leads/api/notes', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['object', 'object_uuid', 'note']);
    const { object } = body;
    if (object !== 'lead' && object !== 'company') throw selectedInvalid('object');
    const objectUuid = requiredText(body, 'object_uuid');
    if (object === 'lead' && c.get('workspace').leads.get(objectUuid) === undefined)
      throw selectedInvalid('object_uuid');
    const note = requiredText(body, 'note');
    const row = {
      ...stamp(c.get('workspace')),
      user_id: c.get('user').id,
      object,
      object_uuid: objectUuid,
      note,
    } as const;
    return c.json(c.get('workspace').notes.add(row), 201);
  });
  app.put('/leads/api/notes/:uuid', async (c) => {
    const row = c.get('workspace').notes.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    row.note = requiredText(await readBody(c), 'note');
    touch(c.get('workspace'), row);
    return c.json(row);
  });
  app.delete('/leads/api/notes/:uuid', (c) => {
    if (!c.get('workspace').notes.remove(c.req.param('uuid'))) throw new Missing();
    return c.body(null, 204);
  });

  app.get('/leads/api/activities', (c) => {
    const filter = jsonFilter(queryOf(c));
    if (filter === null) throw invalid({ filter: ['The filter field is required.'] });
    const filters = ['lead_uuid', 'type', 'company_uuid', 'created_at'];
    return c.json(queriedPage(c, c.get('workspace').activities.all(), { filters }, filter));
  });
  return app;
}

const SEARCHED = { filters: ['name', 'linkedin'], searched: ['name', 'company_name', 'linkedin', 'email'] };

/** People that the workspace never contacts (docs/getsales-api.md#notes-and-blacklist). */
export function blacklistRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/leads-blacklist', (c) => c.json(queriedPage(c, c.get('workspace').blacklist.all(), SEARCHED)));
  app.post('/leads/api/leads-blacklist', async (c) => {
    const body = await readBody(c);
    const given = textOf(body['linkedin']);
    const row = {
      name: textOf(body['name']),
      company_name: textOf(body['company_name']),
      linkedin: given === null ? null : (parsePersonReference(given)?.linkedin ?? given),
      ln_id: null,
      email: textOf(body['email']),
    };
    if (row.name === null && row.linkedin === null && row.email === null) {
      throw invalid({ linkedin: ['The linkedin field is required when email and name are not given.'] });
    }
    return c.json(
      c.get('workspace').blacklist.add({ ...stamp(c.get('workspace')), ...row, user_id: c.get('user').id }),
      201,
    );
  });
  app.delete('/leads/api/leads-blacklist/:uuid', (c) => {
    if (!c.get('workspace').blacklist.remove(c.req.param('uuid'))) throw new Missing();
    return c.body(null, 204);
  });
  return app;
}
